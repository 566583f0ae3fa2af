import { beforeEach, expect, test } from 'vitest'
import { makeUpkeep, type TestUpkeep } from '#testing/test-upkeep'

let upkeep: TestUpkeep
let reportId: string

beforeEach(async () => {
  upkeep = await makeUpkeep('2025-12-30T10:00:00+08:00')
  const [morning] = await upkeep.year((await upkeep.plan()).body.id)
  const monthly = { kind: 'after', every: 'month', days: 'every-day', workingDays: 5 }
  const plan = { kind: 'report', name: '运维月报', routeId: null, frequency: monthly, graceHours: 240 }
  const [january] = await upkeep.year((await upkeep.plan(plan)).body.id)
  reportId = january?.id ?? ''
  upkeep.clock.now = Temporal.Instant.from('2026-01-01T09:00:00+08:00')
  await upkeep.visit(morning?.id ?? '')
  upkeep.clock.now = Temporal.Instant.from('2026-02-02T09:00:00+08:00')
  await upkeep.letTimePass()
})

const draft = async () => (await upkeep.engineer.ask('GET', `/upkeep/reports/${reportId}`)).body
const figure = async (name: string) => (await draft()).figures.find((one: { name: string }) => one.name === name)

test('a monthly report is written from the records of its month, and says what was not done', async () => {
  const { from, until, missed } = await draft()
  expect([from, until, missed.length]).toEqual(['2026-01-01', '2026-01-31', 61])
  expect(await figure('漏检次数')).toMatchObject({ section: '巡检', value: '61', unit: '次', counted: 62 })
  expect(await figure('巡检计划完成率')).toMatchObject({ value: '1.61' })
  expect(await figure('7×24 值班覆盖率')).toMatchObject({ value: null, counted: 0 })
})

test('handed in with remarks it is in time, and its figures stand whatever becomes known later', async () => {
  const at = upkeep.clock.now.toString()
  const body = { time: { happenedAt: at, sentAt: at }, note: '空调已换滤网', documentId: null }
  const kept = await upkeep.engineer.ask('POST', `/upkeep/occurrences/${reportId}/done`, { body })
  expect(kept.body.state).toBe('done')
  const before = await draft()
  upkeep.clock.now = Temporal.Instant.from('2026-03-02T09:00:00+08:00')
  const late = await upkeep.visit(before.missed.length > 0 ? await secondRound() : '', { at: '2026-01-01T08:00:00Z' })
  expect(late.body.occurrence.isLateEntry).toBe(true)
  expect((await draft()).figures).toEqual(before.figures)
})

test('it is printed as Word and PDF, its figures and remarks on the sheet', async () => {
  const at = upkeep.clock.now.toString()
  const body = { time: { happenedAt: at, sentAt: at }, note: '空调已换滤网', documentId: null }
  await upkeep.engineer.ask('POST', `/upkeep/occurrences/${reportId}/done`, { body })
  const [sheet, word, pdf] = await Promise.all(
    ['html', 'docx', 'pdf'].map((as) => upkeep.engineer.ask('GET', `/upkeep/reports/${reportId}/print/${as}`)),
  )
  for (const text of ['运维月报', '2026-01-01 至 2026-01-31', '61 次', '原因未说明', '空调已换滤网'])
    expect(sheet?.body).toContain(text)
  const begin = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes?.slice(0, 4))
  expect([begin(word?.bytes), begin(pdf?.bytes)]).toEqual(['PK\u0003\u0004', '%PDF'])
})

async function secondRound(): Promise<string> {
  const plans = await upkeep.manager.ask('GET', '/upkeep/plans?year=2026&kind=inspection')
  const cells = await upkeep.year(plans.body[0].id)
  return cells[1]?.id ?? ''
}
