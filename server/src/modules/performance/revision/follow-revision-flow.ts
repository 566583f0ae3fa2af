import type { FlowStepped } from '#modules/flow'
import { type Context, requireSignedIn } from '#platform/context'
import type { Tx } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { decideOnRevision } from './decide-revision.ts'
import { handInAgain } from './file-revision.ts'
import { findPendingRevision } from './revision-store.ts'
import { takeBackRevision } from './take-back-revision.ts'

/** The one revision of a declaration that is under way moves with its case; approval freezes the revised version, a return opens it again. */
export async function followRevisionFlow(tx: Tx, context: Context, { subject, outcome, opinion, desk }: FlowStepped) {
  if (subject.kind !== 'revision') return
  requireSignedIn(context)
  const { id, state } = (await findPendingRevision(tx, context.actor, subject.id)) ?? refuse('not-found')
  switch (outcome) {
    case 'review':
    case 'return':
    case 'approve':
    case 'reject':
      await decideOnRevision(tx, context, { id, decision: outcome, opinion, desk })
      return
    case 'withdraw':
      return takeBackRevision(tx, context, { id })
    case 'resubmit':
      // Otherwise corrected rows were filed just before.
      if (state === 'returned') await handInAgain(tx, context, { id })
  }
}
