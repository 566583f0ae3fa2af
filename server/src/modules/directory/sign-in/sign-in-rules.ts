import type { Role } from '@shiji/contract/directory'
import { SignInRules } from '@shiji/contract/directory-sign-in'
import type { z } from 'zod'
import { keepStatement } from '#platform/database/statement'
import type { Reader } from '#platform/database/transaction'
import { ADMINISTRATORS } from '../permissions.ts'
import { hasExpired } from './password-rules.ts'

type Rules = z.infer<typeof SignInRules>

/** What holds until the security administrator chooses (security.md D1, D4). */
const FROM_THE_START: Rules = { profile: 'dengbao', secondStep: 'administrators' }

/** From the first sign-in on, this long there is to set up the second step. */
export const ENROLMENT = Temporal.Duration.from({ hours: 24 * 7 })

export async function findSignInRules(reader: Reader): Promise<Rules> {
  const row = await reader.selectFrom('directorySignInRules').select(['profile', 'secondStep']).executeTakeFirst()
  return row === undefined ? FROM_THE_START : SignInRules.parse(row)
}

export function needsSecondStep(rules: Rules, roles: readonly Role[]): boolean {
  switch (rules.secondStep) {
    case 'everybody':
      return true
    case 'administrators':
      return roles.some((role) => ADMINISTRATORS.includes(role))
    case 'nobody':
      return false
  }
}

type Duties = { readonly mustChangePassword: boolean; readonly mustSetSecondStep: boolean }

export async function findStanding(reader: Reader, id: string) {
  const [standing] = await standingOf(reader, { id })
  return standing
}

type Standing = NonNullable<Awaited<ReturnType<typeof findStanding>>>

const standingOf = keepStatement((reader, { id }: { readonly id: string }) =>
  standings(reader).where('person.id', '=', id).compile(),
)

/** What the duties of people, who go by `person`, follow from besides their roles. */
export function standings(reader: Reader) {
  return reader
    .selectFrom('directoryPerson as person')
    .leftJoin('directorySecondStep as step', 'step.personId', 'person.id')
    .leftJoin('directorySignInRules as chosen', (join) => join.onTrue())
    .select(['person.passwordSetAt', 'person.enrolBy', 'step.confirmedAt', 'chosen.profile', 'chosen.secondStep'])
}

/** What a person has to do before anything else is permitted to them. */
export function dutiesOf(row: Standing, roles: readonly Role[], now: Temporal.Instant): Duties {
  const rules = row.profile === null ? FROM_THE_START : SignInRules.parse(row)
  const isLate = row.enrolBy !== null && Temporal.Instant.compare(row.enrolBy, now) < 0
  return {
    mustChangePassword: hasExpired(row.passwordSetAt, rules.profile, now),
    mustSetSecondStep: row.confirmedAt === null && isLate && needsSecondStep(rules, roles),
  }
}

/** Nothing is permitted to who has such a duty; the own account is open to everybody signed in. */
export function isHeldBack({ mustChangePassword, mustSetSecondStep }: Duties): boolean {
  return mustChangePassword || mustSetSecondStep
}
