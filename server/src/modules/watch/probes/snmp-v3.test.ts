import { createSocket } from 'node:dgram'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { check } from './check.ts'
import { readSecured, writeDiscovery, writeSecured } from './snmp-v3.ts'
import { localKey, passwordsOf, UNKNOWN_ENGINE } from './usm.ts'

const ENGINE = Buffer.from('000000000000000000000002', 'hex')

test('the key of a password is that of RFC 3414, §A.3.2', () => {
  expect(localKey('sha1', 'maplesyrup', ENGINE).toString('hex')).toBe('6695febc9288e36282235fc7151f128497b38f3f')
})

test('one word does both where no second one is given', () => {
  expect(passwordsOf('signing')).toEqual({ auth: 'signing', privacy: 'signing' })
  expect(passwordsOf('signing\nenciphering')).toEqual({ auth: 'signing', privacy: 'enciphering' })
})

const SECURITY = { user: 'shiji', level: 'auth-priv', hash: 'sha256' } as const
const secured = {
  security: SECURITY,
  passwords: passwordsOf('sign-with-this\nhide-with-this'),
  engine: { id: ENGINE, boots: 3, seconds: 4_000 },
}
const OID = '1.3.6.1.2.1.33.1.2.4.0'

test('what is enciphered shows neither the object nor a password', () => {
  const message = writeSecured(secured, { oids: [OID], id: 7 })
  expect(message.includes(Buffer.from('2b060102012101020400', 'hex'))).toBe(false)
  expect(message.includes(Buffer.from('this'))).toBe(false)
  const open = writeSecured({ ...secured, security: { ...SECURITY, level: 'auth' } }, { oids: [OID], id: 7 })
  expect(open.includes(Buffer.from('2b060102012101020400', 'hex'))).toBe(true)
})

test('whatever a stranger answers, it is read or said to be unreadable; nothing unsigned is believed', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 160 }), fc.nat(255), (bytes, place) => {
      const forged = writeSecured(secured, { oids: [OID], id: 7 })
      forged[place % forged.length] = (forged[place % forged.length] ?? 0) ^ 1
      for (const message of [Buffer.from(bytes), forged]) {
        const answer = readSecured(message, secured, 7)
        expect(answer.kind === 'report' || answer.answer.kind === 'refused').toBe(true)
      }
    }),
    { numRuns: 40 },
  )
})

test('an agent that only says it is somebody else is asked no more than three times', async () => {
  const socket = createSocket('udp4')
  let asked = 0
  // A report of another engine each time: RFC 3414 §3.2, usmStatsUnknownEngineIDs.
  socket.on('message', (_message, from) => {
    asked += 1
    const report = writeDiscovery(1)
    socket.send(report, from.port, from.address)
  })
  await new Promise<void>((done) => socket.bind(0, '127.0.0.1', done))
  onTestFinished(() => void socket.close())
  const { port } = socket.address()
  const target = { kind: 'snmp', host: '127.0.0.1', port, oid: OID, factor: '1', least: null, most: null } as const
  const allowed = [{ host: '127.0.0.1', port, reach: 'this-machine' as const }]
  const found = await check({ target: { ...target, security: SECURITY }, secret: 'word', timeoutMs: 2_000, allowed })
  expect(found.problem?.code).toBe('answered-badly')
  expect(asked).toBeLessThanOrEqual(3)
  expect(UNKNOWN_ENGINE.id).toHaveLength(0)
})
