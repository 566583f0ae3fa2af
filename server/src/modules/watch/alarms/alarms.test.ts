import { beforeEach, expect, test } from 'vitest'
import { inTransaction, read } from '#platform/database/transaction'
import { makeDesk, type TestDesk } from '#testing/test-desk'
import { saveSamples, secondOf } from '../save-samples.ts'
import { followOutages } from './follow-outages.ts'

let desk: TestDesk

beforeEach(async () => {
  desk = await makeDesk({ at: '2026-03-05T10:00:00+08:00' })
})

const PROBE = {
  ...{ name: '心跳', deskService: 'application', target: { kind: 'push' } },
  ...{ everySeconds: 60, timeoutMs: 2000, retries: 0, retrySeconds: 60, parentId: null, isOn: true, secret: null },
  quorum: { kind: 'in-a-row', failures: 2, successes: 1 },
}
const at = (time: string) => Temporal.Instant.from(`2026-03-05T${time}:00+08:00`)

async function addProbe(service: string): Promise<string> {
  const body = { ...PROBE, name: `${service}心跳`, service }
  return (await desk.engineer.ask('POST', '/watch/probes', { body })).body.id
}

/** One answer a minute from a time on: `.` is good, `x` is none. What the system does every minute follows. */
async function look(probeId: string, from: string, answers: string): Promise<void> {
  const samples = [...answers].map((answer, minute) => {
    const second = secondOf(at(from)) + minute * 60
    const isUp = answer === '.'
    const problem = isUp ? '' : '{"code":"no-beat"}'
    return { ...{ probeId, at: second, isUp, holds: 60, tookMs: 5, problem }, certificateUntil: null }
  })
  await inTransaction(desk.world.chenghu, (tx) => saveSamples(tx, samples))
}

async function follow(time: string): Promise<void> {
  desk.clock.now = at(time)
  await followOutages(desk.world.contextOf({ kind: 'system', name: 'watch' }, desk.clock.now))
}

const tickets = async () => (await desk.engineer.ask('GET', '/desk/tickets?state=all')).body.tickets
const alarms = () =>
  read(desk.world.chenghu, (reader) =>
    reader.selectFrom('watchAlarm').select(['service', 'overAt']).orderBy('raisedAt').orderBy('service').execute(),
  )

test('an outage becomes one incident whose clocks run from the first failure, and one lost answer none', async () => {
  const id = await addProbe('门户')
  await look(id, '10:00', '..x')
  await follow('10:02')
  expect(await tickets()).toEqual([])
  await look(id, '10:03', 'xx')
  await follow('10:04')
  await follow('10:05')
  const [ticket, ...others] = await tickets()
  expect(others).toEqual([])
  expect(ticket.what).toBe('门户 · 门户心跳 没有按时收到心跳。')
  const opened = (await desk.engineer.ask('GET', `/desk/tickets/${ticket.id}`)).body
  expect(Temporal.Instant.from(opened.reportedAt).equals(at('10:02'))).toBe(true)
  const seen = {
    service: '门户',
    unit: '教育信息中心',
    beganAt: at('10:02').toString(),
    overAt: null,
    ticketId: ticket.id,
  }
  expect((await desk.engineer.ask('GET', '/watch/alarms')).body).toMatchObject([seen])
  expect((await desk.stranger.ask('GET', '/watch/alarms')).status).toBe(403)
})

test('an alarm ends when the service is seen up, and the next outage is another incident', async () => {
  const id = await addProbe('门户')
  await look(id, '10:00', '.xxx')
  await follow('10:03')
  await follow('10:30')
  expect(await alarms()).toEqual([{ service: '门户', overAt: null }])
  await look(id, '10:31', '..')
  await follow('10:32')
  expect(await alarms()).toEqual([{ service: '门户', overAt: at('10:32') }])
  await look(id, '10:33', 'xx')
  await follow('10:34')
  expect(await tickets()).toHaveLength(2)
})

test('services that go out together are one incident', async () => {
  for (const service of ['门户', '邮件', '教务']) await look(await addProbe(service), '10:00', '.xx')
  await follow('10:02')
  expect(await tickets()).toHaveLength(1)
  expect((await alarms()).map(({ service }) => service).toSorted()).toEqual(['教务', '邮件', '门户'].toSorted())
})

test('inside an approved window nothing is raised; what is still out after it is', async () => {
  const plan = {
    ...{ what: '升级门户', why: '补丁', risk: 'low', backOut: '恢复快照', services: ['application'] },
    ...{ places: [desk.centre], from: at('10:20').toString(), until: at('10:30').toString() },
  }
  const { id: changeId } = (await desk.engineer.ask('POST', '/desk/changes', { body: plan })).body
  const [task] = (await desk.manager.ask('GET', '/tasks?box=waiting')).body.rows
  const act = { task: task.task, verb: 'agree', opinion: '同意' }
  await desk.manager.ask('POST', `/cases/${task.caseId}/acts`, { body: { act } })
  await desk.engineer.ask('POST', `/desk/changes/${changeId}/announcement`, { body: { text: '停用' } })
  const id = await addProbe('门户')
  await look(id, '10:20', '.xxxxxxxxxxx')
  await follow('10:29')
  expect(await tickets()).toEqual([])
  await follow('10:31')
  expect(await tickets()).toHaveLength(1)
})
