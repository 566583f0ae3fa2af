import { readStored, store } from '#desk/kit/stored.ts'

const KEY = 'shiji-device'

/** The same browser keeps its name. */
export function deviceName(): string {
  const known = readStored(KEY)
  if (typeof known === 'string') return known
  const made = `web-${crypto.randomUUID().slice(0, 8)}`
  store(KEY, made)
  return made
}

/** The moment typed as the office reads it, or now when nothing was typed. */
export function momentTyped(at: string | undefined): string {
  return at === undefined || at === '' ? new Date().toISOString() : new Date(`${at}:00+08:00`).toISOString()
}
