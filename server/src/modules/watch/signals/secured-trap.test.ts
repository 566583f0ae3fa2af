import fc from 'fast-check'
import { expect, test } from 'vitest'
import { passwordsOf, writeSealed } from '../probes/usm.ts'
import { keepEngineTimes } from './engine-times.ts'
import { startOwnEngine } from './own-engine.ts'
import { readSecuredTrap, type TrapUser } from './secured-trap.ts'

/** As snmptrap of Net-SNMP 5.9.3 sends them for an engine in its fifth start. */
const SENT = {
  'signed with SHA-256, second 1000':
    '3081c8020103301102040d188b54020300ffe3040101020103043a3038040c8000000903000a0b0c0d0e0f020105020203e80405776174636804189a0ba808121eedb77b4d9933e95ba0dd0afd06515b914af804003074041180001f88804f7ca424d99b026b000000000400a75d020442d23eb9020100020100304f300e06082b06010201010300430210923017060a2b06010603010104010006092b0601060301010503300f060a2b0601020102020101030201033013060a2b06010201020201020304054769302f33',
  'enciphered, SHA-1, second 1010':
    '3081c602010330110204365129af020300ffe304010302010304363034040c8000000903000a0b0c0d0e0f020105020203f204057761746368040cd3815e217a76d313956070170408a53dcfa0c66fd6d00476e7d3502c6b13bf0063bd98a2ab87398c2c183de85ce350ba951cf1c392842891df5d7c830d73384d94188146bb67d7a33bfb5f8a760e46af59afc5ef692ec9696c6a1b4e31cd6b5d9c45fb8276c2d57a5718f6fa3bd81228e54f17414ddaf95fa5696dd12435dca691859aff5394f3c4655372c83199',
  'enciphered, SHA-512, second 1010':
    '3081ea020103301102045762c94f020300ffe3040103020103045a3058040c8000000903000a0b0c0d0e0f020105020203f20405776174636804307087ca7da88903a1a80e0b6d0927f4362ddf4b52c7bfab8cd27917072bdb8f4aec60f9fb63f378474230ab5de7ef5d45040829d9cb93d4ca054304768876c48710873f357dd63bab3fdc9725cccedce33d24240f5716cd0d25baa4519c6594123bbd68bb1cbc81ad70110b1f4eb2351c41425a0ce7a8d0955a579262ca58814e645fb5c4e1b25f7f9a732d5c6080af783a8a8525c0de9a81a0c1db9b4a49026623b3b07bee8f4246c3e0f884d9b0e153dce4',
  'not signed at all':
    '3081b1020103301102046f5aa02c020300ffe304010002010304233021040c8000000903000a0b0c0d0e0f020101020312ef0204057761746368040004003074041180001f88804f7ca424d99b026b000000000400a75d020412880ae9020100020100304f300e06082b06010201010300430210923017060a2b06010603010104010006092b0601060301010503300f060a2b0601020102020101030201033013060a2b06010201020201020304054769302f33',
} as const
type Sent = keyof typeof SENT
const bytesOf = (name: Sent) => Buffer.from(SENT[name], 'hex')

const DEVICE = Buffer.from('8000000903000a0b0c0d0e0f', 'hex')
const OWN = { id: Buffer.from('800000000501020304', 'hex'), boots: 7 }
const LINE_DOWN = {
  ...{ oid: '1.3.6.1.6.3.1.1.5.3', from: '' },
  values: [
    { oid: '1.3.6.1.2.1.2.2.1.1.3', text: '3' },
    { oid: '1.3.6.1.2.1.2.2.1.2.3', text: 'Gi0/3' },
  ],
}

const user = (
  hash: TrapUser['security']['hash'],
  level: 'auth' | 'auth-priv',
  secret = 'sign-with-this\nhide-with-this',
) => ({
  ...{ sourceId: `${hash} ${level}`, security: { user: 'watch', level, hash }, passwords: passwordsOf(secret) },
})

function openEar(known = new Map<string, { boots: number; seconds: number }>()) {
  const [own, times] = [startOwnEngine(OWN, 0), keepEngineTimes(known)]
  return (message: Buffer, users: readonly TrapUser[], nowMs = 60_000) => {
    const told = readSecuredTrap(message, users, { own, times, nowMs })
    return told?.kind === 'unheard' ? told.why : told
  }
}

test.each<[Sent, TrapUser]>([
  ['signed with SHA-256, second 1000', user('sha256', 'auth')],
  ['enciphered, SHA-1, second 1010', user('sha1', 'auth-priv')],
  ['enciphered, SHA-512, second 1010', user('sha512', 'auth-priv')],
])('%s: read with its passwords, and refused when it is sent again', (name, who) => {
  const hear = openEar()
  const { sourceId } = who
  expect(hear(bytesOf(name), [who])).toEqual({ kind: 'told', trap: LINE_DOWN, sourceIds: [sourceId], answer: null })
  expect(hear(bytesOf(name), [who])).toBe('replayed')
})

test.each<[string, Sent, TrapUser, string]>([
  ['a wrong password', 'signed with SHA-256, second 1000', user('sha256', 'auth', 'another-word'), 'password-wrong'],
  ['another hash', 'signed with SHA-256, second 1000', user('sha512', 'auth'), 'password-wrong'],
  [
    'a wrong word to decipher with',
    'enciphered, SHA-1, second 1010',
    user('sha1', 'auth-priv', 'sign-with-this\nwrong-word'),
    'undecipherable',
  ],
  ['less than its source asks', 'signed with SHA-256, second 1000', user('sha256', 'auth-priv'), 'level-unsupported'],
  ['no signature', 'not signed at all', user('sha256', 'auth'), 'level-unsupported'],
  [
    'another user',
    'signed with SHA-256, second 1000',
    { ...user('sha256', 'auth'), security: { user: 'nobody', level: 'auth', hash: 'sha256' } },
    'user-unknown',
  ],
])('%s is not heard', (_what, name, who, why) => expect(openEar()(bytesOf(name), [who])).toBe(why))

test('one byte changed anywhere, and nothing of it is heard', () => {
  const who = [user('sha256', 'auth'), user('sha1', 'auth-priv')]
  fc.assert(
    fc.property(
      fc.constantFrom(...(Object.keys(SENT) as Sent[])),
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      (name, at, flip) => {
        const message = bytesOf(name)
        message[at % message.length] = (message[at % message.length] ?? 0) ^ flip
        const told = openEar()(message, who)
        expect(typeof told === 'object' && told?.kind === 'told').toBe(false)
      },
    ),
    { numRuns: 1_000 },
  )
})

/** A trap or inform as a device writes it. */
function write(
  pdu: number,
  { boots, seconds, engine = DEVICE, id = seconds }: { boots: number; seconds: number; engine?: Buffer; id?: number },
) {
  const open = bytesOf('not signed at all')
  const at = open.indexOf(Buffer.from('3074041180001f88', 'hex'))
  const scoped = Buffer.from(open.subarray(at))
  scoped[scoped.indexOf(0xa7)] = pdu
  const { security, passwords } = user('sha256', 'auth')
  const secured = { security, passwords, engine: { id: engine, boots, seconds } }
  return writeSealed(secured, { id, isReportable: pdu !== 0xa7, scoped })
}

test.each<[string, ...[boots: number, seconds: number, afterSeconds: number, judged: string][]]>([
  ['out of order within the window', [5, 1000, 0, 'told'], [5, 900, 1, 'told'], [5, 1001, 1, 'told']],
  ['older than the window', [5, 1000, 0, 'told'], [5, 849, 1, 'clock-apart']],
  ['held back on its way for ten minutes', [5, 1000, 0, 'told'], [5, 1001, 600, 'clock-apart'], [5, 1600, 600, 'told']],
  ['a clock that loses a second in an hour', [5, 1000, 0, 'told'], [5, 2_593_000 - 720, 2_592_000, 'told']],
  ['started anew', [5, 1000, 0, 'told'], [6, 3, 5, 'told'], [5, 1001, 6, 'clock-apart']],
  ['a counter of starts at its end', [2 ** 31 - 1, 3, 0, 'clock-apart']],
])('%s', (_what, ...messages) => {
  const hear = openEar()
  for (const [boots, seconds, after, judged] of messages) {
    const told = hear(write(0xa7, { boots, seconds }), [user('sha256', 'auth')], after * 1000)
    expect(typeof told === 'string' ? told : told?.kind).toBe(judged)
  }
})

test('after a start nothing counts that was sent before, and the newest does', () => {
  const hear = openEar(new Map([[DEVICE.toString('hex'), { boots: 5, seconds: 1000 }]]))
  const who = [user('sha256', 'auth')]
  expect(hear(bytesOf('signed with SHA-256, second 1000'), who)).toBe('replayed')
  expect(hear(write(0xa7, { boots: 5, seconds: 1001 }), who)).toMatchObject({ kind: 'told' })
  expect(hear(write(0xa7, { boots: 5, seconds: 999 }), who)).toBe('replayed')
})

test('whoever asks is told who this is; an inform in our time is answered, one of another time is told ours', () => {
  const hear = openEar()
  const who = [user('sha256', 'auth')]
  const asked = hear(write(0xa6, { boots: 0, seconds: 0, engine: Buffer.alloc(0) }), who, 60_000)
  if (typeof asked !== 'object' || asked?.kind !== 'report') throw new Error('no report')
  expect(asked.answer.includes(OWN.id)).toBe(true)
  const early = hear(write(0xa6, { boots: 0, seconds: 0, engine: OWN.id }), who, 60_000)
  expect(early).toMatchObject({ kind: 'report' })
  const inform = write(0xa6, { boots: 7, seconds: 60, engine: OWN.id, id: 9 })
  const told = hear(inform, who, 61_000)
  expect(told).toMatchObject({ kind: 'told', trap: LINE_DOWN, answer: expect.any(Buffer) })
  // Its sender missed the answer: it is answered again, and counts once.
  expect(hear(inform, who, 62_000)).toMatchObject({ kind: 'told', trap: null, answer: expect.any(Buffer) })
  expect(hear(inform, who, 400_000)).toMatchObject({ kind: 'report' })
})
