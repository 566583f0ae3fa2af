import { beforeEach, expect, test } from 'vitest'
import { inTransaction, read } from '#platform/database/transaction'
import { makeDesk, type TestDesk } from '#testing/test-desk'
import { saveSamples, secondOf } from './save-samples.ts'
import { sumDays } from './sum-days.ts'
import { availability, peakAvailability, responseTime, worstAvailability } from './watch-measures.ts'

let desk: TestDesk

beforeEach(async () => {
  desk = await makeDesk({ at: '2026-03-05T10:00:00+08:00' })
})

const PROBE = {
  ...{ name: '门户心跳', service: '门户', deskService: 'application', target: { kind: 'push' } },
  ...{ everySeconds: 60, timeoutMs: 2000, retries: 0, retrySeconds: 60, parentId: null, isOn: true, secret: null },
  quorum: { kind: 'in-a-row', failures: 2, successes: 1 },
}
const at = (time: string) => Temporal.Instant.from(`2026-03-07T${time}:00+08:00`)

async function addProbe(changes: object = {}): Promise<string> {
  return (await desk.engineer.ask('POST', '/watch/probes', { body: { ...PROBE, ...changes } })).body.id
}

/** Looked at every minute from one time to another, and down within the outages. */
function look(probeId: string, [from, until]: [string, string], outages: readonly [string, string][]) {
  const first = secondOf(at(from))
  const minutes = (secondOf(at(until)) - first) / 60
  const isDown = (second: number) =>
    outages.some(([begins, ends]) => secondOf(at(begins)) <= second && second < secondOf(at(ends)))
  const samples = Array.from({ length: minutes }, (_, minute) => {
    const second = first + minute * 60
    const isUp = !isDown(second)
    const problem = isUp ? '' : '{"code":"no-beat"}'
    return { ...{ probeId, at: second, isUp, holds: 60, tookMs: 12, problem }, certificateUntil: null }
  })
  return inTransaction(desk.world.chenghu, (tx) => saveSamples(tx, samples))
}

async function makeWindow({ announced }: { announced: boolean }): Promise<string> {
  const plan = {
    ...{ what: '升级门户数据库', why: '补丁', risk: 'medium', backOut: '恢复快照', services: ['application'] },
    ...{ places: [desk.centre], from: at('22:00').toString(), until: at('23:00').toString() },
  }
  const { id } = (await desk.engineer.ask('POST', '/desk/changes', { body: plan })).body
  const [task] = (await desk.manager.ask('GET', '/tasks?box=waiting')).body.rows
  const act = { task: task.task, verb: 'agree', opinion: '同意' }
  await desk.manager.ask('POST', `/cases/${task.caseId}/acts`, { body: { act } })
  if (announced) await desk.engineer.ask('POST', `/desk/changes/${id}/announcement`, { body: { text: '届时停用' } })
  return id
}

const sum = () => sumDays(desk.world.contextOf({ kind: 'system', name: 'watch' }, desk.clock.now))
const query = (asOf = desk.clock.now) => ({
  ...{ scope: { unitId: desk.centre, projectId: null }, period: { from: '2026-01-01', until: '2026-12-31' } },
  ...{ params: {}, asOf },
})
const figure = async (measure: typeof availability) =>
  (await read(desk.world.chenghu, (reader) => measure.read(reader, query()))).value

const open = async (id: string) => (await desk.engineer.ask('GET', `/watch/probes/${id}`)).body

test('a window approved and announced before it began leaves both sides; the outage after it costs what it costs', async () => {
  await makeWindow({ announced: true })
  const id = await addProbe()
  await look(
    id,
    ['20:00', '23:40'],
    [
      ['22:00', '23:00'],
      ['23:10', '23:20'],
    ],
  )
  desk.clock.now = at('23:40')
  const seen = await open(id)
  expect(seen.seconds).toEqual({ agreed: 9600, observed: 9600, up: 9000, planned: 3600 })
  expect(seen.line.availability).toMatchObject({ share: '93.750', coverage: '100.000' })
  expect(seen.windows).toMatchObject([{ number: 'BG-2026-0001', from: at('22:00').toString() }])
  expect(seen.outages.map((outage: { isPlanned: boolean }) => outage.isPlanned)).toEqual([false, true])
  expect(seen).toMatchObject({ betweenFailures: '9000', toRepair: '600' })
  expect(seen.line.days.at(-1).outages).toBe(1)
})

test('a window nobody was told of takes nothing away', async () => {
  await makeWindow({ announced: false })
  const id = await addProbe()
  await look(id, ['20:00', '23:40'], [['22:00', '23:00']])
  desk.clock.now = at('23:40')
  const seen = await open(id)
  expect(seen.seconds).toMatchObject({ agreed: 13_200, up: 9600, planned: 0 })
  expect(seen.windows).toEqual([])
})

test('a window for another service takes nothing away', async () => {
  await makeWindow({ announced: true })
  const id = await addProbe({ deskService: 'network' })
  await look(id, ['20:00', '23:40'], [['22:00', '23:00']])
  desk.clock.now = at('23:40')
  expect((await open(id)).seconds).toMatchObject({ planned: 0, up: 9600 })
})

test('the peak of a service is a figure of its own: what fell outside it does not count there', async () => {
  desk.clock.now = Temporal.Instant.from('2026-03-09T20:00:00+08:00')
  const id = await addProbe()
  const monday = (time: string) => secondOf(Temporal.Instant.from(`2026-03-09T${time}:00+08:00`))
  const samples = Array.from({ length: 600 }, (_, minute) => {
    const second = monday('08:00') + minute * 60
    const isUp = second < monday('08:30') || second >= monday('09:30')
    return { probeId: id, at: second, isUp, holds: 60, tookMs: 9, problem: '', certificateUntil: null }
  })
  await inTransaction(desk.world.chenghu, (tx) => saveSamples(tx, samples))
  desk.clock.now = Temporal.Instant.from('2026-03-09T18:00:00+08:00')
  const seen = await open(id)
  expect(seen.seconds).toMatchObject({ agreed: 36_000, up: 32_400 })
  // 9:00–17:00 is the peak of applications in the usual rules of the desk; half an hour of it was lost.
  expect(seen.peakSeconds).toMatchObject({ agreed: 28_800, observed: 28_800, up: 27_000 })
  expect(seen.line.peak.share).toBe('93.750')
  await sum()
  expect([await figure(availability), await figure(peakAvailability)]).toEqual(['90.000', '93.750'])
  expect(await figure(responseTime)).toBe('9')
})

test('of several services the lowest over the year counts, not the worst single day', async () => {
  const portal = await addProbe()
  const mail = await addProbe({ name: '邮件心跳', service: '邮件' })
  await look(portal, ['10:00', '14:00'], [['11:00', '11:24']])
  await look(mail, ['10:00', '14:00'], [['12:00', '12:48']])
  desk.clock.now = at('14:00')
  await sum()
  expect([await figure(availability), await figure(worstAvailability)]).toEqual(['85.000', '80.000'])
  const records = await read(desk.world.chenghu, (reader) => {
    return worstAvailability.list(reader, query(), { which: 'counted', after: null, limit: 10 })
  })
  expect(records.map(({ title, id }) => [title, id])).toEqual([['邮件 邮件心跳 2026-03-07', `${mail}.2026-03-07`]])
})

test('sums kept are what the screen shows, grow with the day, and end with it', async () => {
  await makeWindow({ announced: true })
  const id = await addProbe()
  await look(id, ['20:00', '21:00'], [['20:10', '20:20']])
  desk.clock.now = at('21:00')
  await sum()
  expect(await figure(availability)).toBe('83.333')
  await look(id, ['21:00', '23:40'], [['22:00', '23:00']])
  desk.clock.now = Temporal.Instant.from('2026-03-09T08:00:00+08:00')
  await sum()
  await sum()
  const days = await read(desk.world.chenghu, (reader) =>
    reader.selectFrom('watchDay').select(['day', 'agreed', 'observed', 'up', 'planned']).orderBy('day').execute(),
  )
  expect(days).toEqual([
    { day: '2026-03-07', agreed: 10_800, observed: 9600, up: 9000, planned: 3600 },
    { day: '2026-03-08', agreed: 86_400, observed: 0, up: 0, planned: 0 },
    { day: '2026-03-09', agreed: 28_800, observed: 0, up: 0, planned: 0 },
  ])
  const { seconds } = await open(id)
  expect(seconds).toEqual({ agreed: 126_000, observed: 9600, up: 9000, planned: 3600 })
})

test('a change that was not carried out used no window: its time comes back into the sums', async () => {
  const changeId = await makeWindow({ announced: true })
  const id = await addProbe()
  await look(id, ['20:00', '23:40'], [['22:00', '23:00']])
  desk.clock.now = at('23:50')
  await sum()
  expect(await figure(availability)).toBe('100.000')
  const report = { result: 'not-carried-out', note: '厂商未到', began: null, ended: null }
  expect(await desk.engineer.ask('POST', `/desk/changes/${changeId}/result`, { body: report })).toMatchObject({
    status: 200,
  })
  await sum()
  expect(await figure(availability)).toBe('72.727')
})
