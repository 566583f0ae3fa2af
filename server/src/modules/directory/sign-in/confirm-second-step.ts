import { type Context, requireSignedIn } from '#platform/context'
import { inTransaction, read } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { endOtherSessions } from '../session-store.ts'
import { findSecondStep, saveRecoveryCodes, takeCode } from './second-step-store.ts'
import { codeTriesOf, refuseTooManyCodes, saveWrongTry } from './wrong-tries.ts'

/** From here on the second step is asked for; sessions that came in without it end. */
export async function confirmSecondStep(context: Context, { code }: { code: string }) {
  requireSignedIn(context)
  const { personId, sessionId } = context.actor
  const { now } = context
  await read(context.db, (reader) => refuseTooManyCodes(reader, context, personId))

  // Outside the answer that is kept for repeats: recovery codes are never stored as they are.
  let recoveryCodes: string[] = []
  const isRight = await inTransaction(context.db, async (tx) => {
    const step = await findSecondStep(tx, personId)
    if (step === undefined) return refuse('not-found')
    if (step.confirmedAt !== null) return refuse('second-step-on')
    if (!(await takeCode(tx, context, { personId, code }))) {
      await saveWrongTry(tx, context, codeTriesOf(personId))
      return false
    }

    await tx.updateTable('directorySecondStep').set({ confirmedAt: now }).where('personId', '=', personId).execute()
    recoveryCodes = await saveRecoveryCodes(tx, personId)
    await endOtherSessions(tx, personId, { keep: [sessionId], now })
    await recordInLedger(tx, context, { did: 'directory.second-step-set', personId })
    return true
  })
  if (!isRight) return refuse('code-wrong')
  return recoveryCodes.length > 0 ? { recoveryCodes } : refuse('second-step-on')
}
