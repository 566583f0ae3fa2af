import { createSocket } from 'node:dgram'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { check } from './check.ts'
import { readAnswer, writeQuestion } from './snmp-message.ts'

const HOST = '127.0.0.1'

/** An agent of a UPS: it answers with the value of the object it is asked for, and only to its community. */
async function agent(values: Readonly<Record<string, Buffer>>): Promise<number> {
  const socket = createSocket('udp4')
  socket.on('message', (asked, from) => {
    if (!asked.includes(Buffer.from('ups-secret'))) return
    const found = Object.entries(values).find(([oid]) => asked.includes(Buffer.from(oid, 'hex')))
    const oid = Buffer.from(found?.[0] ?? '', 'hex')
    const id = asked.subarray(asked.indexOf(0xa0) + 2).subarray(0, 2 + (asked[asked.indexOf(0xa0) + 3] ?? 0))
    const binding = Buffer.concat([Buffer.from([0x06, oid.length]), oid, found?.[1] ?? Buffer.from([0x80, 0])])
    const bindings = Buffer.concat([Buffer.from([0x30, binding.length]), binding])
    const body = Buffer.concat([id, Buffer.from([2, 1, 0, 2, 1, 0, 0x30, bindings.length]), bindings])
    const head = Buffer.concat([Buffer.from([2, 1, 1, 4, 10]), Buffer.from('ups-secret')])
    const pdu = Buffer.concat([Buffer.from([0xa2, body.length]), body])
    socket.send(Buffer.concat([Buffer.from([0x30, head.length + pdu.length]), head, pdu]), from.port, from.address)
  })
  await new Promise<void>((done) => socket.bind(0, HOST, done))
  onTestFinished(() => void socket.close())
  return socket.address().port
}

/** upsEstimatedChargeRemaining, upsInputVoltage and sysDescr of RFC 1628 and RFC 3418. */
const CHARGE = '1.3.6.1.2.1.33.1.2.4.0'
const VOLTAGE = '1.3.6.1.2.1.33.1.3.3.1.3.1'
const DESCRIPTION = '1.3.6.1.2.1.1.1.0'
const VALUES = {
  '2b060102012101020400': Buffer.from([0x02, 1, 87]),
  '2b0601020121010303010301': Buffer.from([0x42, 2, 0x08, 0xa2]),
  '2b06010201010100': Buffer.concat([Buffer.from([0x04, 3]), Buffer.from('UPS')]),
}

const target = (port: number, changes: object = {}) => {
  const limits = { least: null as string | null, most: null as string | null, factor: '1', security: null }
  return { kind: 'snmp' as const, host: HOST, port, oid: CHARGE, ...limits, ...changes }
}

async function look(port: number, changes: object = {}, secret = 'ups-secret') {
  const allowed = [{ host: HOST, port, reach: 'this-machine' as const }]
  const { problem } = await check({ target: target(port, changes), secret, timeoutMs: 500, allowed })
  return problem === null ? 'up' : problem.code
}

test('a UPS is asked for its charge, and what it says is held against its limits in its unit', async () => {
  const port = await agent(VALUES)
  expect(await look(port)).toBe('up')
  expect(await look(port, { least: '80', most: '100' })).toBe('up')
  expect(await look(port, { least: '90' })).toBe('value-outside')
  // Tenths of a volt: 2210 is 221.0 V.
  expect(await look(port, { oid: VOLTAGE, factor: '0.1', least: '198', most: '242' })).toBe('up')
  expect(await look(port, { oid: VOLTAGE, factor: '0.1', most: '220.9' })).toBe('value-outside')
  expect(await look(port, { oid: DESCRIPTION })).toBe('up')
  expect(await look(port, { oid: DESCRIPTION, most: '1' })).toBe('answered-badly')
  expect(await look(port, { oid: '1.3.6.1.4.1.9.9.13' })).toBe('answered-badly')
  expect(await look(port, {}, 'another community')).toBe('too-slow')
})

test('the question is the one net-snmp asks', () => {
  const question = writeQuestion({ community: 'public', oid: '1.3.6.1.2.1.1.3.0', id: 0x12d687 })
  expect(question.toString('hex')).toContain('06082b060102010103000500')
  expect(question.toString('hex')).toContain('020312d687')
  expect(question.length).toBe(question.readUInt8(1) + 2)
})

test('whatever a stranger answers, it is read or said to be unreadable', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 120 }), (bytes) => {
      expect(['value', 'refused']).toContain(readAnswer(Buffer.from(bytes), 1).kind)
    }),
  )
})
