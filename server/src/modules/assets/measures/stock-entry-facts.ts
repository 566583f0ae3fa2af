import { sql } from 'kysely'
import { isWithin } from '#modules/directory'
import type { Reader } from '#platform/database/transaction'
import type { Fact, MeasureQuery } from '#platform/measure'
import { OFFICE_TIME_ZONE } from '#platform/office-day'
import { sharedDelivery } from '../stock/shared-rows.ts'

/** Entries of deliveries into the store: the delivery and the entry are two records of two hands. */
export function stockEntryFacts(reader: Reader, query: MeasureQuery<{ readonly days: number }>) {
  const { scope, period, params, asOf } = query
  const isTakenBack = sql<boolean>`exists (select from assets_stock_movement counter
    where counter.corrects_id = movement.id and counter.recorded_at <= ${asOf})`
  return reader
    .selectFrom('assetsStockMovement as movement')
    .innerJoin('assetsStockItem as item', 'item.id', 'movement.itemId')
    .innerJoin('directoryUnit', 'directoryUnit.id', 'item.unitId')
    .innerJoin(sharedDelivery, 'delivery.id', 'movement.deliveryId')
    .select([
      sql<string>`'entry'`.as('recordKind'),
      sql<string>`movement.id::text`.as('id'),
      sql<Temporal.Instant>`movement.happened_on::timestamp at time zone ${sql.lit(OFFICE_TIME_ZONE)}`.as('at'),
      'movement.recordedAt as enteredAt',
      'item.unitId',
      sql<string>`concat_ws(' ', item.code, item.name, delivery.note_number)`.as('title'),
      sql<string>`'B'`.as('strength'),
      sql<Fact['mark']>`null::text`.as('mark'),
      sql<Fact['numerator']>`(case when movement.happened_on - delivery.delivered_on <= ${params.days}::int
        then 1 else 0 end)::numeric`.as('numerator'),
      sql<Fact['denominator']>`1::numeric`.as('denominator'),
      sql<string | null>`case when ${isTakenBack} then 'taken-back' end`.as('exclusion'),
    ])
    .where(isWithin(scope.unitId))
    .$if(scope.projectId !== null, (some) => some.where('delivery.projectId', '=', scope.projectId ?? ''))
    .where(sql<boolean>`movement.happened_on between ${period.from}::date and ${period.until}::date`)
    .where('movement.recordedAt', '<=', asOf)
}
