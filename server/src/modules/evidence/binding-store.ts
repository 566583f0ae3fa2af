import { sql } from 'kysely'
import type { Reader, Tx } from '#platform/database/transaction'
import type { Series } from './series-store.ts'

/** A promise and what proves it; `subjectId` is the sheet of the module above, `indicator` its 一级-二级-三级. */
export type Binding = {
  readonly subjectId: string
  readonly indicator: string
  readonly number: number
  /** null: nothing proves it by itself any more. */
  readonly series: Series | null
  readonly reason: string
  readonly boundAt: Temporal.Instant
  readonly boundBy: string
}

/** Every version, oldest first. */
export async function listBindingHistory(
  reader: Reader,
  subjectIds: readonly string[],
  indicator?: string,
): Promise<Binding[]> {
  if (subjectIds.length === 0) return []
  const rows = await reader
    .selectFrom('evidenceBinding as binding')
    .innerJoin('directoryPerson as person', 'person.id', 'binding.boundBy')
    .leftJoin('evidenceSeries as series', 'series.id', 'binding.seriesId')
    .select(['binding.subjectId', 'binding.indicator', 'binding.number', 'binding.seriesId', 'binding.reason'])
    .select(['binding.boundAt', 'person.name as boundBy'])
    .select(['series.measure', 'series.params', 'series.unitId', 'series.projectId'])
    .where(sql<boolean>`binding.subject_id = any(${[...subjectIds]}::uuid[])`)
    .$if(indicator !== undefined, (query) => query.where('binding.indicator', '=', indicator ?? ''))
    .orderBy('binding.number')
    .execute()
  return rows.map(({ seriesId, measure, params, unitId, projectId, ...row }) => ({
    ...row,
    series:
      seriesId === null || measure === null || unitId === null
        ? null
        : { id: seriesId, measure, params, scope: { unitId, projectId } },
  }))
}

/** What holds now, by subject and indicator. */
export async function listBindings(reader: Reader, subjectIds: readonly string[]): Promise<Binding[]> {
  const newest = new Map<string, Binding>()
  for (const binding of await listBindingHistory(reader, subjectIds)) {
    newest.set(`${binding.subjectId} ${binding.indicator}`, binding)
  }
  return [...newest.values()]
}

type NewBinding = Omit<Binding, 'series'> & { readonly id: string; readonly seriesId: string | null }

export async function saveBinding(tx: Tx, binding: NewBinding): Promise<void> {
  await tx.insertInto('evidenceBinding').values(binding).execute()
}
