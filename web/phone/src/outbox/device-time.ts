import { makeId } from '../words/make-id.ts'

const KEY = 'shiji-device'

/** When something happened by the clock of this phone; the server measures how far that clock is off. */
export function deviceTime(happenedAt: string) {
  return { happenedAt, sentAt: new Date().toISOString(), device: deviceName() }
}

/** The same browser keeps its name, at the desk and on its feet. */
function deviceName(): string {
  try {
    const known: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null')
    if (typeof known === 'string') return known
  } catch {
    // What is there is no name of ours.
  }
  const made = `web-${makeId().slice(-8)}`
  localStorage.setItem(KEY, JSON.stringify(made))
  return made
}
