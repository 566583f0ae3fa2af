import { z } from 'zod'
import type { EditStep } from './edit-history.ts'

/** Edits of a form that no server has confirmed, kept in this browser: a killed tab or a power cut loses nothing. */
const Kept = z.object({
  version: z.number().int(),
  edits: z.array(z.object({ where: z.string(), was: z.string(), now: z.string() })).min(1),
})

export type Kept = z.infer<typeof Kept>

export function keepEdits(formId: string, version: number, edits: EditStep): void {
  if (edits.length === 0) localStorage.removeItem(keyOf(formId))
  else localStorage.setItem(keyOf(formId), JSON.stringify({ version, edits }))
}

export function findKeptEdits(formId: string): Kept | null {
  const text = localStorage.getItem(keyOf(formId))
  if (text === null) return null
  return Kept.safeParse(parse(text)).data ?? null
}

function keyOf(formId: string): string {
  return `shiji-unsaved-${formId}`
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
