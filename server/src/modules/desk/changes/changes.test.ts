import { beforeEach, expect, test } from 'vitest'
import { inTransaction, read } from '#platform/database/transaction'
import { makeDesk, type TestDesk } from '#testing/test-desk'
import type { Colleague } from '#testing/test-office'
import { approvedWindows } from './approved-windows.ts'
import { endWindows } from './end-windows.ts'

let desk: TestDesk

beforeEach(async () => {
  desk = await makeDesk({ at: '2026-03-05T10:00:00+08:00' })
})

const at = (time: string) => Temporal.Instant.from(`2026-03-07T${time}:00+08:00`)
const plan = (changes: object = {}) => ({
  what: '更换三号楼汇聚交换机',
  why: '端口丢包',
  risk: 'medium',
  backOut: '换回原机并恢复配置',
  services: ['network'],
  places: [desk.school],
  from: at('22:00').toString(),
  until: at('23:30').toString(),
  ...changes,
})
const file = (changes: object = {}, who: Colleague = desk.engineer) =>
  who.ask('POST', '/desk/changes', { body: plan(changes) })
const open = async (id: string, who: Colleague = desk.engineer) => (await who.ask('GET', `/desk/changes/${id}`)).body
const announce = (id: string) =>
  desk.engineer.ask('POST', `/desk/changes/${id}/announcement`, { body: { text: '届时断网' } })
const report = (id: string, body: object) => desk.engineer.ask('POST', `/desk/changes/${id}/result`, { body })
const windows = (unitId = desk.school, services = ['network']) =>
  read(desk.world.chenghu, (reader) =>
    approvedWindows(reader, { unitId, services, from: at('21:00'), until: at('23:59') }),
  )

async function decide(act: object, who: Colleague = desk.manager) {
  const [row] = (await who.ask('GET', '/tasks?box=waiting')).body.rows
  return who.ask('POST', `/cases/${row.caseId}/acts`, { body: { act: { task: row.task, ...act } } })
}

async function makeWindow(): Promise<string> {
  const { id } = (await file()).body
  await decide({ verb: 'agree', opinion: '同意' })
  await announce(id)
  return id
}

test('a change counts as planned downtime once it is approved and the people it hits were told', async () => {
  const filed = await file()
  expect(filed).toMatchObject({ status: 200, body: { number: 'BG-2026-0001', state: 'reviewing' } })
  const { id } = filed.body
  expect((await announce(id)).body.code).toBe('change-not-open')
  expect(await decide({ verb: 'agree', opinion: '同意' })).toMatchObject({ status: 200 })
  expect(await open(id)).toMatchObject({ state: 'approved', standing: 'not-announced', mayAnnounce: true })
  expect(await windows()).toEqual([])

  expect(await announce(id)).toMatchObject({ status: 200, body: { standing: 'planned', announcement: '届时断网' } })
  expect(await windows()).toMatchObject([{ changeId: id, from: at('22:00'), until: at('23:30') }])
  expect([await windows(desk.centre), await windows(desk.school, ['printing'])]).toEqual([[], []])
  const told = (await desk.teacher.ask('GET', '/messages')).body.messages
  expect(told).toMatchObject([{ subjectKind: 'change', subjectId: id, opinion: '届时断网' }])
  expect(told[0].sentence).toContain('2026-03-07 22:00 至 2026-03-07 23:30')
  expect((await announce(id)).body.code).toBe('announced-already')
})

test('whoever filed a change does not approve it, and a returned one is corrected and comes again', async () => {
  const { id } = (await file({}, desk.engineer)).body
  expect((await desk.engineer.ask('GET', '/tasks?box=waiting')).body.rows).toEqual([])
  await decide({ verb: 'return', to: { kind: 'starter' }, opinion: '窗口太短' })
  expect(await open(id)).toMatchObject({ state: 'returned', mayMend: true })
  const mend = (who: Colleague) =>
    who.ask('PUT', `/desk/changes/${id}`, { body: plan({ until: at('23:50').toString() }) })
  expect((await mend(desk.operator)).status).toBe(404)
  expect(await mend(desk.engineer)).toMatchObject({ status: 200, body: { until: '2026-03-07T15:50:00Z' } })
  await decide({ verb: 'submit' }, desk.engineer)
  expect(await open(id)).toMatchObject({ state: 'reviewing', mayMend: false })
})

test.each([
  ['a window that ends before it begins', { until: '2026-03-07T13:00:00Z' }, 'window-reversed'],
  ['a window that has begun', { from: '2026-03-05T01:00:00Z' }, 'window-past'],
  ['a service nobody offers', { services: ['gardening'] }, 'service-not-offered'],
])('%s is not sent for approval', async (_, changes, code) => {
  expect((await file(changes)).body.code).toBe(code)
  expect((await desk.engineer.ask('GET', '/desk/changes?month=2026-03')).body).toEqual([])
})

test('announced only when it has begun, a window is no planned downtime', async () => {
  const { id } = (await file()).body
  await decide({ verb: 'agree', opinion: '同意' })
  desk.clock.now = at('22:00')
  expect((await announce(id)).body.code).toBe('window-begun')
  expect(await windows()).toEqual([])
})

test('a clock stands still only inside such a window, and runs on by itself when the window ends', async () => {
  const { id } = (await desk.call()).body
  const pause = () => desk.act(id, { kind: 'pause', reason: 'approved-change', note: '换交换机' })
  expect((await pause()).body.code).toBe('no-approved-window')
  await makeWindow()
  expect((await pause()).body.code).toBe('no-approved-window')
  desk.clock.now = at('22:10')
  expect(await pause()).toMatchObject({ status: 200, body: { state: 'paused', plannedWork: [] } })
  expect((await desk.call()).body.plannedWork).toMatchObject([{ number: 'BG-2026-0001' }])

  const minute = () => endWindows(desk.world.contextOf({ kind: 'system', name: 'desk' }, desk.clock.now))
  desk.clock.now = at('23:29')
  await minute()
  const seen = async () => (await desk.engineer.ask('GET', `/desk/tickets/${id}`)).body
  expect((await seen()).state).toBe('paused')
  desk.clock.now = at('23:45')
  await minute()
  await minute()
  const after = await seen()
  expect(after.state).not.toBe('paused')
  expect(after.entries.filter(({ kind }: { kind: string }) => kind === 'resumed')).toMatchObject([
    { at: '2026-03-07T15:30:00Z', who: '' },
  ])
})

test('what came of it is said once, and a change that was not carried out used no window', async () => {
  const id = await makeWindow()
  const done = { result: 'succeeded', note: '已换', began: at('22:05').toString(), ended: at('23:00').toString() }
  expect((await report(id, done)).body.code).toBe('not-yet-happened')
  desk.clock.now = at('23:10')
  expect((await report(id, { ...done, ended: null })).body.code).toBe('window-reversed')
  expect(await report(id, { result: 'not-carried-out', note: '缺备件', began: null, ended: null })).toMatchObject({
    body: { state: 'ended', standing: 'unused', beganAt: null },
  })
  expect(await windows()).toEqual([])
  expect((await report(id, done)).body.code).toBe('change-not-open')
})

test('the school it touches sees it, another school does not', async () => {
  const { id } = (await file()).body
  const months = async (who: Colleague) => (await who.ask('GET', '/desk/changes?month=2026-03')).body.length
  expect([await months(desk.teacher), await months(desk.manager), await months(desk.stranger)]).toEqual([1, 1, 0])
  expect((await desk.stranger.ask('GET', `/desk/changes/${id}`)).status).toBe(404)
  expect((await file({}, desk.teacher)).status).toBe(403)
  const kept = await inTransaction(desk.world.chenghu, (tx) => tx.selectFrom('deskChange').select('state').execute())
  expect(kept).toEqual([{ state: 'reviewing' }])
})
