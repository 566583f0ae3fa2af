import { z } from 'zod'
import { readStored, store } from '#desk/kit/stored.ts'

const Step = z.array(z.object({ where: z.string(), was: z.string(), now: z.string() }))

/**
 * Edits of a form that no server has confirmed, kept in this browser: a killed tab or a power cut loses nothing. What
 * was on its way keeps its key, so that it happens once even when only the reply was lost.
 */
const Kept = z.object({ version: z.number().int(), key: z.string().nullable(), sent: Step, waiting: Step })

export type Kept = Readonly<z.infer<typeof Kept>>
type KeptHere = { readonly version: number; readonly key: string | null } & {
  readonly [list in 'sent' | 'waiting']: readonly z.infer<typeof Step>[number][]
}

/** `place` names the person and the form: two people at one browser do not send each other's words. */
export function keepEdits(place: string, kept: KeptHere): void {
  if (kept.sent.length + kept.waiting.length === 0) localStorage.removeItem(keyOf(place))
  else store(keyOf(place), kept)
}

export function findKeptEdits(place: string): Kept | null {
  return Kept.safeParse(readStored(keyOf(place))).data ?? null
}

function keyOf(place: string): string {
  return `shiji-unsaved-${place}`
}
