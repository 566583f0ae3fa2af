import { FormContentSchema } from '@shiji/kernel/form/form-content-schema'
import { z } from 'zod'
import { readStored, store } from '#desk/kit/stored.ts'
import type { Review } from './review-state.ts'

const Kept = z.object({
  contents: z.array(FormContentSchema),
  answers: z.array(z.tuple([z.number().int(), z.enum(['accepted', 'edited'])])),
  at: z.number().int(),
})

/** What a person already answered about a file, kept in this browser, so that a page opened anew goes on there. */
export function keepReview(documentId: string, { contents, queue }: Review): void {
  store(keyOf(documentId), { contents, answers: [...queue.answers], at: queue.at })
}

/** The fresh reading with the kept answers on it; answers to another reading of the file are left out. */
export function resumeReview(documentId: string, fresh: Review): Review {
  const kept = Kept.safeParse(readStored(keyOf(documentId))).data
  if (kept === undefined || kept.contents.length !== fresh.contents.length) return fresh
  const { items } = fresh.queue
  if (kept.answers.some(([index]) => items[index] === undefined)) return fresh
  const queue = { items, answers: new Map(kept.answers), at: Math.max(0, Math.min(kept.at, items.length - 1)) }
  return { ...fresh, contents: kept.contents, queue }
}

export function forgetReview(documentId: string): void {
  localStorage.removeItem(keyOf(documentId))
}

function keyOf(documentId: string): string {
  return `shiji-review-${documentId}`
}
