import type { FormId } from '@shiji/contract/performance'
import { compareContents } from '@shiji/kernel/form/compare-contents'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { findForm } from './form-store.ts'

type Input = { readonly id: FormId; readonly from: number; readonly to: number }

export async function compareVersions(context: Context, { id, from, to }: Input) {
  requirePermission(context, 'performance.read')
  const [before, after] = await read(context.db, async (reader) => [
    await findForm(reader, context.actor, { id, version: from }),
    await findForm(reader, context.actor, { id, version: to }),
  ])
  if (before === undefined || after === undefined) return refuse('not-found')
  return compareContents(before.content, after.content)
}
