import type { FormId } from '@shiji/contract/performance'
import { findRunningCase, startFlow } from '#modules/flow'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { placeOf } from '../official-sheets.ts'
import { readLife } from './read-life.ts'
import { handInDeclaration } from './submit-declaration.ts'

type Input = { readonly id: FormId; readonly version: number; readonly opinion: string }

/** Hands the declaration in and sends it through the desks of its place; both happen or neither. */
export async function sendForReview(context: Context, { id, version, opinion }: Input) {
  requirePermission(context, 'performance.write')

  await inTransaction(context.db, async (tx) => {
    const about = { subjectKind: 'declaration', subjectId: id }
    if ((await findRunningCase(tx, about)) !== null) refuse('already-on-its-way')
    const { project: name, unitId, content } = await handInDeclaration(tx, context, { id, version })
    await startFlow(tx, context, {
      subject: { kind: 'declaration', id, name, unitId },
      place: placeOf(content),
      stage: 'declaration',
      fields: {},
      choices: {},
      opinion,
    })
  })
  return readLife(context, { id })
}
