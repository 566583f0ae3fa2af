import { randomUUID } from 'node:crypto'
import { inTransaction, type TenantDatabase } from '@shiji/server/platform/database/transaction'
import type { AnswerBody } from '@shiji/server/testing/answer-body'
import { NOW } from '../office/found-office.ts'

type Run = (name: string, input: object, who?: 'everybody' | 'contact') => Promise<AnswerBody>

const JPEG = new Uint8Array([0xff, 0xd8, 0xff, 0xe0])
const TIME = { happenedAt: NOW.toString(), sentAt: NOW.toString() }

/** A route is made and walked, its plan changed, a fault mended; of the meetings one is held, one waived, one missed. */
export async function goThroughUpkeep(
  run: Run,
  db: TenantDatabase,
  { unitId }: { readonly unitId: string },
): Promise<void> {
  const ask = (name: string, input: object = {}) => run(name, input, 'everybody')
  const today = NOW.toZonedDateTimeISO('Asia/Shanghai').toPlainDate()
  const check = { kind: 'in-order', name: '指示灯' }
  const point = { id: randomUUID(), code: randomUUID().slice(0, 8), name: '一号柜', place: '机房', checks: [check] }
  const route = await ask('makeRoute', { id: randomUUID(), unitId, name: '机房', points: [point] })
  await ask('listRoutes')
  await ask('changeRoute', { id: route.id, name: '机房', points: route.points })
  const daily = { kind: 'windows', days: 'every-day', windows: [{ from: '00:00', to: '24:00' }] }
  const monthly = { kind: 'within', every: 'month' }
  const days = { from: today.with({ day: 1 }).subtract({ months: 2 }).toString(), until: null, graceHours: 2000 }
  const plan = { unitId, projectId: null, ...days }
  const rounds = { id: randomUUID(), kind: 'inspection', name: '巡检', routeId: route.id, frequency: daily }
  const made = await ask('makePlan', { ...plan, ...rounds })
  await ask('changePlan', { id: made.id, from: today.add({ days: 9 }).toString(), frequency: monthly, reason: '减少' })
  const meetings = { id: randomUUID(), kind: 'meeting', name: '例会', routeId: null, frequency: monthly }
  const { id: meetingId } = await ask('makePlan', { ...plan, ...meetings })
  const works = { id: randomUUID(), kind: 'work', name: '数据库维护', routeId: null, frequency: monthly }
  await ask('makePlan', { ...plan, ...works })
  await ask('listPlans', { year: today.year })
  await ask('listFaults', { year: today.year })

  const reports = { id: randomUUID(), kind: 'report', name: '月报', routeId: null, frequency: { ...monthly } }
  const { id: reportPlan } = await ask('makePlan', { ...plan, ...reports })
  const [report] = (await ask('readYear', { id: reportPlan, year: today.year })).cells
  await ask('readReport', { id: report.id })
  await ask('printReport', { id: report.id, as: 'html' })

  const { open } = await ask('listDue', { day: today.toString() })
  const round = open.find((one: { kind: string; day: string }) => one.kind === 'inspection' && one.day === `${today}`)
  const picture = await ask('addDocument', { name: '机柜.jpg', file: new File([JPEG], '机柜.jpg') })
  const photos = [{ documentId: picture.id, takenAt: NOW.toString() }]
  const seen = { id: randomUUID(), pointId: point.id, happenedAt: NOW.toString(), proof: 'scan', photos }
  const visits = [{ ...seen, readings: [{ name: '指示灯', value: 'no' }], note: '已断电' }]
  await ask('keepVisits', { id: round.id, sentAt: NOW.toString(), visits })
  await ask('openRound', { id: round.id })
  await ask('readVisitPhoto', { id: seen.id, documentId: picture.id })
  await ask('listRounds')
  const [fault] = await ask('listFaults', { year: today.year })
  await ask('mendFault', { id: fault.id, time: TIME, mending: '更换电源' })

  const { cells } = await ask('readYear', { id: meetingId, year: today.year })
  const held = cells.find(({ day }: { day: string }) => day === `${today.with({ day: 1 })}`)
  await ask('keepOccurrence', { id: held.id, time: TIME, note: '例会', documentId: null })
  await ask('openOccurrence', { id: held.id })
  await ask('waiveOccurrence', { id: cells.at(-1).id, why: '并入下月' })

  // As the clock would have left it.
  const missed = cells.at(0).id
  await inTransaction(db, async (tx) => {
    await tx.updateTable('upkeepOccurrence').set({ state: 'missed' }).where('id', '=', missed).execute()
  })
  await ask('explainMiss', { id: missed, cause: '主持人出差' })
}
