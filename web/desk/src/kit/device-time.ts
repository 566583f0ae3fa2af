import { makeId } from './make-id.ts'
import { readStored, store } from './stored.ts'

const KEY = 'shiji-device'

/** When something happened by the clock of this browser; the server measures how far that clock is off. */
export function deviceTime(happenedAt: Date = new Date()) {
  return { happenedAt: happenedAt.toISOString(), sentAt: new Date().toISOString(), device: deviceName() }
}

/** The same browser keeps its name, at the desk and on a phone. */
function deviceName(): string {
  const known = readStored(KEY)
  if (typeof known === 'string') return known
  const made = `web-${makeId().slice(-8)}`
  store(KEY, made)
  return made
}

/** The moment typed as the office reads it, or now when nothing was typed. */
export function momentTyped(at: string | undefined): Date {
  return at === undefined || at === '' ? new Date() : new Date(`${at}:00+08:00`)
}
