import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { connect } from 'node:net'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { read } from '#platform/database/transaction'
import { makeDesk, type TestDesk } from '#testing/test-desk'
import { followSignals } from './follow-signals.ts'
import { type HearingEvent, keepHearing } from './keep-hearing.ts'
import { takeFrames } from './listen-for-lines.ts'
import { limitSenders } from './sender-limit.ts'

const HERE = '127.0.0.1'
const KEPT_WITHIN = { timeout: 60_000, interval: 50 }

let desk: TestDesk
let told: HearingEvent[]

beforeEach(async () => {
  desk = await makeDesk({ at: '2026-03-05T10:00:00+08:00' })
  told = []
})

const system = () => desk.world.contextOf({ kind: 'system', name: 'logs' }, desk.clock.now)

async function addSource(senders: string[], kind = 'syslog') {
  const body = { name: '核心交换机', kind, deskService: 'network', senders }
  return desk.engineer.ask('POST', '/watch/sources', { body })
}

async function hear(): Promise<number> {
  const listener = await keepHearing({
    ...{ kind: 'syslog', host: HERE, port: 0, contextOf: system },
    report: (event) => told.push(event),
  })
  onTestFinished(() => listener.stop())
  return listener.port
}

async function sendDatagrams(port: number, lines: readonly string[]): Promise<void> {
  const socket = createSocket('udp4')
  for (const line of lines) await new Promise((done) => socket.send(line, port, HERE, done))
  socket.close()
}

async function sendStream(port: number, text: string): Promise<void> {
  const socket = connect(port, HERE)
  socket.on('error', () => undefined)
  await once(socket, 'connect')
  socket.end(text)
  await once(socket, 'close')
}

const signals = () =>
  read(desk.world.chenghu, (reader) =>
    reader.selectFrom('watchSignal').select(['about', 'title', 'times', 'overAt']).orderBy('about').execute(),
  )
const down = (host: string, port: number) => `<11>Nov  2 03:04:05 ${host} link[7]: port ${port} down`

test('what devices write becomes one incident, however often and by whichever way, and is over when they fall silent', async () => {
  expect((await addSource([HERE])).body).toMatchObject({ path: null })
  const port = await hear()
  await sendDatagrams(port, [down('sw-1', 1), down('sw-1', 2), '<14>Nov  2 03:04:05 sw-1 link: port 1 up', 'noise'])
  await vi.waitFor(async () => expect(await signals()).toHaveLength(1), KEPT_WITHIN)
  const counted = `<11>1 - sw-2 link - - - ${'port 9\ndown'}`
  await sendStream(port, `${Buffer.byteLength(counted)} ${counted}${down('sw-3', 4)}\n`)
  await vi.waitFor(async () => expect(await signals()).toHaveLength(3), KEPT_WITHIN)
  expect((await signals()).map(({ about, title }) => [about, title])).toEqual([
    ['sw-1', 'link: port 2 down'],
    ['sw-2', 'link: port 9 down'],
    ['sw-3', 'link: port 4 down'],
  ])
  desk.clock.now = desk.clock.now.add({ minutes: 1 })
  await followSignals(system())
  expect((await desk.engineer.ask('GET', '/desk/tickets?state=all')).body.tickets).toHaveLength(1)
  desk.clock.now = desk.clock.now.add({ minutes: 16 })
  await followSignals(system())
  const alarms: { overAt: string | null }[] = (await desk.engineer.ask('GET', '/watch/alarms')).body
  expect(alarms.map(({ overAt }) => overAt !== null)).toEqual([true, true, true])
})

test('an address nobody named is not listened to, and one that says too much is cut short and told', async () => {
  await addSource(['10.2.0.7'])
  const port = await hear()
  await sendDatagrams(port, [down('sw-1', 1)])
  await sendStream(port, `${down('sw-1', 1)}\n`)
  const [{ id }] = (await desk.engineer.ask('GET', '/watch/sources')).body
  await desk.engineer.ask('PUT', `/watch/sources/${id}`, { body: { isOn: false } })
  expect(
    (
      await desk.engineer.ask('POST', '/watch/sources', {
        body: { name: '防火墙', kind: 'syslog', deskService: 'network', senders: [HERE] },
      })
    ).status,
  ).toBe(200)
  const flood = Array.from({ length: 900 }, (_, index) => `${down('fw-1', index)}\n`).join('')
  await vi.waitFor(async () => {
    await sendStream(port, flood)
    expect(told).toContainEqual({ kind: 'left-out', sender: HERE, lines: expect.any(Number) })
  }, KEPT_WITHIN)
  expect((await signals()).map(({ about }) => about)).toEqual(['fw-1'])
})

test.each([
  [['10.2.0.7'], 'json', 'source-senders'],
  [[], 'syslog', 'source-senders'],
  [['core-switch'], 'syslog', 'source-sender-unreadable'],
])('senders %j of %s: %s', async (senders, kind, code) => {
  expect((await addSource(senders, kind)).body.code).toBe(code)
})

test.each([
  ['<11>a\n<11>b\n<11>c', ['<11>a', '<11>b'], '<11>c'],
  ['5 <1>a\n5 <1>bc<1>d\n', ['<1>a', '<1>bc', '<1>d'], ''],
  ['9 <1>a', [], '9 <1>a'],
  ['\n\n', [], ''],
])('%j is cut into %j', (text, lines, rest) => {
  const read = takeFrames(Buffer.from(text))
  expect([read.lines, read.rest.toString()]).toEqual([lines, rest])
})

test('a sender may say so much at once, and so much a second in the long run', () => {
  const limit = limitSenders({ atOnce: 3, aSecond: 2 })
  const taken = (atMs: number, times: number) =>
    Array.from({ length: times }, () => limit.take('a', atMs)).filter(Boolean).length
  expect([taken(0, 5), limit.take('b', 0), taken(1_000, 5), taken(60_000, 5)]).toEqual([3, true, 2, 3])
  expect([...limit.leftOut()]).toEqual([['a', 2 + 3 + 2]])
  expect([...limit.leftOut()]).toEqual([])
})
