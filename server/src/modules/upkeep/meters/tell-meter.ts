import type { MeterKind } from '@shiji/kernel/upkeep/meter'
import type { Context } from '#platform/context'
import type { Tx } from '#platform/database/transaction'
import { tell } from '#platform/events'
import { MEASURE_CHANGED } from '#platform/measure'
import { OFFICE_TIME_ZONE } from '#platform/office-day'

const MEASURE_OF: Readonly<Record<MeterKind, string>> = {
  energy: 'upkeep.energy-use',
  pue: 'upkeep.energy-use',
  speed: 'upkeep.transfer-speed',
  performance: 'upkeep.device-performance',
  counted: 'upkeep.counted-rate',
}

type Read = { readonly kind: MeterKind; readonly unitId: string; readonly projectId: string | null }

/** Means and use of a month are counted on one of its days, and beside the month after and that of the next year. */
export async function tellMeter(tx: Tx, context: Context, meter: Read, at: readonly Temporal.Instant[]): Promise<void> {
  const { kind, unitId, projectId } = meter
  const months = at.map((moment) => moment.toZonedDateTimeISO(OFFICE_TIME_ZONE).toPlainDate().toPlainYearMonth())
  const own = months.flatMap((month) =>
    Array.from({ length: month.daysInMonth }, (_, index) => month.toPlainDate({ day: index + 1 })),
  )
  const beside = months
    .flatMap((month) => [month.add({ months: 1 }), month.add({ years: 1 })])
    .map((month) => month.toPlainDate({ day: month.daysInMonth }))
  const days = [...new Set([...own, ...beside].map((day) => day.toString()))]
  await tell(tx, context, MEASURE_CHANGED, { measures: [MEASURE_OF[kind]], unitId, projectId, days })
}
