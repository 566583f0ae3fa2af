import { FormId } from '@shiji/contract/performance'
import type { FlowStepped } from '#modules/flow'
import type { Context } from '#platform/context'
import type { Tx } from '#platform/database/transaction'
import { type Decision, decideOnDeclaration } from './decide-declaration.ts'
import { moveDeclaration } from './move-declaration.ts'
import { handInDeclaration } from './submit-declaration.ts'

/** The declaration moves with its case: sent on, returned, taken back, handed in again, approved or turned down. */
export async function followFlow(tx: Tx, context: Context, { subject, outcome, opinion, desk }: FlowStepped) {
  if (subject.kind !== 'declaration') return
  const id = FormId.parse(subject.id)
  const decide = (decision: Decision) => decideOnDeclaration(tx, context, { id, decision, opinion, desk })
  switch (outcome) {
    case 'review':
    case 'return':
    case 'approve':
    case 'reject':
      return decide(outcome)
    case 'withdraw':
      await moveDeclaration(tx, context, { id, deed: 'withdraw' })
      return
    case 'resubmit':
      await handInDeclaration(tx, context, { id })
  }
}
