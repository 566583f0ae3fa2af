import { listOccurrenceStates } from '#modules/upkeep'
import type { Reader } from '#platform/database/transaction'

type PlannedDay = Awaited<ReturnType<typeof listOccurrenceStates>>[number]

/** The days of work plans a database's findings were put on, by rule: the newest of each. */
export async function plannedOf(reader: Reader, databaseId: string): Promise<ReadonlyMap<string, PlannedDay>> {
  const rows = await reader
    .selectFrom('watchPlanned')
    .select(['rule', 'occurrenceId'])
    .where('databaseId', '=', databaseId)
    .orderBy('plannedAt')
    .orderBy('occurrenceId')
    .execute()
  const days = await listOccurrenceStates(
    reader,
    rows.map(({ occurrenceId }) => occurrenceId),
  )
  const byId = new Map<string, PlannedDay>(days.map((day) => [day.id, day]))
  return new Map(
    rows.flatMap(({ rule, occurrenceId }): [string, PlannedDay][] => {
      const day = byId.get(occurrenceId)
      return day === undefined ? [] : [[rule, day]]
    }),
  )
}
