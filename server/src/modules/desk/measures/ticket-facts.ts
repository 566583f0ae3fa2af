import type { ClockKind } from '@shiji/kernel/clock/clock-rule'
import type { Decimal } from '@shiji/kernel/decimal'
import { LAYER_WORDS, SEVERITY_WORDS } from '@shiji/kernel/ticket/ticket-wording'
import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import type { Reader } from '#platform/database/transaction'
import { ALL_KNOWN, type Fact, type MeasureQuery, periodEnd, periodStart } from '#platform/measure'
import { DESK_RULES } from '../desk-rules.ts'

/** Tickets of a unit or of the teams in it, and of the project if one is asked for, reported within the period. */
function within({ scope, period }: Pick<MeasureQuery, 'scope' | 'period'>): RawBuilder<boolean> {
  // An array, which an index can look up; it cannot look up a list of rows.
  const inScope = sql`any(array(select id from directory_unit where ancestors @> array[${scope.unitId}]::uuid[]))`
  const ofProject = scope.projectId === null ? sql`true` : sql`fact.project_id = ${scope.projectId}`
  return sql<boolean>`((fact.unit_id = ${inScope} or fact.team_id = ${inScope}) and ${ofProject}
    and fact.reported_at >= ${periodStart(period)} and fact.reported_at < ${periodEnd(period)})`
}

/** What was superseded is no record any more, and what stopped is in time or not whenever it is asked. */
function isSettled(now: Temporal.Instant): RawBuilder<boolean> {
  return sql<boolean>`(fact.known_until <= ${now} or (fact.known_until = 'infinity' and fact.known_from <= ${now}
    and fact.response_state = 'stopped' and coalesce(fact.arrival_state, 'stopped') = 'stopped'
    and coalesce(fact.recovery_state, 'stopped') = 'stopped' and coalesce(fact.resolution_state, 'stopped') = 'stopped'))`
}

/** What all measures of tickets have alike. */
export const TICKET_FACTS = {
  strength: 'A',
  version: 1,
  exclusions: {
    withdrawn: { zh: '已撤销或已并入其他工单', en: 'withdrawn, or merged into another ticket' },
    running: { zh: '仍在时限内，尚无结果', en: 'still within its time, without an outcome' },
    'not-timed': { zh: '没有约定这项时限', en: 'no such time was agreed' },
    'not-visited': { zh: '没有到场（电话或远程处理）', en: 'not visited (settled by telephone or remotely)' },
  },
  records: { ticket: { name: { zh: '工单', en: 'Ticket' }, page: '/tickets/{id}', table: 'desk_ticket' } },
  whenNone: {
    zh: '工单按服务线计入项目，请在“服务分工”查看服务线是否指到本项目。',
    en: 'Tickets count for a project by service lines: see under “Who serves whom” whether one leads to this project.',
  },
  register: null,
  source: { table: 'desk_ticket_fact', within, at: 'fact.reported_at', isSettled },
  paramWords: {
    service: {
      name: { zh: '服务', en: 'Service' },
      choices: Object.fromEntries(DESK_RULES.services.map(({ key, name }) => [key, name])),
    },
    layer: { name: { zh: '层级', en: 'Layer' }, choices: LAYER_WORDS },
    from: { name: { zh: '该等级及以上', en: 'This severity or worse' }, choices: SEVERITY_WORDS },
  },
} as const

/** Zero incidents count only while the register of tickets was kept and reviewed. */
export const REGISTER = { key: 'desk.incidents', name: { zh: '事件登记簿', en: 'Incident register' } } as const

export const NO_PARAMS = z.strictObject({})
/** Only tickets of one service of the desk, or of all. */
export const SERVICE = z.strictObject({ service: z.string().max(40).optional() })

export const INCIDENTS = sql<boolean>`fact.kind = 'incident'`

type Shape = {
  readonly only?: RawBuilder<boolean>
  readonly numerator: RawBuilder<unknown>
  readonly exclusion: RawBuilder<unknown>
  readonly strength?: RawBuilder<unknown>
}

/** These tickets as they were known at `asOf`. Each adds its numerator over one, unless it is left out for a reason. */
export function ticketFacts(
  reader: Reader,
  { scope, period, params, asOf }: MeasureQuery<object>,
  { only, numerator, exclusion, strength }: Shape,
) {
  const service = 'service' in params && typeof params.service === 'string' ? params.service : undefined
  const isNow = Temporal.Instant.compare(asOf, ALL_KNOWN) >= 0
  return reader
    .selectFrom('deskTicketFact as fact')
    .select([
      sql<string>`'ticket'`.as('recordKind'),
      sql<string>`fact.ticket_id::text`.as('id'),
      'fact.reportedAt as at',
      'fact.loggedAt as enteredAt',
      'fact.unitId',
      'fact.title',
      sql<string>`${strength ?? sql`case when fact.is_late then 'C' else 'A' end`}`.as('strength'),
      sql<Fact['mark']>`case when fact.is_late then 'late' when fact.is_edited then 'edited' end`.as('mark'),
      sql<Decimal>`${numerator}::numeric`.as('numerator'),
      sql<Decimal>`1::numeric`.as('denominator'),
      sql<string | null>`${exclusion}`.as('exclusion'),
    ])
    .where(within({ scope, period }))
    .$if(isNow, (facts) => facts.where(sql<boolean>`fact.known_until = 'infinity'`))
    .$if(!isNow, (facts) => facts.where(sql<boolean>`fact.known_from <= ${asOf} and fact.known_until > ${asOf}`))
    .$if(service !== undefined, (facts) => facts.where('fact.service', '=', service ?? ''))
    .$if(only !== undefined, (facts) => facts.where(only ?? sql<boolean>`true`))
}

type TicketFacts = (reader: Reader, query: MeasureQuery<object>) => ReturnType<typeof ticketFacts>

/** Tickets whose clock has an outcome, in time or not; what is still within its time is left out. */
export function ofDue(clock: ClockKind, numerator: RawBuilder<unknown>, only?: RawBuilder<boolean>): TicketFacts {
  return (reader, query) => {
    const exclusion = clockExclusion(clock, query.asOf)
    return ticketFacts(reader, query, { numerator, exclusion, ...(only && { only }) })
  }
}

/** Tickets whose clock came to its end; what is overdue and goes on is left out too. */
export function ofSettled(clock: ClockKind, numerator: RawBuilder<unknown>, only?: RawBuilder<boolean>): TicketFacts {
  return (reader, query) =>
    ticketFacts(reader, query, { numerator, exclusion: settledOnly(clock), ...(only && { only }) })
}

/** Minutes counted by a clock, to four digits. */
export const minutesOf = (clock: ClockKind) => countedBy(clock, 60)

/** Hours counted by a clock, to four digits. */
export const hoursOf = (clock: ClockKind) => countedBy(clock, 3600)

/** Whole numbers are divided, which takes the database a tenth of the time it needs for others. */
function countedBy(clock: ClockKind, seconds: number): RawBuilder<unknown> {
  const half = sql.lit(seconds / 2)
  return sql`(${column(clock, 'seconds')}::bigint * 10000 + ${half}) / ${sql.lit(seconds)} * 0.0001`
}

/** 1 when the clock stopped in time, 0 when it did not or is overdue. */
export function shareKept(clock: ClockKind): RawBuilder<unknown> {
  return sql`case when ${column(clock, 'verdict')} = 'kept' then 1 else 0 end`
}

/** 1 when the clock stopped at all. */
export function shareStopped(clock: ClockKind): RawBuilder<unknown> {
  return sql`case when ${column(clock, 'state')} = 'stopped' then 1 else 0 end`
}

/** A clock that is overdue has an outcome, whether or not it stopped; one that is within its time has none yet. */
function clockExclusion(clock: ClockKind, asOf: Temporal.Instant): RawBuilder<unknown> {
  const isOverdue = sql`(${column(clock, 'verdict')} = 'broken' or ${column(clock, 'due_at')} < ${dueBefore(asOf)})`
  return sql`case
    when fact.state = 'withdrawn' then 'withdrawn'
    when ${column(clock, 'state')} is null then 'not-timed'
    when ${column(clock, 'state')} = 'stopped' or ${isOverdue} then null
    else 'running' end`
}

/** Only what came to its end. */
function settledOnly(clock: ClockKind): RawBuilder<unknown> {
  return sql`case
    when fact.state = 'withdrawn' then 'withdrawn'
    when ${column(clock, 'state')} is null then 'not-timed'
    when ${column(clock, 'state')} = 'stopped' then null
    else 'running' end`
}

/** Sums that hold whatever is known look at the clock of the database: what is overdue then is overdue. */
export function dueBefore(asOf: Temporal.Instant): RawBuilder<unknown> {
  return Temporal.Instant.compare(asOf, ALL_KNOWN) >= 0 ? sql`now()` : sql`${asOf}`
}

function column(clock: ClockKind, name: string): RawBuilder<unknown> {
  return sql.ref(`fact.${clock}_${name}`)
}
