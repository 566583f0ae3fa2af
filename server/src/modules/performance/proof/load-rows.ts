import type { BoardDeclaration } from '@shiji/contract/evidence-rows'
import type { Decimal } from '@shiji/kernel/decimal'
import { targetOfRow } from '@shiji/kernel/form/target-of-row'
import { indicatorName } from '@shiji/kernel/revision/revise-declaration'
import type { z } from 'zod'
import { type Binding, listBindings, listMonthEnds, readSeries } from '#modules/evidence'
import type { Context } from '#platform/context'
import type { Reader } from '#platform/database/transaction'
import type { Period } from '#platform/measure'
import type { Approved } from './approved-store.ts'
import { type RowState, sayRowState } from './say-row.ts'

export function yearPeriod(year: number): Period {
  return { from: `${year}-01-01`, until: `${year}-12-31` }
}

type LoadedDeclaration = { readonly declaration: Approved; readonly rows: readonly RowState[] }

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
  const lastYear = await readLastYear(reader, context, { declarations, bindings, year: year - 1 })
  const bound = new Map(bindings.map((binding) => [`${binding.subjectId} ${binding.indicator}`, binding]))
  return declarations.map((declaration) => ({
    declaration,
    rows: declaration.content.indicators.map((row, position) => {
      const binding = bound.get(`${declaration.id} ${indicatorName(row)}`)
      const id = binding?.series?.id ?? ''
      const target = targetOfRow(row, declaration.content)
      return { row, target, position, period, binding, found: readings.get(id), lastYear: lastYear.get(id) ?? null }
    }),
  }))
}

type LastYear = {
  readonly declarations: readonly Approved[]
  readonly bindings: readonly Binding[]
  readonly year: number
}

/** For rows that compare with the year before: the reading kept at its end, and where none was kept, the same computed now. */
async function readLastYear(reader: Reader, context: Context, { declarations, bindings, year }: LastYear) {
  const relative = new Set(
    declarations.flatMap(({ id, content }) =>
      content.indicators
        .filter((row) => targetOfRow(row, content).kind === 'relative')
        .map((row) => `${id} ${indicatorName(row)}`),
    ),
  )
  if (relative.size === 0) return new Map<string, Decimal | null>()
  const series = bindings
    .filter(({ subjectId, indicator }) => relative.has(`${subjectId} ${indicator}`))
    .flatMap((binding) => binding.series ?? [])
  const computed = await readSeries(reader, context, { series, period: yearPeriod(year) })
  const kept = await listMonthEnds(
    reader,
    series.map(({ id }) => id),
    year,
  )
  const ends = kept.filter(({ month }) => month === `${year}-12-01`)
  return new Map([
    ...[...computed].map(([id, { reading }]) => [id, reading.value] as const),
    ...ends.map(({ seriesId, value }) => [seriesId, value] as const),
  ])
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
