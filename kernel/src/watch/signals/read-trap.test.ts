import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readTrap, type Trap } from './read-trap.ts'

const SENDER = '10.2.0.7'
const heard = (oid: string, values: Trap['values'] = [], from = '') => readTrap({ oid, from, values }, SENDER)
const signalOf = (oid: string, values: Trap['values'] = [], from = '') => {
  const said = heard(oid, values, from)
  return said.kind === 'alarm' ? said.signal : null
}
const LINK = [
  { oid: '1.3.6.1.2.1.2.2.1.1.3', text: '3' },
  { oid: '1.3.6.1.2.1.2.2.1.2.3', text: 'GigabitEthernet0/3' },
]
const [DOWN, UP] = ['1.3.6.1.6.3.1.1.5.3', '1.3.6.1.6.3.1.1.5.4']
/** upsAlarmOnBattery of RFC 1628. */
const ON_BATTERY = [
  { oid: '1.3.6.1.2.1.33.1.6.2.1.1.7', text: '7' },
  { oid: '1.3.6.1.2.1.33.1.6.2.1.2.7', text: '1.3.6.1.2.1.33.1.6.3.2' },
]

test.each<[string, Trap['values'], string]>([
  [DOWN, LINK, 'linkDown: 3 GigabitEthernet0/3'],
  ['1.3.6.1.6.3.1.1.5.1', [], 'coldStart'],
  ['1.3.6.1.6.3.1.1.5.5', [], 'authenticationFailure'],
  // As version 2 names it, and as version 1 with a zero before its number.
  ['1.3.6.1.2.1.33.2.1', [], 'upsTrapOnBattery'],
  ['1.3.6.1.2.1.33.2.0.1', [], 'upsTrapOnBattery'],
  [
    '1.3.6.1.4.1.318.0.5',
    [{ oid: '1.3.6.1.4.1.318.2.3.3.0', text: 'UPS: On battery.\r\n' }],
    '1.3.6.1.4.1.318.0.5: UPS: On battery.',
  ],
])('%s is told as it is called', (oid, values, title) => {
  expect(signalOf(oid, values)).toMatchObject({ title, about: SENDER, isFiring: true, beganAt: null })
})

test('a line that comes back and a battery that is charged end what they began; others are over when they fall silent', () => {
  const [down, up] = [signalOf(DOWN, LINK), signalOf(UP, LINK)]
  expect([up?.isFiring, up?.fingerprint]).toEqual([false, down?.fingerprint])
  const other = [{ oid: '1.3.6.1.2.1.2.2.1.1.4', text: '4' }]
  expect(signalOf(UP, other)?.fingerprint).not.toBe(down?.fingerprint)
  // Some devices leave the number of the line to the names of the other values.
  expect(signalOf(UP, LINK.slice(1))?.fingerprint).toBe(down?.fingerprint)
  const [added, removed] = ['3', '4'].map((place) => signalOf(`1.3.6.1.2.1.33.2.${place}`, ON_BATTERY))
  expect([removed?.isFiring, removed?.fingerprint]).toEqual([false, added?.fingerprint])
  expect([down?.quietMinutes, signalOf('1.3.6.1.6.3.1.1.5.1')?.quietMinutes]).toEqual([1440, 15])
})

test('a test of the battery that is done is no alarm', () =>
  expect(heard('1.3.6.1.2.1.33.2.2')).toEqual({ kind: 'calm' }))

test('what was passed on belongs to the device that said it first', () => {
  const passed = signalOf(DOWN, LINK, '10.9.0.1')
  expect([passed?.about, passed?.fingerprint === signalOf(DOWN, LINK)?.fingerprint]).toEqual(['10.9.0.1', false])
})

test('the same trouble told again is known, whatever its numbers are', () => {
  const print = (text: string) => signalOf('1.3.6.1.4.1.9.9.13.3.0.3', [{ oid: '1.2.3', text }])?.fingerprint
  expect(print('temperature 71')).toBe(print('temperature 74'))
  expect(print('temperature 71')).not.toBe(print('fan 1'))
})

test('whatever a device sends, it is read on one line that fits', () => {
  const value = fc.record({
    oid: fc.constantFrom('1.3.6.1.2.1.2.2.1.1.3', '1.2.3'),
    text: fc.string({ unit: 'binary' }),
  })
  const oids = fc.constantFrom(DOWN, UP, '1.3.6.1.2.1.33.2.3', '1.3.6.1.4.1.318.0.5')
  fc.assert(
    fc.property(oids, fc.array(value), fc.string({ unit: 'binary' }), (oid, values, from) => {
      const signal = signalOf(oid, values, from)
      if (signal === null) throw new Error('an alarm was not heard')
      const { fingerprint, about, title } = signal
      expect([fingerprint.length <= 500, about.length <= 60, title.length <= 300]).toEqual([true, true, true])
      expect(/[\r\n]/.test(`${about}${title}`)).toBe(false)
    }),
  )
})
