import type { regulations } from '@shiji/contract/regulations'
import type { z } from 'zod'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { findDocumentRow } from '../document-store.ts'
import { findRegulation, saveText } from './regulation-store.ts'

type Input = z.output<NonNullable<(typeof regulations.registerRegulation)['~orpc']['inputSchema']>>

export async function registerRegulation(context: Context, input: Input) {
  requirePermission(context, 'documents.keep')
  const { actor, now, db, newId } = context
  const { id, documentId, validFrom, validUntil, ...facts } = input
  return inTransaction(db, async (tx) => {
    const known = await findRegulation(tx, context, id)
    if (known !== undefined) return known
    const document = (await findDocumentRow(tx, actor, documentId)) ?? refuse('not-found')
    requireOrder({ validFrom, validUntil })

    const by = { enteredAt: now, enteredBy: actor.personId }
    await tx
      .insertInto('documentsRegulation')
      .values({ id, ...facts, unitId: actor.unitId, madeAt: now, madeBy: actor.personId })
      .execute()
    await saveText(tx, { id: newId(), regulationId: id, documentId, validFrom, validUntil, ...by })
    const { sha256 } = document
    await recordInLedger(tx, context, { did: 'documents.regulation-registered', ...input, sha256 })
    return (await findRegulation(tx, context, id)) ?? refuse('not-found')
  })
}

export function requireOrder({ validFrom, validUntil }: Pick<Input, 'validFrom' | 'validUntil'>): void {
  if (validUntil !== null && validFrom > validUntil) {
    refuse('input-invalid', { problem: `${validFrom} > ${validUntil}` })
  }
}
