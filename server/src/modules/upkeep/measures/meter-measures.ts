import { type CountedSubject, SUBJECT_WORDS, CountedSubject as Subject } from '@shiji/kernel/upkeep/meter'
import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { defineMeasure, type Fact, type MeasureQuery } from '#platform/measure'
import { NO_PARAMS } from './completion-measures.ts'

const READING = { name: { zh: '读数', en: 'Reading' }, page: null, table: 'upkeep_reading' }
const SHARED = { version: 1, register: null, strength: 'B' } as const

/** Readings as they were known then, of meters of the scope; a meter of no project serves every project of its unit. */
function known({ scope, asOf }: MeasureQuery, kinds: readonly string[]): RawBuilder<unknown> {
  return sql`select one.*, coalesce(one.export_at <= ${asOf}, false) as has_export, meter.kind, meter.rated, meter.subject, meter.unit_id, meter.name,
      date_trunc('month', one.at at time zone 'Asia/Shanghai')::date as month
    from upkeep_reading one join upkeep_meter meter on meter.id = one.meter_id
    where meter.kind in (${sql.join(kinds)}) and one.entered_at <= ${asOf}
      and (one.withdrawn_at is null or one.withdrawn_at > ${asOf})
      and meter.unit_id in (select id from directory_unit where ancestors @> array[${scope.unitId}]::uuid[])
      and (${scope.projectId}::uuid is null or meter.project_id is null or meter.project_id = ${scope.projectId}::uuid)`
}

/** A photo of the display is a second witness, an exported file is stamped, what was typed is said by one person. */
const STRENGTH = sql`case reading.source when 'photo' then 'B' when 'file' then 'C' when 'list' then 'C'
  else case when reading.has_export then 'C' else 'D' end end`
const LATE = sql`case when reading.is_late_entry then 'late' end`
const within = ({ period }: MeasureQuery) =>
  sql`(reading.at at time zone 'Asia/Shanghai')::date between ${period.from}::date and ${period.until}::date`

/** rules.md §4.3: kWh or PUE by month, its trend. A month nobody read is not a saving one. */
export const energyUse = defineMeasure({
  ...SHARED,
  key: 'upkeep.energy-use',
  name: { zh: '能耗不超限的月份比例', en: 'Months of energy within limits' },
  formula: {
    zh: '用电量或 PUE 不高于月限额（没有限额的，不高于上年同月）的表计月 ÷ 应抄的表计月 × 100%；没抄的算不达标，用量记在抄表的月份',
    en: 'meter-months within the limit of a month, or without one within the same month of last year ÷ meter-months due × 100 %; a month not read is not within; use counts for the month of the reading',
  },
  unit: '%',
  direction: 'higher',
  shape: 'words',
  combine: 'share',
  scale: 2,
  params: NO_PARAMS,
  exclusions: {
    first: { zh: '首次抄表，还没有用量', en: 'first reading, no use yet' },
    'no-base': { zh: '没有限额，也没有上年同月可比', en: 'no limit and no month of last year' },
  },
  records: { 'meter-month': { name: { zh: '表计月', en: 'Month of a meter' }, page: null } },
  facts: (_reader, query) => sql<Fact>`(
    with reading as (${known(query, ['energy', 'pue'])}),
    step as (select *, value - lag(value) over (partition by meter_id order by at) as used from reading),
    done as (
      select meter_id, month, case when kind = 'energy' then sum(used) else avg(value) end as used,
        max(entered_at) as entered_at, bool_or(is_late_entry) as is_late,
        min(case source when 'photo' then 'B' when 'typed' then 'D' else 'C' end) as strength
      from step group by meter_id, kind, month),
    due as (
      select meter.id as meter_id, meter.unit_id, meter.name, meter.most, month::date as month,
        (month + interval '1 month' - interval '1 day')::date as last_day
      from upkeep_meter meter join (select meter_id, min(month) as first from done group by meter_id) begun
        on begun.meter_id = meter.id,
        generate_series(begun.first::timestamp, least(${query.period.until}::date,
          coalesce((meter.ended_at at time zone 'Asia/Shanghai')::date, 'infinity'::date))::timestamp, interval '1 month') month)
    select 'meter-month' as record_kind, due.meter_id || ' ' || to_char(due.month, 'YYYY-MM') as id,
      (due.last_day + time '12:00') at time zone 'Asia/Shanghai' as at,
      coalesce(done.entered_at, (due.last_day + 1)::timestamp at time zone 'Asia/Shanghai') as entered_at, due.unit_id,
      due.name || ' ' || to_char(due.month, 'YYYY-MM') || ' ' || coalesce(round(done.used, 2)::text, '—') as title,
      coalesce(done.strength, 'B') as strength, case when done.is_late then 'late' end as mark,
      (case when done.used <= coalesce(due.most, year_ago.used) then 1 else 0 end)::numeric as numerator,
      1::numeric as denominator,
      case when done.month is not null and done.used is null then 'first'
        when done.used is not null and coalesce(due.most, year_ago.used) is null then 'no-base' end as exclusion
    from due left join done on done.meter_id = due.meter_id and done.month = due.month
      left join done year_ago on year_ago.meter_id = due.meter_id and year_ago.month = (due.month - interval '1 year')::date
    where due.last_day between ${query.period.from}::date and ${query.period.until}::date
      and due.last_day < (${query.asOf}::timestamptz at time zone 'Asia/Shanghai')::date)`,
})

/** rules.md §4.3: the lowest monthly mean of the speed tests. */
export const transferSpeed = defineMeasure({
  ...SHARED,
  key: 'upkeep.transfer-speed',
  name: { zh: '信息传递速度', en: 'Speed of transfer' },
  formula: {
    zh: '各线路每月测速的平均值中最低的一个，单位 KB/秒',
    en: 'the lowest of the monthly means of the tests of each line, in KB a second',
  },
  unit: 'KB',
  direction: 'higher',
  shape: 'time',
  combine: 'minimum',
  scale: 1,
  params: NO_PARAMS,
  exclusions: {},
  records: { 'line-month': { name: { zh: '线路月均值', en: 'Monthly mean of a line' }, page: null } },
  facts: (_reader, query) => sql<Fact>`(
    select 'line-month' as record_kind, reading.meter_id || ' ' || to_char(reading.month, 'YYYY-MM') as id,
      max(reading.at) as at, max(reading.entered_at) as entered_at, reading.unit_id,
      reading.name || ' ' || to_char(reading.month, 'YYYY-MM') || ' ×' || count(*) as title,
      max(${STRENGTH}) as strength, max(${LATE}) as mark,
      round(avg(reading.value), 1) as numerator, 1::numeric as denominator, null::text as exclusion
    from (${known(query, ['speed'])}) reading
    group by reading.meter_id, reading.month, reading.unit_id, reading.name
    having (max(reading.at) at time zone 'Asia/Shanghai')::date
      between ${query.period.from}::date and ${query.period.until}::date)`,
})

/** rules.md §4.4: readings of the same devices, this year beside the year before. */
export const devicePerformance = defineMeasure({
  ...SHARED,
  key: 'upkeep.device-performance',
  name: { zh: '设备性能达成率', en: 'Performance reached' },
  formula: {
    zh: '实测值之和 ÷ 额定值之和 × 100%；与上年同口径的读数相比',
    en: 'values measured ÷ values rated × 100 %; compared with the reading of last year made the same way',
  },
  unit: '%',
  direction: 'higher',
  shape: 'ratio',
  combine: 'share',
  scale: 2,
  params: NO_PARAMS,
  exclusions: {},
  records: { reading: READING },
  facts: (_reader, query) => readingFacts(query, { kind: 'performance', of: sql`reading.rated` }),
})

/** What the name of an indicator asks for, in the order in which it is looked for. */
const SUBJECTS: readonly (readonly [RegExp, CountedSubject])[] = [
  [/无纸化/u, 'paperless'],
  [/设备.*覆盖|覆盖.*设备/u, 'managed-devices'],
  [/设备.*稳定运行/u, 'devices-available'],
  [/覆盖/u, 'units-served'],
  [/成效/u, 'requests-fulfilled'],
  [/服务效率/u, 'requests-in-time'],
  [/使用率/u, 'active-units'],
  [/项目.*(按时|及时)/u, 'projects-in-time'],
  [/项目完成率/u, 'projects-done'],
]

/** rules.md §4.6: none of these promises has a numerator or denominator, so each reading must bring both. */
export const countedRate = defineMeasure({
  ...SHARED,
  strength: 'C',
  key: 'upkeep.counted-rate',
  name: { zh: '系统统计率', en: 'Rate counted by a system' },
  formula: {
    zh: '各次统计的数之和 ÷ 各次统计的总数之和 × 100%，每次都附业务系统导出的文件或清单；没附导出的只算自报，补附之后算材料',
    en: 'sum of what was counted ÷ sum of all × 100 %, each count with the export of its system; a statement until the export is brought',
  },
  unit: '%',
  direction: 'higher',
  shape: 'ratio',
  combine: 'share',
  scale: 2,
  params: z.strictObject({ subject: Subject }),
  paramWords: { subject: { name: { zh: '统计什么', en: 'What is counted' }, choices: SUBJECT_WORDS } },
  paramsFrom: ({ name }) => {
    const subject = SUBJECTS.find(([words]) => words.test(name))?.[1]
    return subject === undefined ? null : { subject }
  },
  exclusions: {},
  records: { reading: READING },
  facts: (_reader, query) =>
    readingFacts(query, {
      kind: 'counted',
      of: sql`reading.of_all`,
      only: sql`and reading.subject = ${query.params.subject}`,
    }),
})

type Which = { readonly kind: string; readonly of: RawBuilder<unknown>; readonly only?: RawBuilder<unknown> }

function readingFacts(query: MeasureQuery, { kind, of, only = sql`` }: Which): RawBuilder<Fact> {
  return sql<Fact>`(
    select 'reading' as record_kind, reading.id::text as id, reading.at, reading.entered_at, reading.unit_id,
      reading.name || ' ' || reading.value || '/' || ${of} as title, ${STRENGTH} as strength, ${LATE} as mark,
      reading.value as numerator, ${of} as denominator, null::text as exclusion
    from (${known(query, [kind])}) reading where ${within(query)} ${only})`
}
