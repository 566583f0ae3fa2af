import { sql } from 'kysely'
import { z } from 'zod'
import { isWithin } from '#modules/directory'
import type { Reader } from '#platform/database/transaction'
import { defineMeasure, type Fact, type Measure, type MeasureQuery } from '#platform/measure'
import { OFFICE_TIME_ZONE, officeDay } from '#platform/office-day'
import { stockEntryFacts } from './stock-entry-facts.ts'

const ALIKE = {
  unit: '%',
  direction: 'higher',
  combine: 'share',
  scale: 2,
  version: 1,
  register: null,
} as const

const ASSET = { asset: { name: { zh: '资产', en: 'Asset' }, page: '/equipment/{id}' } } as const
const NOBODY_LATE = sql<Fact['mark']>`null::text`

/** First instant of a day of the office. */
function instantOf(day: ReturnType<typeof sql>) {
  return sql<Temporal.Instant>`${day}::timestamp at time zone ${sql.lit(OFFICE_TIME_ZONE)}`
}

/** rules.md §4.4: entry date − delivery date, of what has a card and of what lies in the store. */
export const entryDelay = defineMeasure({
  ...ALIKE,
  key: 'assets.entry-delay',
  name: { zh: '资产入账入库及时率', en: 'Assets entered in time' },
  formula: {
    zh: '期间内入账的资产和按到货单入库的耗材备件中，到货后 30 天内（可另定天数）入账、入库的 ÷ 入账的资产和入库的笔数 × 100%；冲销的入库不计',
    en: 'assets entered, and deliveries entered into the store, within 30 days of the delivery (unless other days are asked for) ÷ all of them × 100 %; entries taken back are left out',
  },
  version: 2,
  shape: 'words',
  strength: 'C',
  exclusions: {
    'delivery-unknown': { zh: '没有到货日期', en: 'the day of delivery is not known' },
    'taken-back': { zh: '已冲销', en: 'taken back' },
  },
  records: { ...ASSET, entry: { name: { zh: '入库', en: 'Entry into the store' }, page: null } },
  params: z.strictObject({ days: z.number().int().min(0).max(365).default(30) }),
  facts: (reader, query) => assetEntryFacts(reader, query).unionAll(stockEntryFacts(reader, query)),
})

/** Cards of assets by the day they came into the books. */
function assetEntryFacts(reader: Reader, query: MeasureQuery<{ readonly days: number }>) {
  const { scope, period, params, asOf } = query
  return reader
    .selectFrom('assetsAsset as asset')
    .innerJoin('directoryUnit', 'directoryUnit.id', 'asset.unitId')
    .select([
      sql<string>`'asset'`.as('recordKind'),
      sql<string>`asset.id::text`.as('id'),
      instantOf(sql`asset.entered_on`).as('at'),
      'asset.recordedAt as enteredAt',
      'asset.unitId',
      sql<string>`concat_ws(' ', asset.number, asset.name)`.as('title'),
      sql<string>`'C'`.as('strength'),
      NOBODY_LATE.as('mark'),
      sql<Fact['numerator']>`(case when asset.entered_on - asset.delivered_on <= ${params.days}::int
        then 1 else 0 end)::numeric`.as('numerator'),
      sql<Fact['denominator']>`1::numeric`.as('denominator'),
      sql<string | null>`case when asset.delivered_on is null then 'delivery-unknown' end`.as('exclusion'),
    ])
    .where(isWithin(scope.unitId))
    .$if(scope.projectId !== null, (query) => query.where('asset.projectId', '=', scope.projectId ?? ''))
    .where(sql<boolean>`asset.entered_on between ${period.from}::date and ${period.until}::date`)
    .where('asset.recordedAt', '<=', asOf)
}

/** rules.md §4.4: storage check. */
export const storageCheck = defineMeasure({
  ...ALIKE,
  key: 'assets.storage-check',
  name: { zh: '设备存放规范率', en: 'Stored as it should be' },
  formula: {
    zh: '期间内存放检查中合规的件数 ÷ 检查的件数 × 100%',
    en: 'items found stored as they should be ÷ items looked at × 100 %',
  },
  shape: 'words',
  strength: 'B',
  exclusions: {},
  records: { check: { name: { zh: '存放检查', en: 'Storage check' }, page: null } },
  params: z.strictObject({}),
  facts: (reader, { scope, period, asOf }) =>
    reader
      .selectFrom('assetsStorageCheck as done')
      .innerJoin('assetsRoom as room', 'room.id', 'done.roomId')
      .innerJoin('directoryUnit', 'directoryUnit.id', 'room.unitId')
      .select([
        sql<string>`'check'`.as('recordKind'),
        sql<string>`done.id::text`.as('id'),
        instantOf(sql`done.checked_on`).as('at'),
        'done.recordedAt as enteredAt',
        'room.unitId',
        sql<string>`concat_ws(' ', room.name, done.passed || '/' || done.items, done.note)`.as('title'),
        sql<string>`'B'`.as('strength'),
        NOBODY_LATE.as('mark'),
        sql<Fact['numerator']>`done.passed::numeric`.as('numerator'),
        sql<Fact['denominator']>`done.items::numeric`.as('denominator'),
        sql<string | null>`null::text`.as('exclusion'),
      ])
      .where(isWithin(scope.unitId))
      .where(sql<boolean>`done.checked_on between ${period.from}::date and ${period.until}::date`)
      .where('done.recordedAt', '<=', asOf),
})

export const stocktakeAgreement = defineMeasure({
  ...ALIKE,
  key: 'assets.stocktake-agreement',
  name: { zh: '盘点账实相符率', en: 'Stocktake agreement' },
  formula: {
    zh: '期间内结束的盘点中，在账面房间找到的资产 ÷ 应盘的资产 × 100%（没有找到的算不符）',
    en: 'assets found where the books have them ÷ assets to be found, over the stocktakes that ended × 100 %',
  },
  shape: 'ratio',
  strength: 'B',
  exclusions: {},
  records: ASSET,
  params: z.strictObject({}),
  facts: (reader, { scope, period, asOf }) =>
    reader
      .selectFrom('assetsCount as one')
      .innerJoin('assetsStocktake as stocktake', 'stocktake.id', 'one.stocktakeId')
      .innerJoin('assetsAsset as asset', 'asset.id', 'one.assetId')
      .innerJoin('directoryUnit', 'directoryUnit.id', 'asset.unitId')
      .select([
        sql<string>`'asset'`.as('recordKind'),
        sql<string>`asset.id::text`.as('id'),
        instantOf(sql`stocktake.closed_on`).as('at'),
        sql<Temporal.Instant>`stocktake.closed_at`.as('enteredAt'),
        'asset.unitId',
        sql<string>`concat_ws(' ', stocktake.name, asset.number, asset.name)`.as('title'),
        sql<string>`'B'`.as('strength'),
        NOBODY_LATE.as('mark'),
        sql<Fact['numerator']>`(case when one.counted_at is not null
          and one.found_room_id is not distinct from one.expected_room_id then 1 else 0 end)::numeric`.as('numerator'),
        sql<Fact['denominator']>`1::numeric`.as('denominator'),
        sql<string | null>`null::text`.as('exclusion'),
      ])
      .where(isWithin(scope.unitId))
      .$if(scope.projectId !== null, (query) => query.where('asset.projectId', '=', scope.projectId ?? ''))
      .where(sql<boolean>`stocktake.closed_on between ${period.from}::date and ${period.until}::date`)
      .where('stocktake.closedAt', '<=', asOf),
})

/** Every asset counts at the end of every month: what was under repair or lost then was not whole. */
export const integrityRate = defineMeasure({
  ...ALIKE,
  key: 'assets.integrity-rate',
  name: { zh: '设备完好率', en: 'Equipment in working order' },
  formula: {
    zh: '期间内各月末完好（在用或库存）的资产 ÷ 各月末在册的资产 × 100%',
    en: 'assets in use or in store at the ends of the months ÷ assets in the books then × 100 %',
  },
  shape: 'ratio',
  strength: 'C',
  exclusions: {},
  records: { month: { name: { zh: '月末资产', en: 'Asset at the end of a month' }, page: null } },
  params: z.strictObject({}),
  facts: (reader, query) => {
    const { scope, asOf } = query
    return reader
      .selectFrom('assetsAsset as asset')
      .innerJoin('directoryUnit', 'directoryUnit.id', 'asset.unitId')
      .innerJoin(monthEnds(query), (join) => join.onTrue())
      .innerJoinLateral(
        (from) =>
          from
            .selectFrom('assetsEvent as event')
            .select(['event.state', 'event.recordedAt'])
            .whereRef('event.assetId', '=', 'asset.id')
            .whereRef('event.happenedOn', '<=', 'month.day')
            .where('event.recordedAt', '<=', asOf)
            .orderBy('event.happenedOn', 'desc')
            .orderBy('event.id', 'desc')
            .limit(1)
            .as('last'),
        (join) => join.onTrue(),
      )
      .select([
        sql<string>`'month'`.as('recordKind'),
        sql<string>`asset.id || ' ' || month.day`.as('id'),
        instantOf(sql`month.day`).as('at'),
        'last.recordedAt as enteredAt',
        'asset.unitId',
        sql<string>`concat_ws(' ', month.day, asset.number, asset.name)`.as('title'),
        sql<string>`'C'`.as('strength'),
        NOBODY_LATE.as('mark'),
        sql<Fact['numerator']>`(case when last.state in ('in-use', 'in-store') then 1 else 0 end)::numeric`.as(
          'numerator',
        ),
        sql<Fact['denominator']>`1::numeric`.as('denominator'),
        sql<string | null>`null::text`.as('exclusion'),
      ])
      .where(isWithin(scope.unitId))
      .$if(scope.projectId !== null, (some) => some.where('asset.projectId', '=', scope.projectId ?? ''))
      .where('last.state', '<>', 'scrapped')
  },
})

/** The last days of months of the period that have come. */
function monthEnds({ period, asOf }: MeasureQuery) {
  return sql<{ day: string }>`(
    select day from (
      select (first + interval '1 month - 1 day')::date as day
        from generate_series(date_trunc('month', ${period.from}::date), ${period.until}::date, interval '1 month') first
    ) months where day between ${period.from}::date and least(${period.until}::date, ${officeDay(asOf).toString()}::date))`.as(
    'month',
  )
}

/** Every figure the ledger of assets proves. */
export const ASSET_MEASURES: readonly Measure[] = [entryDelay, storageCheck, stocktakeAgreement, integrityRate]
