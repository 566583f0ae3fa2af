import type { ComplaintId, Verdict } from '@shiji/contract/desk-complaints'
import type { z } from 'zod'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { lockComplaint, saveVerdict } from './complaint-store.ts'
import { tellComplaint } from './tell-complaint.ts'

type Input = {
  readonly id: ComplaintId
  readonly verdict: z.infer<typeof Verdict>
  readonly cause: string
}

export async function judgeComplaint(context: Context, { id, verdict, cause }: Input) {
  requirePermission(context, 'desk.confirm')
  const { actor, now } = context
  return inTransaction(context.db, async (tx) => {
    const complaint = (await lockComplaint(tx, actor, id)) ?? refuse('not-found')
    if (complaint.verdict !== null) refuse('judged-already')
    if (complaint.recordedBy === actor.personId) refuse('second-person-needed')

    await saveVerdict(tx, id, { verdict, cause, judgedAt: now, judgedBy: actor.personId })
    await recordInLedger(tx, context, { did: 'desk.complaint-judged', complaintId: id, verdict, cause })
    await tellComplaint(tx, context, complaint)
    return {}
  })
}
