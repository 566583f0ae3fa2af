import type { RevisionId } from '@shiji/contract/revision'
import type { PersonContext } from '#platform/context'
import type { Tx } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { refuseRevision, stepOf } from './file-revision.ts'
import { lockRevision, saveRevision } from './revision-store.ts'

/** Taken back by who filed it, it stands as a returned one does: to be corrected and filed again. */
export async function takeBackRevision(tx: Tx, context: PersonContext, { id }: { id: RevisionId }): Promise<void> {
  const revision = (await lockRevision(tx, context.actor, id)) ?? refuse('not-found')
  if (revision.state !== 'submitted' && revision.state !== 'in-review') refuseRevision(revision.state, context.language)
  const steps = [...revision.steps, await stepOf(tx, context, 'withdraw')]
  await saveRevision(tx, { ...revision, steps, state: 'returned' })
  await recordInLedger(tx, context, { did: 'performance.revision-withdraw', revisionId: id, formId: revision.formId })
}
