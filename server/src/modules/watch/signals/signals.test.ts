import { beforeEach, expect, test } from 'vitest'
import { read } from '#platform/database/transaction'
import { makeDesk, type TestDesk } from '#testing/test-desk'
import { planSendings } from '../../inbox/plan-sendings.ts'
import { followSignals } from './follow-signals.ts'

let desk: TestDesk

beforeEach(async () => {
  desk = await makeDesk({ at: '2026-03-05T10:00:00+08:00' })
})

const at = (time: string) => Temporal.Instant.from(`2026-03-05T${time}:00+08:00`)
const system = () => desk.world.contextOf({ kind: 'system', name: 'watch' }, desk.clock.now)

async function addSource(kind: string, name = '监控平台'): Promise<string> {
  const body = { name, kind, deskService: 'application' }
  return (await desk.engineer.ask('POST', '/watch/sources', { body })).body.path.replace('/api', '')
}

/** The other monitor has no account here. */
async function tell(path: string, message: object) {
  const headers = { 'content-type': 'application/json' }
  const payload = JSON.stringify(message)
  const reply = await desk.office.app.inject({ method: 'POST', url: `/api${path}`, headers, payload })
  return { status: reply.statusCode, body: reply.json() }
}

async function follow(time: string): Promise<void> {
  desk.clock.now = at(time)
  await followSignals(system())
}

const alert = (instance: string, status: 'firing' | 'resolved' = 'firing') => ({
  ...{
    status,
    labels: { alertname: 'Down', instance },
    annotations: { summary: '不可达' },
    fingerprint: `f-${instance}`,
  },
  startsAt: at('09:59').toString(),
})
const alerts = (...all: object[]) => ({ version: '4', alerts: all })

const tickets = async () => (await desk.engineer.ask('GET', '/desk/tickets?state=all')).body.tickets
const alarms = async () => (await desk.engineer.ask('GET', '/watch/alarms')).body
const sources = async () => (await desk.engineer.ask('GET', '/watch/sources')).body

test('an alarm of Alertmanager becomes one incident, however often it is told, and ends when it is resolved', async () => {
  const path = await addSource('alertmanager')
  expect(await tell(path, alerts(alert('db-1')))).toEqual({ status: 200, body: { taken: 1 } })
  await tell(path, alerts(alert('db-1')))
  await follow('10:01')
  await tell(path, alerts(alert('db-1')))
  await follow('10:02')
  const [ticket, ...others] = await tickets()
  expect(others).toEqual([])
  expect(ticket.what).toBe('db-1 不可达')
  const opened = (await desk.engineer.ask('GET', `/desk/tickets/${ticket.id}`)).body
  // It fired before the source was let in: its clocks run from when it was heard.
  expect(Temporal.Instant.from(opened.reportedAt).equals(at('10:00'))).toBe(true)
  const seen = { service: 'db-1', source: '监控平台', signals: 1, ticketId: ticket.id }
  expect(await alarms()).toMatchObject([{ ...seen, overAt: null }])
  expect(await sources()).toMatchObject([{ name: '监控平台', open: 1, isOn: true }])
  await tell(path, alerts(alert('db-1', 'resolved')))
  await follow('10:05')
  expect(await alarms()).toMatchObject([{ ...seen, overAt: at('10:05').toString() }])
  await tell(path, alerts(alert('db-1')))
  await follow('10:06')
  expect(await tickets()).toHaveLength(2)
})

test.each([
  ['grafana', { title: '[FIRING:1]', alerts: [alert('db-1')] }],
  ['zabbix', { trigger: '18023', host: 'db-1', name: '不可达', severity: 'High', value: '1' }],
  ['json', { about: 'db-1', title: '不可达', state: 'firing' }],
])('%s is understood as it sends', async (kind, message) => {
  const path = await addSource(kind)
  expect((await tell(path, message)).body).toEqual({ taken: 1 })
  await follow('10:01')
  expect((await tickets()).map(({ what }: { what: string }) => what)).toEqual(['db-1 不可达'])
})

test('who has not the word, or sends something else, is refused; a source switched off takes nothing', async () => {
  const path = await addSource('alertmanager')
  expect((await tell(`${path}x`, alerts(alert('db-1')))).status).toBe(404)
  expect((await tell(path, { text: 'hello' })).body.code).toBe('signal-unreadable')
  const [{ id }] = await sources()
  const body = { isOn: false }
  expect((await desk.stranger.ask('PUT', `/watch/sources/${id}`, { body })).status).toBe(403)
  expect((await desk.engineer.ask('PUT', `/watch/sources/${id}`, { body })).status).toBe(200)
  expect((await tell(path, alerts(alert('db-1')))).status).toBe(404)
  const again = { name: '监控平台', kind: 'json', deskService: 'application' }
  expect((await desk.engineer.ask('POST', '/watch/sources', { body: again })).body.code).toBe('source-name-taken')
})

test('a storm of 1,000 alarms in a minute is one incident; no channel says more than twenty things a minute, and none is lost', async () => {
  await desk.keeper.ask('PUT', '/outgoing-addresses', { body: { host: '127.0.0.1', port: 9, reach: 'this-machine' } })
  const channel = {
    name: '运维群',
    isOn: true,
    unitId: null,
    settings: { kind: 'wecom' },
    url: 'http://127.0.0.1:9/',
    secret: '',
  }
  expect((await desk.keeper.ask('POST', '/channels', { body: channel })).status).toBe(200)
  const path = await addSource('alertmanager')
  for (let second = 0; second < 60; second += 3) {
    desk.clock.now = at('10:00').add({ seconds: second })
    const some = Array.from({ length: 50 }, (_, index) => alert(`host-${(second / 3) * 50 + index}`))
    expect((await tell(path, alerts(...some))).body).toEqual({ taken: 50 })
    if (second === 30) await followSignals(system())
  }
  await follow('10:01')
  await planSendings(system())
  expect(await tickets()).toHaveLength(1)
  const kept = await read(desk.world.chenghu, async (reader) => ({
    signals: await reader.selectFrom('watchSignal').select('alarmId').where('alarmId', 'is not', null).execute(),
    alarms: await reader.selectFrom('watchAlarm').select('ticketId').distinct().execute(),
    sendings: await reader.selectFrom('inboxSending').select('id').execute(),
    notices: await reader.selectFrom('deskNotice').select('id').execute(),
  }))
  expect([kept.signals.length, kept.alarms.length]).toEqual([1000, 1])
  // One to each of the team, and no more.
  expect(kept.notices.length).toBeGreaterThan(0)
  expect(kept.notices.length).toBeLessThanOrEqual(20)
  expect(kept.sendings.length).toBeLessThanOrEqual(20)
})

test('what begins and ends inside an approved window raises nothing; what still fires after it does', async () => {
  const plan = {
    ...{ what: '升级', why: '补丁', risk: 'low', backOut: '恢复快照', services: ['application'] },
    ...{ places: [desk.centre], from: at('10:20').toString(), until: at('10:30').toString() },
  }
  const { id: changeId } = (await desk.engineer.ask('POST', '/desk/changes', { body: plan })).body
  const [task] = (await desk.manager.ask('GET', '/tasks?box=waiting')).body.rows
  const act = { task: task.task, verb: 'agree', opinion: '同意' }
  await desk.manager.ask('POST', `/cases/${task.caseId}/acts`, { body: { act } })
  await desk.engineer.ask('POST', `/desk/changes/${changeId}/announcement`, { body: { text: '停用' } })
  const path = await addSource('alertmanager')
  desk.clock.now = at('10:21')
  await tell(path, alerts(alert('short'), alert('long')))
  await follow('10:22')
  desk.clock.now = at('10:25')
  await tell(path, alerts(alert('short', 'resolved')))
  await follow('10:29')
  expect(await tickets()).toEqual([])
  await follow('10:31')
  expect((await tickets()).map(({ what }: { what: string }) => what)).toEqual(['long 不可达'])
})
