import { readStored, store } from '#desk/kit/stored.ts'

const KEY = 'shiji-device'

/** When something happened by the clock of this browser; the server measures how far that clock is off. */
export function deviceTime(happenedAt: Date = new Date()) {
  return { happenedAt: happenedAt.toISOString(), sentAt: new Date().toISOString(), device: deviceName() }
}

/** The same browser keeps its name. */
function deviceName(): string {
  const known = readStored(KEY)
  if (typeof known === 'string') return known
  const made = `web-${crypto.randomUUID().slice(0, 8)}`
  store(KEY, made)
  return made
}
