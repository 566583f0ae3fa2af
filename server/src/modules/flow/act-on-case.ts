import type { Act, CaseId } from '@shiji/contract/flow'
import { type Context, requireSignedIn } from '#platform/context'
import { inTransaction, read } from '#platform/database/transaction'
import { viewCase } from './open-case.ts'
import { takeStep } from './take-step.ts'

export async function actOnCase(context: Context, { id, act }: { id: CaseId; act: Act }) {
  requireSignedIn(context)
  await inTransaction(context.db, (tx) => takeStep(tx, context, { id, act }))
  return read(context.db, (reader) => viewCase(reader, context, id))
}
