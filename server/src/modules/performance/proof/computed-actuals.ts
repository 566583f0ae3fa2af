import { writtenActual } from '@shiji/kernel/evidence/written-actual'
import type { FormContent } from '@shiji/kernel/form/form-content'
import { targetOfRow } from '@shiji/kernel/form/target-of-row'
import { indicatorName } from '@shiji/kernel/revision/revise-declaration'
import { keepReading, listKeptReadings, type SeriesReading } from '#modules/evidence'
import type { Context, PersonContext } from '#platform/context'
import type { Reader, Tx } from '#platform/database/transaction'
import type { Measure, Period } from '#platform/measure'
import { listApproved } from './approved-store.ts'
import { loadRows } from './load-rows.ts'
import { assessState } from './say-row.ts'

export type ComputedActual = {
  readonly indicator: string
  /** 实际完成值 as it is written into the form: figure and unit. */
  readonly actual: string
  readonly seriesId: string
  readonly period: Period
  readonly found: SeriesReading
}

/** What the records say of the rows of an approved declaration; rows without a figure or without a bound are left out. */
export async function computeActuals(reader: Reader, context: Context, id: string): Promise<ComputedActual[]> {
  const [declaration] = await listApproved(reader, context.actor, { id, limit: 1 })
  if (declaration === undefined) return []
  const [loaded] = await loadRows(reader, context, { declarations: [declaration], year: declaration.year })
  return (loaded?.rows ?? []).flatMap((state) => {
    const { found, binding, row, target, period } = state
    if (found === undefined || !binding?.series || found.reading.value === null) return []
    if (assessState(context, state, found).bound.kind === 'none') return []
    const { unit, shape } = found.measure
    const actual = writtenActual(target, row.target, { unit, shape, value: found.reading.value })
    return [{ indicator: indicatorName(row), actual, seriesId: binding.series.id, period, found }]
  })
}

/** Frozen with the self-evaluation that relies on them. */
export async function keepActuals(
  tx: Tx,
  context: PersonContext,
  { formId, computed }: { readonly formId: string; readonly computed: readonly ComputedActual[] },
): Promise<void> {
  for (const { indicator, seriesId, period, found } of computed) {
    const { reading, measure } = found
    const kept = { subjectId: formId, indicator, seriesId, period, reading, queryVersion: measure.version }
    await keepReading(tx, context, { ...kept, personId: context.actor.personId })
  }
}

/** A reading the self-evaluation relies on, with its measure and the words it is written in. */
export type KeptActual = Omit<Awaited<ReturnType<typeof listKeptReadings>>[number], 'measure' | 'value'> & {
  readonly actual: string
  readonly measure: Measure
}

/** By 一级-二级-三级: what the records said when the readings were taken last. */
export async function listKeptActuals(
  reader: Reader,
  { measures }: Pick<Context, 'measures'>,
  { id, content }: { readonly id: string; readonly content: FormContent },
): Promise<ReadonlyMap<string, KeptActual>> {
  const kept = await listKeptReadings(reader, id)
  const rows = new Map(content.indicators.map((row) => [indicatorName(row), row]))
  return new Map(
    kept.flatMap(({ value, measure: key, ...reading }) => {
      const measure = measures.get(key)
      const row = rows.get(reading.indicator)
      if (value === null || measure === undefined || row === undefined) return []
      const { unit, shape } = measure
      const actual = writtenActual(targetOfRow(row, content), row.target, { unit, shape, value })
      return [[reading.indicator, { ...reading, measure, actual }] as const]
    }),
  )
}
