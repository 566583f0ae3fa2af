import { PersonId } from '@shiji/contract/directory'
import type { PlanId } from '@shiji/contract/upkeep'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { listCandidates } from './roster-store.ts'
import { findPlanUnit } from './shift-store.ts'

export async function listDutyPeople(context: Context, { id }: { id: PlanId }) {
  requirePermission(context, 'upkeep.work')
  return read(context.db, async (reader) => {
    const unitId = (await findPlanUnit(reader, context.actor, id)) ?? refuse('not-found')
    const people = await listCandidates(reader, unitId)
    return people.map(({ id: personId, name, unit }) => ({ id: PersonId.parse(personId), name, unit }))
  })
}
