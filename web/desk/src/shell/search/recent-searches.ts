import { z } from 'zod'
import { readStored, store } from '#desk/kit/stored.ts'

const KEY = 'shiji.searches'
const MOST = 8
const Kept = z.array(z.string()).catch([])

/** What this person looked for in this browser, the last first. */
export function recentSearches(personId: string): readonly string[] {
  return Kept.parse(readStored(`${KEY}.${personId}`))
}

export function keepSearch(personId: string, text: string): void {
  const others = recentSearches(personId).filter((kept) => kept !== text)
  store(`${KEY}.${personId}`, [text, ...others].slice(0, MOST))
}
