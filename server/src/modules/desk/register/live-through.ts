import type { OpenHours } from '@shiji/kernel/calendar/open-hours'
import type { WorkCalendar } from '@shiji/kernel/calendar/work-calendar'
import { foldForSearch, searchPairs } from '@shiji/kernel/search/search-text'
import { classify } from '@shiji/kernel/severity/classify'
import { clockRulesOf } from '@shiji/kernel/severity/desk-rules'
import type { Severity } from '@shiji/kernel/severity/ticket-class'
import { chooseLine, type ServiceLine } from '@shiji/kernel/ticket/choose-line'
import { decideDeed } from '@shiji/kernel/ticket/decide-deed'
import { type ClockPlan, type KeptClock, planClocks, runPlan } from '@shiji/kernel/ticket/ticket-clocks'
import type { TicketDeed } from '@shiji/kernel/ticket/ticket-deed'
import { type LifeEvent, type Standing, standingOf } from '@shiji/kernel/ticket/ticket-life'
import { officeDay } from '#platform/office-day'
import { DESK_RULES } from '../desk-rules.ts'
import { factOf } from '../measures/fact-store.ts'
import { changeOfDeed } from '../tickets/change-of-deed.ts'
import { type NewTicketRow, standingColumns } from '../tickets/ticket-store.ts'
import type { PastTicket } from './past-ticket.ts'

type Known = {
  readonly id: string
  readonly number: string
  readonly teamId: string
  readonly calendar: WorkCalendar
  readonly lines: readonly ServiceLine[]
  readonly hoursOf: (window: string) => OpenHours | null
}

/** A ticket by the same rules as if it had been logged and worked on here, and what was known of it after each deed. */
export function liveThrough(past: PastTicket, known: Known) {
  const { id, number } = known
  const { at, enteredAt, by, deeds, ...call } = past
  const classified = classify(DESK_RULES, { ...call, at: at.toString() }, known.calendar)
  if (!classified.ok) throw new Error(`${number}: ${classified.problem}`)
  const events: LifeEvent[] = [{ kind: 'reported', number: 0, at: at.toString(), enteredAt: enteredAt.toString() }]
  const standing = standingOf(events)
  if (!standing.ok) throw new Error(`${number}: ${standing.problem.code}`)
  let ticket = firstState({ past, known, ...classified.value, standing: standing.value })
  let clocks = run([], { events, severity: ticket.severity, past, known, now: enteredAt })
  const facts = [{ ...factOf({ ...ticket, ticketId: id }, clocks), version: 1, knownFrom: enteredAt }]

  for (const [index, { deed, ...moment }] of deeds.entries()) {
    const when = { number: index + 1, at: moment.at.toString(), enteredAt: moment.enteredAt.toString() }
    const moved = decideDeed(events, deed, when)
    if (!moved.ok) throw new Error(`${number}: ${deed.kind}: ${moved.problem.code}`)
    if (moved.value.event !== null) events.push(moved.value.event)
    const change = changeOfDeed(ticket, deed, { personId: moment.by, now: moment.enteredAt })
    ticket = { ...ticket, ...standingColumns(moved.value.standing), ...change, lastEvent: index + 1 } as typeof ticket
    clocks = run(clocks, { events, severity: ticket.severity, past, known, now: moment.enteredAt })
    facts.push({ ...factOf({ ...ticket, ticketId: id }, clocks), version: index + 2, knownFrom: moment.enteredAt })
  }
  return { ticket, clocks, facts, kinds: kindsOf(deeds.map(({ deed }) => deed)) }
}

type Run = {
  readonly events: readonly LifeEvent[]
  readonly severity: Severity
  readonly past: PastTicket
  readonly known: Known
  readonly now: Temporal.Instant
}

function run(kept: readonly KeptClock[], { events, severity, past, known, now }: Run): KeptClock[] {
  const rules = clockRulesOf(DESK_RULES, { kind: past.kind, severity })
  const plans: readonly ClockPlan[] = planClocks(kept, { rules, calendarVersion: known.calendar.version })
  const asOf = now.toString()
  return plans.flatMap((plan) => runPlan(events, plan, { hours: known.hoursOf(plan.rule.window), asOf }) ?? [])
}

type First = {
  readonly past: PastTicket
  readonly known: Known
  readonly severity: Severity
  readonly isPeak: boolean
  readonly layer: string | null
  readonly standing: Standing
}

function firstState({ past, known, severity, isPeak, layer, standing }: First) {
  const { at, enteredAt, by, kind, channel, callerId, callerName, unitId, place, what, service, scope, lateReason } =
    past
  const call = { kind, channel, callerId, callerName, unitId, place, what, service, scope, lateReason }
  const { id, number, teamId, calendar, lines } = known
  const projectId = chooseLine(lines, { service, day: officeDay(at).toString() })?.projectId ?? null
  const text = `${number} ${call.what} ${call.place} ${call.callerName}`
  const row: NewTicketRow & { severity: Severity } = {
    ...call,
    id,
    number,
    teamId,
    projectId,
    severity,
    isPeak,
    layer,
    contact: '',
    classifiedBy: by,
    rules: DESK_RULES.id,
    rulesVersion: DESK_RULES.version,
    timeZone: calendar.timeZone,
    reportedAt: at,
    isLate: enteredAt.since(at).total('seconds') > DESK_RULES.lateAfterSeconds,
    loggedBy: by,
    loggedAt: enteredAt,
    folded: foldForSearch(text),
    pairs: searchPairs(text),
  }
  const nobody = { assigneeId: null as string | null, confirmedBy: null as string | null, lastEvent: 0 }
  return { ...row, ...nobody, ...standingColumns(standing), confirmedAt: null as Temporal.Instant | null }
}

/** What a deed is called among the events: what moves the ticket by its event, the rest by itself. */
function kindsOf(deeds: readonly TicketDeed[]): readonly string[] {
  return deeds.map((deed) => EVENT_KIND[deed.kind] ?? deed.kind)
}

const EVENT_KIND: Readonly<Partial<Record<TicketDeed['kind'], LifeEvent['kind']>>> = {
  accept: 'responded',
  arrive: 'arrived',
  restore: 'restored',
  resolve: 'resolved',
  close: 'closed',
  pause: 'paused',
  resume: 'resumed',
  reopen: 'reopened',
  cancel: 'withdrawn',
  merge: 'withdrawn',
}
