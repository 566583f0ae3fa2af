import { cut, type Heard, LONGEST_ABOUT, LONGEST_PRINT, LONGEST_TITLE } from './read-signals.ts'
import { DEVICE_QUIET_MINUTES, plain, withoutNumbers } from './read-syslog.ts'

/** What a device says by itself, out of its envelope; `oid` names it as version 2 does. */
export type Trap = {
  readonly oid: string
  /** Who said it first, where it was passed on; empty when nobody says so. */
  readonly from: string
  readonly values: readonly { readonly oid: string; readonly text: string }[]
}

/** What has a word for its end waits for it this long: the word goes once and may be lost on its way. */
const ENDED_BY_WORD_MINUTES = 1_440

const STANDARD = '1.3.6.1.6.3.1.1.5'
const UPS = '1.3.6.1.2.1.33.2'
const INTERFACES = '1.3.6.1.2.1.2.2.1'
const INTERFACE_INDEX = `${INTERFACES}.1.`
const UPS_ALARM_KIND = '1.3.6.1.2.1.33.1.6.2.1.2'

type Meaning = {
  readonly name: string
  /** `down` is ended by `up` of the same pair. */
  readonly says: 'once' | 'down' | 'up' | 'calm'
  readonly pair?: 'link' | 'ups-alarm'
}

/** RFC 3418 §2, RFC 2863 and RFC 1628. What a maker names himself is taken as an alarm by its number. */
const MEANINGS: Readonly<Record<string, Meaning>> = {
  [`${STANDARD}.1`]: { name: 'coldStart', says: 'once' },
  [`${STANDARD}.2`]: { name: 'warmStart', says: 'once' },
  [`${STANDARD}.3`]: { name: 'linkDown', says: 'down', pair: 'link' },
  [`${STANDARD}.4`]: { name: 'linkUp', says: 'up', pair: 'link' },
  [`${STANDARD}.5`]: { name: 'authenticationFailure', says: 'once' },
  [`${STANDARD}.6`]: { name: 'egpNeighborLoss', says: 'once' },
  [`${UPS}.1`]: { name: 'upsTrapOnBattery', says: 'once' },
  [`${UPS}.2`]: { name: 'upsTrapTestCompleted', says: 'calm' },
  [`${UPS}.3`]: { name: 'upsTrapAlarmEntryAdded', says: 'down', pair: 'ups-alarm' },
  [`${UPS}.4`]: { name: 'upsTrapAlarmEntryRemoved', says: 'up', pair: 'ups-alarm' },
}

/** Reads a trap; the clock of the device is not believed. `sender` is the address it came from. */
export function readTrap({ oid, from, values }: Trap, sender: string): Heard {
  const { name, says, pair } = meaningOf(oid)
  if (says === 'calm') return { kind: 'calm' }
  const about = cut(plain(from), LONGEST_ABOUT) || sender
  const said = plain(values.map(({ text }) => text).join(' '))
  const thing = pair === undefined ? `${oid} ${withoutNumbers(said)}` : `${pair} ${thingOf(pair, values)}`
  const title = said === '' ? name : `${name}: ${said}`
  return {
    kind: 'alarm',
    signal: {
      ...{ fingerprint: cut(`${about} ${thing}`, LONGEST_PRINT), about, title: cut(title, LONGEST_TITLE) },
      ...{ severity: '', isFiring: says !== 'up', beganAt: null },
      quietMinutes: says === 'down' ? ENDED_BY_WORD_MINUTES : DEVICE_QUIET_MINUTES,
    },
  }
}

/** A trap of version 1 that a maker numbers comes with a zero before its number: RFC 3584 §3.1. */
function meaningOf(oid: string): Meaning {
  return MEANINGS[oid] ?? MEANINGS[oid.replace(/\.0(\.\d+)$/, '$1')] ?? { name: oid, says: 'once' }
}

/** Which line, or which alarm of the battery: the same at its beginning and at its end. */
function thingOf(pair: 'link' | 'ups-alarm', values: Trap['values']): string {
  switch (pair) {
    case 'link': {
      const index = values.find(({ oid }) => oid.startsWith(INTERFACE_INDEX))
      const any = values.find(({ oid }) => oid.startsWith(`${INTERFACES}.`))
      return index?.text ?? any?.oid.split('.').at(-1) ?? ''
    }
    case 'ups-alarm':
      return values.find(({ oid }) => oid.startsWith(UPS_ALARM_KIND))?.text ?? ''
  }
}
