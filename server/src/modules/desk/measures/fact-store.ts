import type { ClockKind } from '@shiji/kernel/clock/clock-rule'
import type { KeptClock } from '@shiji/kernel/ticket/ticket-clocks'
import { sql } from 'kysely'
import { type Insert, insertRows } from '#platform/database/insert-rows'
import { sendAlong } from '#platform/database/send-along'
import type { Tx } from '#platform/database/transaction'
import { rowOf } from '../clocks/clock-store.ts'

export type KnownTicket = { readonly ticket: FactTicket; readonly clocks: readonly KeptClock[] }

/** The columns of a ticket that a fact is made of. */
export const FACT_COLUMNS = [
  'unitId',
  'teamId',
  'projectId',
  'kind',
  'severity',
  'service',
  'layer',
  'state',
  'reportedAt',
  'loggedAt',
  'isLate',
  'number',
  'what',
  'confirmedBy',
  'arrivedAt',
  'reopenings',
] as const

/** The tickets as they are known now take the place of what was known before, which is kept with its time. */
export async function keepFacts(tx: Tx, known: readonly KnownTicket[], now: Temporal.Instant): Promise<void> {
  const ids = known.map(({ ticket }) => ticket.ticketId)
  const rows = await tx
    .updateTable('deskTicketFact')
    .set({ knownUntil: now })
    .where(sql<boolean>`ticket_id = any(${ids}::uuid[])`)
    .where('knownUntil', '=', sql<Temporal.Instant>`'infinity'`)
    .returning(['ticketId', 'version'])
    .execute()
  const versions = new Map(rows.map(({ ticketId, version }) => [ticketId, version]))
  const facts = known.map(({ ticket, clocks }) => {
    const version = (versions.get(ticket.ticketId) ?? 0) + 1
    return { ...factOf(ticket, clocks), version, knownFrom: now }
  })
  if (facts.length > 0) sendAlong(tx, insertRows('deskTicketFact', facts))
}

/** What is known of a ticket first. */
export function insertFirstFact({ ticket, clocks }: KnownTicket, now: Temporal.Instant): Insert {
  return insertRows('deskTicketFact', [{ ...factOf(ticket, clocks), version: 1, knownFrom: now }])
}

type FactTicket = {
  readonly ticketId: string
  readonly unitId: string
  readonly teamId: string
  readonly projectId: string | null
  readonly number: string
  readonly what: string
  readonly kind: string
  readonly severity: string
  readonly service: string
  readonly layer: string | null
  readonly state: string
  readonly confirmedBy: string | null
  readonly reportedAt: Temporal.Instant
  readonly loggedAt: Temporal.Instant
  readonly isLate: boolean
  readonly arrivedAt: Temporal.Instant | null
  readonly reopenings: number
}

/** The row of a ticket; nothing of the ticket that measures do not ask for. */
export function factOf(ticket: FactTicket, clocks: readonly KeptClock[]) {
  const { ticketId, unitId, teamId, projectId, kind, severity, service, layer, state, reportedAt, loggedAt, isLate } =
    ticket
  const of = (kind: ClockKind) => {
    const clock = clocks.find(({ rule }) => rule.kind === kind)
    return clock === undefined ? null : rowOf(clock, ticketId, 0)
  }
  const response = of('response')
  if (response === null) throw new Error(`ticket ${ticket.number} has no response clock`)
  const [arrival, recovery, resolution] = [of('arrival'), of('recovery'), of('resolution')]
  return {
    ticketId,
    unitId,
    teamId,
    projectId,
    kind,
    severity,
    service,
    layer,
    state,
    reportedAt,
    loggedAt,
    isLate,
    title: `${ticket.number} ${ticket.what}`,
    isConfirmed: ticket.confirmedBy !== null,
    isEdited: ticket.reopenings > 0,
    hasArrived: ticket.arrivedAt !== null,
    responseState: response.state,
    responseVerdict: response.verdict,
    responseSeconds: response.elapsedSeconds,
    responseDueAt: response.dueAt,
    arrivalState: arrival?.state ?? null,
    arrivalVerdict: arrival?.verdict ?? null,
    arrivalSeconds: arrival?.elapsedSeconds ?? null,
    arrivalDueAt: arrival?.dueAt ?? null,
    recoveryState: recovery?.state ?? null,
    recoveryVerdict: recovery?.verdict ?? null,
    recoverySeconds: recovery?.elapsedSeconds ?? null,
    recoveryDueAt: recovery?.dueAt ?? null,
    resolutionState: resolution?.state ?? null,
    resolutionVerdict: resolution?.verdict ?? null,
    resolutionSeconds: resolution?.elapsedSeconds ?? null,
    resolutionDueAt: resolution?.dueAt ?? null,
  }
}
