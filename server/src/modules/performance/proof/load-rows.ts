import type { BoardDeclaration } from '@shiji/contract/evidence-rows'
import { indicatorName } from '@shiji/kernel/revision/revise-declaration'
import type { z } from 'zod'
import { listBindings, readSeries } from '#modules/evidence'
import type { Context } from '#platform/context'
import type { Reader } from '#platform/database/transaction'
import type { Period } from '#platform/measure'
import type { Approved } from './approved-store.ts'
import { type RowState, sayRowState } from './say-row.ts'

export function yearPeriod(year: number): Period {
  return { from: `${year}-01-01`, until: `${year}-12-31` }
}

export type LoadedDeclaration = { readonly declaration: Approved; readonly rows: readonly RowState[] }

/** The rows of declarations of one year with their readings, in a handful of statements. */
export async function loadRows(
  reader: Reader,
  context: Context,
  { declarations, year }: { readonly declarations: readonly Approved[]; readonly year: number },
): Promise<LoadedDeclaration[]> {
  const period = yearPeriod(year)
  const bindings = await listBindings(
    reader,
    declarations.map(({ id }) => id),
  )
  const series = new Map(bindings.flatMap(({ series: one }) => (one === null ? [] : [[one.id, one]])))
  const readings = await readSeries(reader, context, { series: [...series.values()], period })
  const bound = new Map(bindings.map((binding) => [`${binding.subjectId} ${binding.indicator}`, binding]))
  return declarations.map((declaration) => ({
    declaration,
    rows: declaration.content.indicators.map((row, position) => {
      const binding = bound.get(`${declaration.id} ${indicatorName(row)}`)
      return { row, position, period, binding, found: readings.get(binding?.series?.id ?? '') }
    }),
  }))
}

export function sayDeclaration(
  context: Context,
  { declaration, rows }: LoadedDeclaration,
): z.input<typeof BoardDeclaration> {
  return { ...headOf(declaration), rows: rows.map((row) => sayRowState(context, row)) }
}

export function headOf({ id, projectId, project, unit, year }: Approved) {
  return { id, projectId, project, unit, year }
}
