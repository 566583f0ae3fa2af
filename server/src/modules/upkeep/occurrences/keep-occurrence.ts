import type { upkeep } from '@shiji/contract/upkeep'
import { momentOf } from '@shiji/kernel/ticket/device-moment'
import type { z } from 'zod'
import { findDocument } from '#modules/documents'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { DUTY_KINDS } from '../duty/shift-store.ts'
import { lockOccurrence } from './occurrence-store.ts'
import { openOccurrence } from './open-occurrence.ts'
import { settleOccurrence } from './settle-occurrence.ts'

type Input = z.output<NonNullable<(typeof upkeep.keepOccurrence)['~orpc']['inputSchema']>>

export async function keepOccurrence(context: Context, { id, time, note, attendees, documentId }: Input) {
  requirePermission(context, 'upkeep.work')
  const { actor, now, db } = context
  await inTransaction(db, async (tx) => {
    const occurrence = (await lockOccurrence(tx, actor, id)) ?? refuse('not-found')
    if (documentId !== null && (await findDocument(tx, actor, documentId)) === undefined) refuse('not-found')
    const { at: text, aheadSeconds } = momentOf(time, now.toString())
    const at = Temporal.Instant.from(text)
    // The same record came twice: it is there.
    if (occurrence.doneAt !== null && Temporal.Instant.compare(occurrence.doneAt, at) === 0) return null
    // A round is done point by point, a shift by being there.
    if (occurrence.kind === 'inspection' || DUTY_KINDS.includes(occurrence.kind)) refuse('occurrence-settled')

    const strength = documentId === null ? 'D' : 'C'
    const doing = { at, strength, aheadSeconds, device: time.device || null, note, attendees, documentId } as const
    await settleOccurrence(tx, context, { occurrence, doing })
    return null
  })
  return openOccurrence(context, { id })
}
