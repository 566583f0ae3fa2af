import type { ClockKind } from '@shiji/kernel/clock/clock-rule'
import type { KeptClock } from '@shiji/kernel/ticket/ticket-clocks'
import { sql } from 'kysely'
import type { Tx } from '#platform/database/transaction'
import { rowOf } from './clock-store.ts'

/** The ticket as it is known now takes the place of what was known before, which is kept with its time. */
export async function keepFact(
  tx: Tx,
  clocks: readonly KeptClock[],
  { ticketId, now }: { ticketId: string; now: Temporal.Instant },
): Promise<FactTicket> {
  const [last, row] = await Promise.all([
    tx
      .updateTable('deskTicketFact')
      .set({ knownUntil: now })
      .where('ticketId', '=', ticketId)
      .where('knownUntil', '=', sql<Temporal.Instant>`'infinity'`)
      .returning('version')
      .executeTakeFirst(),
    tx
      .selectFrom('deskTicket')
      .select(['unitId', 'teamId', 'projectId', 'kind', 'severity', 'service', 'layer', 'state', 'reportedAt'])
      .select(['loggedAt', 'isLate', 'number', 'what', 'confirmedBy', 'arrivedAt', 'reopenings'])
      .where('id', '=', ticketId)
      .executeTakeFirstOrThrow(),
  ])
  const ticket = { ...row, ticketId }
  await saveFact(tx, factOf(ticket, clocks), { version: (last?.version ?? 0) + 1, now })
  return ticket
}

/** What is known of a ticket first. */
export function saveFirstFact(
  tx: Tx,
  clocks: readonly KeptClock[],
  { ticket, now }: { ticket: FactTicket; now: Temporal.Instant },
): Promise<void> {
  return saveFact(tx, factOf(ticket, clocks), { version: 1, now })
}

async function saveFact(
  tx: Tx,
  fact: ReturnType<typeof factOf>,
  { version, now }: { version: number; now: Temporal.Instant },
): Promise<void> {
  await tx
    .insertInto('deskTicketFact')
    .values({ ...fact, version, knownFrom: now })
    .execute()
}

export type FactTicket = {
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
