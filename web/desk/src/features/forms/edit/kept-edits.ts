import { z } from 'zod'
import type { EditStep } from './edit-history.ts'

/** Edits of a form that no server has confirmed, kept in this browser: a killed tab or a power cut loses nothing. */
const Kept = z.object({
  version: z.number().int(),
  edits: z.array(z.object({ where: z.string(), was: z.string(), now: z.string() })).min(1),
})

export type Kept = z.infer<typeof Kept>

/** `place` names the person and the form. */
export function keepEdits(place: string, version: number, edits: EditStep): void {
  if (edits.length === 0) localStorage.removeItem(keyOf(place))
  else localStorage.setItem(keyOf(place), JSON.stringify({ version, edits }))
}

export function findKeptEdits(place: string): Kept | null {
  const text = localStorage.getItem(keyOf(place))
  if (text === null) return null
  return Kept.safeParse(parse(text)).data ?? null
}

function keyOf(place: string): string {
  return `shiji-unsaved-${place}`
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
