import type { FormId } from '@shiji/contract/performance'
import type { RevisionId } from '@shiji/contract/revision'
import type { Context } from '#platform/context'
import type { Tx } from '#platform/database/transaction'
import { decideOnRevision } from '../revision/decide-revision.ts'
import { decideOnDeclaration } from './decide-declaration.ts'

/** What a flow was about and how it ended, told inside the transaction of the last task. */
export type FlowEnded = {
  readonly subject:
    | { readonly kind: 'declaration'; readonly id: FormId }
    | { readonly kind: 'revision'; readonly id: RevisionId }
  readonly outcome: 'approve' | 'return' | 'reject'
  /** The last opinion and the desk it was given for. */
  readonly opinion: string
  readonly desk: string
}

/** The hook a flow calls when it ends: the promise is frozen, returned or rejected with it or not at all. */
export async function onFlowEnded(
  tx: Tx,
  context: Context,
  { subject, outcome, opinion, desk }: FlowEnded,
): Promise<void> {
  switch (subject.kind) {
    case 'declaration':
      return decideOnDeclaration(tx, context, { id: subject.id, decision: outcome, opinion, desk })
    case 'revision':
      await decideOnRevision(tx, context, { id: subject.id, decision: outcome, opinion, desk })
  }
}
