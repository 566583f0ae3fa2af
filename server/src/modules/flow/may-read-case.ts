import { visibleTo } from '#modules/directory'
import type { PersonContext } from '#platform/context'
import type { Reader } from '#platform/database/transaction'
import { holdsFor } from './deputies/entrusted.ts'
import type { SavedCase } from './load-case.ts'

/** Those who have or had a part in a case see it, those who hold the desk of one, and those who see the unit it comes from. */
export async function mayReadCase(
  reader: Reader,
  context: PersonContext,
  { subject, state, entrusted }: SavedCase,
): Promise<boolean> {
  const { actor } = context
  const hasPart = state.tasks.some(({ assignee, decidedBy }) => [assignee, decidedBy].includes(actor.personId))
  if (hasPart || state.case.starter === actor.personId) return true
  const held = entrusted.filter((one) => holdsFor(one, state.case.definition))
  if (state.tasks.some(({ assignee }) => held.some(({ principal }) => principal === assignee))) return true
  if (!actor.permissions.has('performance.read') && !actor.permissions.has('flow.manage')) return false
  const unit = await reader
    .selectFrom('directoryUnit')
    .select('id')
    .where('id', '=', subject.unitId)
    .where(visibleTo(actor))
    .executeTakeFirst()
  return unit !== undefined
}
