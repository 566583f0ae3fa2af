import { type Context, requireSignedIn } from '#platform/context'
import { read } from '#platform/database/transaction'
import { findPersonRow } from '../person-store.ts'
import { findSecondStep } from './second-step-store.ts'
import { findSignInRules, needsSecondStep } from './sign-in-rules.ts'

export async function readSecondStep(context: Context) {
  requireSignedIn(context)
  const { personId } = context.actor

  return read(context.db, async (reader) => {
    const step = await findSecondStep(reader, personId)
    const person = await findPersonRow(reader, personId)
    const { enrolBy } = await reader
      .selectFrom('directoryPerson')
      .select('enrolBy')
      .where('id', '=', personId)
      .executeTakeFirstOrThrow()
    const { count } = await reader
      .selectFrom('directoryRecoveryCode')
      .select((select) => select.fn.countAll<bigint>().as('count'))
      .where('personId', '=', personId)
      .where('usedAt', 'is', null)
      .executeTakeFirstOrThrow()
    const isOn = step !== undefined && step.confirmedAt !== null
    const isNeeded = !isOn && needsSecondStep(await findSignInRules(reader), person?.roles ?? [])
    return { isOn, recoveryCodesLeft: Number(count), neededFrom: isNeeded ? (enrolBy?.toString() ?? null) : null }
  })
}
