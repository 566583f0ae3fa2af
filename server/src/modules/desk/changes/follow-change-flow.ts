import type { ChangeState } from '@shiji/kernel/change/change-life'
import type { FlowStepped } from '#modules/flow'
import type { Context } from '#platform/context'
import type { Tx } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { lockChange, moveChange } from './change-store.ts'

/** Where each step of its case takes a change. */
const STATE_AFTER = {
  review: 'reviewing',
  return: 'returned',
  withdraw: 'withdrawn',
  resubmit: 'reviewing',
  approve: 'approved',
  reject: 'rejected',
} as const satisfies Readonly<Record<FlowStepped['outcome'], ChangeState>>

export async function followChangeFlow(tx: Tx, context: Context, { subject, outcome, opinion }: FlowStepped) {
  if (subject.kind !== 'change') return
  const change = (await lockChange(tx, subject.id)) ?? refuse('not-found')
  const state = STATE_AFTER[outcome]
  await moveChange(tx, change.id, { state, ...(state === 'approved' ? { approvedAt: context.now } : {}) })
  const moved = { before: { state: change.state }, after: { state } }
  await recordInLedger(tx, context, { did: 'desk.change-moved', changeId: change.id, outcome, opinion, ...moved })
}
