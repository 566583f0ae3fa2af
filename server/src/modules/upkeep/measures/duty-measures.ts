import type { Decimal } from '@shiji/kernel/decimal'
import { sql } from 'kysely'
import type { Reader } from '#platform/database/transaction'
import { defineMeasure, type Fact, type MeasureQuery } from '#platform/measure'
import { coveredSeconds } from '../duty/covered-seconds.ts'
import { NO_PARAMS } from './completion-measures.ts'
import { OCCURRENCE_FACTS, outcomeAt, plannedWithin } from './occurrence-facts.ts'

const SHIFT = {
  ...OCCURRENCE_FACTS,
  direction: 'higher',
  params: NO_PARAMS,
  exclusions: {
    ...OCCURRENCE_FACTS.exclusions,
    open: { zh: '这一班还没结束', en: 'not over yet' },
  },
  records: { shift: { name: { zh: '班次', en: 'Shift' }, page: '/upkeep/shifts/{id}' } },
} as const
const SHARE = { ...SHIFT, unit: '%', combine: 'share', scale: 2, shape: 'presence' } as const

/** Whoever was taken off the shift never came, and the index holds only the others. */
const ofShift = sql`turn.occurrence_id = one.id and turn.ended_at is null`

/** A shift counts when it is over, whoever came; one that nobody had to keep does not. */
function shiftsWithin(reader: Reader, query: MeasureQuery, kind: 'duty' | 'presence') {
  const { asOf } = query
  const shifts = plannedWithin(reader, query, [kind])
    .select(['one.id', 'one.opensAt', 'one.dueAt', 'one.closesAt', 'one.laidAt', 'one.day', 'one.slot'])
    .select([
      'plan.unitId',
      'plan.name',
      'plan.peopleNeeded',
      outcomeAt(asOf).as('outcome'),
      coveredSeconds(asOf).as('covered'),
    ])
    .select([
      sql<number>`(select count(*)::int from upkeep_turn turn where ${ofShift}
        and turn.in_at <= ${asOf})`.as('heads'),
      sql<boolean>`exists (select from upkeep_turn turn where ${ofShift} and turn.in_at <= ${asOf}
        and (turn.out_at is null or turn.out_at > ${asOf}))`.as('isLeftOpen'),
      sql<Temporal.Instant | null>`(select signed.taken_at from upkeep_hand_over signed
        where signed.occurrence_id = one.id and signed.taken_at <= ${asOf})`.as('takenAt'),
      sql<Temporal.Instant>`greatest(one.laid_at, (select max(greatest(turn.in_at, turn.out_at)) from upkeep_turn turn
        where ${ofShift} and turn.in_at <= ${asOf}
        and (turn.out_at is null or turn.out_at <= ${asOf})))`.as('knownAt'),
    ])
  return reader
    .selectFrom(shifts.as('fact'))
    .select([
      sql<string>`'shift'`.as('recordKind'),
      sql<string>`fact.id::text`.as('id'),
      'fact.opensAt as at',
      'fact.unitId',
      sql<Fact['mark']>`null`.as('mark'),
    ])
}

const over = (asOf: Temporal.Instant, endsAt: 'due_at' | 'closes_at') =>
  sql<string | null>`case when fact.outcome in ('waived', 'withdrawn') then fact.outcome
    when fact.${sql.raw(endsAt)} > ${asOf} then 'open' end`

/** rules.md §4.3: covered hours ÷ hours of the year, from roster and signing in and out, with no gap. */
export const dutyCoverage = defineMeasure({
  ...SHARE,
  partsIn: 'seconds',
  key: 'upkeep.duty-coverage',
  name: { zh: '7×24 值班覆盖率', en: 'Duty covered' },
  formula: {
    zh: '有人在岗的秒数 ÷ 各班应值的秒数 × 100%；从签到算到签退或交接，没有签退的算到本班结束并降一级证明强度；一人以上同时在岗不重复算',
    en: 'seconds with somebody there ÷ seconds of all shifts × 100 %; from checking in to checking out or handing over; who did not check out counts to the end of the shift, as weaker proof; two at once count once',
  },
  facts: (reader, query) =>
    shiftsWithin(reader, query, 'duty').select([
      'fact.knownAt as enteredAt',
      sql<string>`fact.name || ' ' || fact.day || ' ' || round(fact.covered / 3600.0, 2) || ' h'`.as('title'),
      sql<string>`case when fact.heads = 0 then 'A' when fact.is_left_open then 'D' else 'B' end`.as('strength'),
      sql<Decimal>`fact.covered::numeric`.as('numerator'),
      sql<Decimal>`round(extract(epoch from fact.due_at - fact.opens_at))::numeric`.as('denominator'),
      over(query.asOf, 'due_at').as('exclusion'),
    ]),
})

export const handOversInTime = defineMeasure({
  ...SHARE,
  shape: 'plan',
  key: 'upkeep.hand-overs-on-time',
  name: { zh: '交接班按时率', en: 'Hand-overs in time' },
  formula: {
    zh: '在约定时间内两人都签了字的交接 ÷ 应交接的班次 × 100%；没有交接的留在分母里',
    en: 'hand-overs signed by both in time ÷ shifts × 100 %; those never signed stay in the denominator',
  },
  facts: (reader, query) =>
    shiftsWithin(reader, query, 'duty').select([
      sql<Temporal.Instant>`greatest(fact.known_at, fact.taken_at)`.as('enteredAt'),
      sql<string>`fact.name || ' ' || fact.day`.as('title'),
      sql<string>`case when fact.taken_at is null then 'A' else 'B' end`.as('strength'),
      sql<Decimal>`(case when fact.taken_at <= fact.closes_at then 1 else 0 end)::numeric`.as('numerator'),
      sql<Decimal>`1::numeric`.as('denominator'),
      over(query.asOf, 'closes_at').as('exclusion'),
    ]),
})

const presenceFacts = (numerator: ReturnType<typeof sql<Decimal>>) => (reader: Reader, query: MeasureQuery) =>
  shiftsWithin(reader, query, 'presence').select([
    'fact.knownAt as enteredAt',
    sql<string>`fact.name || ' ' || fact.day || ' · ' || fact.heads`.as('title'),
    sql<string>`case when fact.heads = 0 then 'A' else 'B' end`.as('strength'),
    sql<Decimal>`(${numerator})::numeric`.as('numerator'),
    sql<Decimal>`1::numeric`.as('denominator'),
    over(query.asOf, 'due_at').as('exclusion'),
  ])

/** rules.md §4.3: the minimum is shown. */
export const staffPresent = defineMeasure({
  ...SHIFT,
  key: 'upkeep.staff-present',
  name: { zh: '每日驻场人数', en: 'Resident staff a day' },
  formula: {
    zh: '期间内签到人数最少的一天的人数；没有人签到的一天是 0 人',
    en: 'people who checked in on the day with the fewest; a day without anybody is 0',
  },
  unit: '人',
  combine: 'minimum',
  scale: 0,
  shape: 'presence',
  facts: presenceFacts(sql<Decimal>`fact.heads`),
})

/** rules.md §4.3: days with enough people ÷ days due. */
export const staffDays = defineMeasure({
  ...SHARE,
  key: 'upkeep.staff-days',
  name: { zh: '驻场到岗达标天数比例', en: 'Days with enough resident staff' },
  formula: {
    zh: '签到人数达到要求的天数 ÷ 应驻场的天数 × 100%',
    en: 'days on which as many checked in as needed ÷ days due × 100 %',
  },
  facts: presenceFacts(sql<Decimal>`case when fact.heads >= fact.people_needed then 1 else 0 end`),
})
