import { execFile } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { read } from '#platform/database/transaction'
import { findProgram } from '#testing/programs'
import { makeDesk, type TestDesk } from '#testing/test-desk'
import { followSignals } from './follow-signals.ts'
import { type HearingEvent, keepHearing } from './keep-hearing.ts'
import { readTrapMessage } from './trap-message.ts'

const HERE = '127.0.0.1'
const KEPT_WITHIN = { timeout: 60_000, interval: 50 }

/** As snmptrap of Net-SNMP 5.9.3 sends them. */
const SENT = {
  'version 1, line down':
    '305a02010004067075626c6963a44d06062b060104010940040a020007020102020100430210923033300f060a2b0601020102020101030201033020060a2b06010201020201020304124769676162697445746865726e6574302f33',
  'version 1, a maker’s own':
    '307502010004067075626c6963a46806072b06010401823e40040000000002010602010543021092304d304b060b2b06010401823e02030300043c5550533a204f6e206261747465727920706f77657220696e20726573706f6e736520746f20616e20696e70757420706f7765722070726f626c656d2e',
  'version 2c, line down':
    '307702010104067075626c6963a76a02045870bd4b020100020100305c300e06082b06010201010300430210923017060a2b06010603010104010006092b0601060301010503300f060a2b0601020102020101030201033020060a2b06010201020201020304124769676162697445746865726e6574302f33',
  'version 2c, line up':
    '307702010104067075626c6963a76a020432995895020100020100305c300e06082b06010201010300430210f63017060a2b06010603010104010006092b0601060301010504300f060a2b0601020102020101030201033020060a2b06010201020201020304124769676162697445746865726e6574302f33',
  'version 2c, inform':
    '307202010104067075626c6963a66502042c3a05550201000201003057300e06082b06010201010300430210923016060a2b06010603010104010006082b060102012102033011060c2b0601020121010602010101020107301a060c2b0601020121010602010201060a2b060102012101060306',
} as const
const bytesOf = (name: keyof typeof SENT) => Buffer.from(SENT[name], 'hex')

let desk: TestDesk
let told: HearingEvent[]

beforeEach(async () => {
  desk = await makeDesk({ at: '2026-03-05T10:00:00+08:00' })
  told = []
})

const system = () => desk.world.contextOf({ kind: 'system', name: 'devices' }, desk.clock.now)

async function addSource(senders: readonly string[]) {
  const body = { name: '核心交换机', kind: 'snmp-trap', deskService: 'network', senders }
  return desk.engineer.ask('POST', '/watch/sources', { body })
}

async function hear(): Promise<number> {
  const report = (event: HearingEvent) => told.push(event)
  const listener = await keepHearing({ kind: 'snmp-trap', host: HERE, port: 0, contextOf: system, report })
  onTestFinished(() => listener.stop())
  return listener.port
}

/** Sends messages; answers what came back until everything sent was kept. */
async function send(port: number, messages: readonly Buffer[]): Promise<readonly Buffer[]> {
  const socket = createSocket('udp4')
  const answers: Buffer[] = []
  socket.on('message', (answer) => answers.push(answer))
  for (const message of messages) await new Promise((done) => socket.send(message, port, HERE, done))
  onTestFinished(() => void socket.close())
  return answers
}

const signals = () =>
  read(desk.world.chenghu, (reader) =>
    reader.selectFrom('watchSignal').select(['about', 'title', 'times', 'overAt']).orderBy('title').execute(),
  )
const tickets = async () => (await desk.engineer.ask('GET', '/desk/tickets?state=all')).body.tickets

test('a line that goes down is one incident, however often it is told, and over when it comes back', async () => {
  expect((await addSource([HERE])).body).toMatchObject({ path: null })
  const port = await hear()
  await send(port, [bytesOf('version 2c, line down'), bytesOf('version 2c, line down')])
  await vi.waitFor(async () => expect(await signals()).toHaveLength(1), KEPT_WITHIN)
  expect(await signals()).toMatchObject([{ about: HERE, title: 'linkDown: 3 GigabitEthernet0/3', overAt: null }])
  desk.clock.now = desk.clock.now.add({ minutes: 1 })
  await followSignals(system())
  expect((await tickets()).map(({ what }: { what: string }) => what)).toEqual([
    `${HERE} linkDown: 3 GigabitEthernet0/3`,
  ])
  // It waits for the word that the line is back, longer than others wait.
  desk.clock.now = desk.clock.now.add({ hours: 3 })
  await followSignals(system())
  const over = async () =>
    (await desk.engineer.ask('GET', '/watch/alarms')).body.map(
      ({ overAt }: { overAt: string | null }) => overAt !== null,
    )
  expect(await over()).toEqual([false])
  await send(port, [bytesOf('version 2c, line up')])
  await vi.waitFor(async () => expect((await signals())[0]?.overAt).not.toBe(null), KEPT_WITHIN)
  await followSignals(system())
  expect(await over()).toEqual([true])
  expect(await tickets()).toHaveLength(1)
})

test('version 1 is heard as version 2 is, and belongs to the device that said it first; an inform is answered', async () => {
  await addSource([HERE])
  const port = await hear()
  const answers = await send(port, [
    bytesOf('version 1, line down'),
    bytesOf('version 1, a maker’s own'),
    bytesOf('version 2c, inform'),
  ])
  await vi.waitFor(async () => expect(await signals()).toHaveLength(3), KEPT_WITHIN)
  expect((await signals()).map(({ about, title }) => [about, title])).toEqual([
    [HERE, '1.3.6.1.4.1.318.0.5: UPS: On battery power in response to an input power problem.'],
    ['10.2.0.7', 'linkDown: 3 GigabitEthernet0/3'],
    [HERE, 'upsTrapAlarmEntryAdded: 7 1.3.6.1.2.1.33.1.6.3.6'],
  ])
  const expected = bytesOf('version 2c, inform')
  expected[expected.indexOf(0xa6)] = 0xa2
  expect(answers).toEqual([expected])
})

test('an address nobody named is not heard nor answered, and one that says too much is cut short and told', async () => {
  await addSource(['10.2.0.7'])
  const port = await hear()
  expect(await send(port, [bytesOf('version 2c, inform')])).toEqual([])
  const [{ id }] = (await desk.engineer.ask('GET', '/watch/sources')).body
  await desk.engineer.ask('PUT', `/watch/sources/${id}`, { body: { isOn: false } })
  const body = { name: '防火墙', kind: 'snmp-trap', deskService: 'network', senders: [HERE] }
  expect((await desk.engineer.ask('POST', '/watch/sources', { body })).status).toBe(200)
  await vi.waitFor(async () => {
    await send(
      port,
      Array.from({ length: 900 }, () => bytesOf('version 2c, line down')),
    )
    expect(told).toContainEqual({ kind: 'left-out', sender: HERE, lines: expect.any(Number) })
  }, KEPT_WITHIN)
  expect(await signals()).toHaveLength(1)
})

test('whatever arrives at the port is read or is none, and cut anywhere it harms nobody', () => {
  fc.assert(
    fc.property(fc.constantFrom(...Object.values(SENT)), fc.nat(), fc.nat(255), (hex, place, byte) => {
      const message = Buffer.from(hex, 'hex')
      message[place % message.length] = byte
      readTrapMessage(message)
      const cut = readTrapMessage(message.subarray(0, place % message.length))
      expect(cut === null || cut.trap.oid !== '').toBe(true)
    }),
    { numRuns: 2_000 },
  )
  expect(readTrapMessage(Buffer.alloc(0))).toBe(null)
})

const SNMPTRAP = findProgram('snmptrap')
const WHERE = SNMPTRAP === undefined ? ' (skipped: this machine has no snmptrap; Debian has it in snmp)' : ''

test.skipIf(SNMPTRAP === undefined)(`snmptrap of Net-SNMP is heard, and its inform answered${WHERE}`, async () => {
  await addSource([HERE])
  const at = `${HERE}:${await hear()}`
  const say = (...given: readonly string[]) => promisify(execFile)(SNMPTRAP ?? '', [...given])
  await say('-v1', '-c', 'any', at, '1.3.6.1.4.1.9', '', '2', '0', '', '1.3.6.1.2.1.2.2.1.1.9', 'i', '9')
  // It waits for the answer and complains when none comes.
  await say('-v2c', '-c', 'any', '-Ci', '-r', '1', '-t', '5', at, '', '1.3.6.1.6.3.1.1.5.5')
  await vi.waitFor(async () => expect(await signals()).toHaveLength(2), KEPT_WITHIN)
  expect((await signals()).map(({ title }) => title)).toEqual(['authenticationFailure', 'linkDown: 9'])
})
