import type { Context } from '#platform/context'
import { read } from '#platform/database/transaction'
import { officeDay } from '#platform/office-day'
import { listApproved } from './approved-store.ts'
import { loadRows } from './load-rows.ts'
import { sayRowState } from './say-row.ts'

/** A promise that is proved by records, as it stands now. */
export type IndicatorFigure = {
  readonly formId: string
  readonly project: string
  readonly unit: string
  readonly position: number
  readonly indicator: string
  /** Null while there is no data. */
  readonly value: string | null
  readonly target: string
  readonly light: 'alarm' | 'watch' | 'fine' | 'not-begun'
}

/** More than a monitor of a district has a use for. */
const MOST_FORMS = 100

/** Bound rows of this year's approved declarations, of all offices: for the machine itself, on nobody's behalf. */
export async function listIndicatorFigures(context: Context): Promise<IndicatorFigure[]> {
  const { year } = officeDay(context.now)
  const loaded = await read(context.db, async (reader) => {
    const declarations = await listApproved(reader, null, { year, limit: MOST_FORMS })
    return loadRows(reader, context, { declarations, year })
  })
  return loaded.flatMap(({ declaration: { id: formId, project, unit }, rows }) =>
    rows.flatMap((row) => {
      const { position, level3: indicator, reading, bound, light } = sayRowState(context, row)
      if (reading === null || bound === null || light === null) return []
      return [{ formId, project, unit, position, indicator, value: reading.value, target: bound.value, light }]
    }),
  )
}
