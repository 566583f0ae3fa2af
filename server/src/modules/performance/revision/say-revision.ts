import { compareContents } from '@shiji/kernel/form/compare-contents'
import type { Actor } from '#platform/context'
import type { Reader } from '#platform/database/transaction'
import { findForm } from '../form-store.ts'
import { revise } from './revise.ts'
import type { Revision } from './revision-store.ts'

/** A revision beside what it changes in the version it was filed against. */
export async function sayRevision(reader: Reader, actor: Actor, { steps, filedAt, ...revision }: Revision) {
  const base = await findForm(reader, actor, { id: revision.formId, version: revision.baseVersion })
  const outcome = base === undefined ? null : revise(base.content, revision.asked)
  return {
    ...revision,
    filedAt: filedAt.toString(),
    steps: steps.map(({ personId: _, ...step }) => step),
    differences: base !== undefined && outcome?.ok ? compareContents(base.content, outcome.value.content) : [],
  }
}
