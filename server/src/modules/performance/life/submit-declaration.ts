import type { FormId } from '@shiji/contract/performance'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction, type Tx } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { checkForm } from '../check-form.ts'
import { type Moved, moveDeclaration } from './move-declaration.ts'
import { readLife } from './read-life.ts'

type Input = { readonly id: FormId; readonly version: number }

export async function submitDeclaration(context: Context, input: Input) {
  requirePermission(context, 'performance.write')

  await inTransaction(context.db, async (tx) => {
    await handInDeclaration(tx, context, input)
  })
  return readLife(context, input)
}

/** Errors of the check block handing in; warnings and hints go along to the reviewer. */
export async function handInDeclaration(
  tx: Tx,
  context: Context,
  { id, version }: { id: FormId; version?: number },
): Promise<Moved> {
  const moved = await moveDeclaration(tx, context, {
    id,
    deed: 'submit',
    ...(version === undefined ? {} : { version }),
  })
  const errors = checkForm(moved.content, context.language).filter(({ severity }) => severity === 'error')
  const [first] = errors
  if (first !== undefined) {
    // The sentence of the refusal goes on after it.
    refuse('findings-open', { count: errors.length, message: first.message.replace(/[。.]$/, '') })
  }
  return moved
}
