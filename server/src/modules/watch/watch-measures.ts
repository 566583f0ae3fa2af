import type { Decimal } from '@shiji/kernel/decimal'
import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import type { Reader } from '#platform/database/transaction'
import { defineMeasure, type Fact, type MeasureQuery } from '#platform/measure'
import { OFFICE_TIME_ZONE } from '#platform/office-day'

const ALIKE = {
  strength: 'A',
  version: 1,
  exclusions: {
    'not-seen': { zh: '当日没有观测到（不按可用计，也不按中断计）', en: 'nobody looked that day: neither up nor down' },
    'all-planned': { zh: '当日全部在批准的停机窗口内', en: 'the whole day lay in approved windows' },
    'not-lowest': { zh: '不是最低的系统', en: 'not the lowest of the services' },
    'no-answer': { zh: '当日没有成功的应答', en: 'no good answer that day' },
  },
  records: { 'probe-day': { name: { zh: '探测日', en: 'Day of a probe' }, page: '/watch/{id}' } },
  register: null,
  paramWords: { service: { name: { zh: '系统（探测所属）', en: 'Service the probes belong to' } } },
} as const

const SHARE = { ...ALIKE, unit: '%', direction: 'higher', shape: 'availability', combine: 'share', scale: 3 } as const

/** Only the probes of one service, or of all. */
const SERVICE = z.strictObject({ service: z.string().max(60).optional() })

/** operations.md §2.0: up ÷ observed of the agreed seconds; what nobody saw counts for neither. */
export const availability = defineMeasure({
  ...SHARE,
  key: 'watch.availability',
  name: { zh: '可用性', en: 'Availability' },
  formula: {
    zh: '可用秒数 ÷ 观测到的应服务秒数 × 100%；事前批准并告知的停机窗口两边都不计，没有观测到的时间不算可用',
    en: 'seconds up ÷ seconds observed of those agreed × 100 %; windows approved and announced beforehand leave both sides, time nobody saw is not up',
  },
  params: SERVICE,
  facts: (reader, query) => daysOf(reader, query, WHOLE),
})

/** rules.md §4.1: the lowest platform counts. */
export const worstAvailability = defineMeasure({
  ...SHARE,
  key: 'watch.worst-availability',
  name: { zh: '可用性（最低的系统）', en: 'Availability (lowest service)' },
  formula: {
    zh: '期间内各系统可用秒数 ÷ 观测到的应服务秒数 × 100%，取最低的系统',
    en: 'seconds up ÷ seconds observed × 100 % of each service over the period; the lowest counts',
  },
  spansDays: true,
  params: z.strictObject({}),
  facts: (reader, query) => daysOf(reader, query, { ...WHOLE, exclusion: EXCEPT_LOWEST }),
})

/** rules.md §4.7: within the peak windows of the calendar alone. */
export const peakAvailability = defineMeasure({
  ...SHARE,
  key: 'watch.peak-availability',
  name: { zh: '高峰时段可用性', en: 'Availability in peak hours' },
  formula: {
    zh: '高峰时段内可用秒数 ÷ 观测到的应服务秒数 × 100%；高峰时段取自日历',
    en: 'seconds up ÷ seconds observed within the peak windows of the calendar × 100 %',
  },
  params: SERVICE,
  facts: (reader, query) =>
    daysOf(reader, query, {
      numerator: sql`day.peak_up`,
      denominator: sql`day.peak_observed`,
      exclusion: sql`case when day.peak_observed = 0 then 'not-seen' end`,
    }).where('day.peakAgreed', '>', 0),
})

export const responseTime = defineMeasure({
  ...ALIKE,
  key: 'watch.response-time',
  name: { zh: '系统应答时间（均值）', en: 'Time services take to answer (mean)' },
  formula: { zh: '各次成功探测的应答毫秒数之和 ÷ 次数', en: 'milliseconds of good answers, summed ÷ how many' },
  unit: '毫秒',
  direction: 'lower',
  shape: 'time',
  combine: 'mean',
  scale: 0,
  params: SERVICE,
  facts: (reader, query) =>
    daysOf(reader, query, {
      numerator: sql`day.took_ms`,
      denominator: sql`day.answers`,
      exclusion: sql`case when day.answers = 0 then 'no-answer' end`,
    }),
})

export const WATCH_MEASURES = [availability, worstAvailability, peakAvailability, responseTime]

type Figure = {
  readonly numerator: RawBuilder<unknown>
  readonly denominator: RawBuilder<unknown>
  readonly exclusion: RawBuilder<unknown>
}

const UNSEEN = sql`day.observed = 0`
const WHY_UNSEEN = sql`case when day.agreed = 0 then 'all-planned' else 'not-seen' end`
const WHOLE: Figure = {
  numerator: sql`day.up`,
  denominator: sql`day.observed`,
  exclusion: sql`case when ${UNSEEN} then ${WHY_UNSEEN} end`,
}
/** Of two as low, the first by name, so that the figure and its records are of one. */
const EXCEPT_LOWEST = sql`case when ${UNSEEN} then ${WHY_UNSEEN}
  when day.service <> first_value(day.service) over (order by day.service_share nulls last, day.service) then 'not-lowest' end`

/** The share a service reached over the period. */
const SERVICE_SHARE = sql<string>`sum(one.up) over (partition by probe.service)::numeric
  / nullif(sum(one.observed) over (partition by probe.service), 0)`.as('serviceShare')

/** The days of the probes of a unit and those below. */
function daysOf(reader: Reader, { scope, period, params, asOf }: MeasureQuery<object>, figure: Figure) {
  const service = 'service' in params && typeof params.service === 'string' ? params.service : undefined
  const days = reader
    .selectFrom('watchDay as one')
    .innerJoin('watchProbe as probe', 'probe.id', 'one.probeId')
    .selectAll('one')
    .select(['probe.unitId', 'probe.name', 'probe.service'])
    // Only the lowest service asks what share each reached; over a year of many probes that is most of the work.
    .$if(figure.exclusion === EXCEPT_LOWEST, (found) => found.select(SERVICE_SHARE))
    .where(
      sql<boolean>`probe.unit_id in (select id from directory_unit where ancestors @> array[${scope.unitId}]::uuid[])`,
    )
    .where('one.day', '>=', period.from)
    .where('one.day', '<=', period.until)
    .where('one.knownAt', '<=', asOf)
    .$if(service !== undefined, (found) => found.where('probe.service', '=', service ?? ''))
    .as('day')
  return reader.selectFrom(days).select([
    sql<string>`'probe-day'`.as('recordKind'),
    sql<string>`day.probe_id || '.' || day.day`.as('id'),
    sql<Temporal.Instant>`day.day::timestamp at time zone ${sql.lit(OFFICE_TIME_ZONE)}`.as('at'),
    'day.knownAt as enteredAt',
    'day.unitId',
    sql<string>`concat_ws(' ', day.service, day.name, day.day)`.as('title'),
    sql<string>`'A'`.as('strength'),
    sql<Fact['mark']>`null::text`.as('mark'),
    // Whole seconds and milliseconds: a year of many probes is summed in half the time it takes as decimals.
    sql<Decimal>`${figure.numerator}::bigint`.as('numerator'),
    sql<Decimal>`${figure.denominator}::bigint`.as('denominator'),
    sql<string | null>`${figure.exclusion}`.as('exclusion'),
  ])
}
