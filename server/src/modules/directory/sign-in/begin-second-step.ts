import { type Context, requireSignedIn } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { requireOwnPassword } from './own-password.ts'
import { findSecondStep, secretPlace } from './second-step-store.ts'
import { appUri, makeSecret } from './totp.ts'

/** The secret holds once a first code has confirmed it; beginning again makes another. */
export async function beginSecondStep(context: Context, { password }: { password: string }) {
  requireSignedIn(context)
  const { personId } = context.actor
  const { login } = await requireOwnPassword(context, password)
  const secret = makeSecret()

  const sealed = context.secrets.seal(secret, secretPlace(personId))

  await inTransaction(context.db, async (tx) => {
    const step = await findSecondStep(tx, personId)
    if (step !== undefined && step.confirmedAt !== null) refuse('second-step-on')

    await tx
      .insertInto('directorySecondStep')
      .values({ personId, secret: sealed, confirmedAt: null })
      .onConflict((conflict) => conflict.column('personId').doUpdateSet({ secret: sealed }))
      .execute()
    await recordInLedger(tx, context, { did: 'directory.second-step-begun', personId })
  })
  return { secret, uri: appUri(secret, { district: context.district, login }) }
}
