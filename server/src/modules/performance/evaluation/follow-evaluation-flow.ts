import { FormId } from '@shiji/contract/performance'
import {
  isWithUnit,
  SELF_EVALUATION_DEED_WORDS,
  SELF_EVALUATION_STATE_WORDS,
  type SelfEvaluationDeed,
  selfEvaluationAfter,
} from '@shiji/kernel/reevaluation/self-evaluation-life'
import type { FlowStepped } from '#modules/flow'
import { type Context, type PersonContext, requireSignedIn } from '#platform/context'
import type { Tx } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { hashContent } from '../life/content-hash.ts'
import { hasWorkedOn } from '../life/life-store.ts'
import { closeSelfEvaluation } from './hand-in-self-evaluation.ts'
import { saveEvaluationStep } from './self-evaluation-step-store.ts'
import { lockSelfEvaluation, type SelfEvaluation } from './self-evaluation-store.ts'

const DEEDS = { review: 'review', return: 'return', withdraw: 'withdraw', approve: 'accept', reject: 'reject' } as const

/** The self-evaluation moves with its case; returned or refused it is the unit's again, accepted it is at its end. */
export async function followEvaluationFlow(tx: Tx, context: Context, { subject, outcome, opinion, desk }: FlowStepped) {
  if (subject.kind !== 'self-evaluation') return
  requireSignedIn(context)
  const own = (await lockSelfEvaluation(tx, context.actor, FormId.parse(subject.id))) ?? refuse('not-found')
  if (outcome === 'resubmit') {
    // Handed in from its own page it was closed just before.
    if (isWithUnit(own.state)) await closeSelfEvaluation(tx, context, { filled: own, statement: own.statement })
    return
  }
  const deed = DEEDS[outcome]
  if (deed !== 'withdraw') await refuseUnfit(tx, context, { own, deed, opinion })
  await move(tx, context, { own, deed, desk, opinion })
}

type Judging = { readonly own: SelfEvaluation; readonly deed: SelfEvaluationDeed; readonly opinion: string }

/** Nobody judges their own work, and who sends it back says why. */
async function refuseUnfit(tx: Tx, { actor }: PersonContext, { own, deed, opinion }: Judging): Promise<void> {
  if (own.handedInBy === actor.personId || (await hasWorkedOn(tx, own.id, actor.personId))) refuse('own-work')
  if ((deed === 'return' || deed === 'reject') && opinion.trim() === '') refuse('opinion-missing')
}

async function move(
  tx: Tx,
  context: PersonContext,
  { own, deed, desk, opinion }: Judging & { readonly desk: string },
): Promise<void> {
  const { actor, now, language } = context
  const { id: formId, version } = own
  const state =
    selfEvaluationAfter(own.state, deed) ??
    refuse('deed-impossible', {
      state: SELF_EVALUATION_STATE_WORDS[own.state][language],
      deed: SELF_EVALUATION_DEED_WORDS[deed][language],
    })
  const sha256 = hashContent(own.content)
  const step = { formId, deed, state, version, sha256, desk, opinion }
  await saveEvaluationStep(tx, { ...step, at: now, personId: actor.personId })
  await recordInLedger(tx, context, { did: `performance.self-evaluation-${deed}`, ...step })
}
