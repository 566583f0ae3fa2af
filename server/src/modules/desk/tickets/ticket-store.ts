import type { Layer, Scope, Severity, TicketKind } from '@shiji/kernel/severity/ticket-class'
import type { Standing } from '@shiji/kernel/ticket/ticket-life'
import { sql } from 'kysely'
import type { Actor } from '#platform/context'
import { type Insert, insertRows } from '#platform/database/insert-rows'
import { sendAlong } from '#platform/database/send-along'
import { keepStatement } from '#platform/database/statement'
import type { Reader, Tx } from '#platform/database/transaction'
import { FACT_COLUMNS } from '../measures/fact-store.ts'
import { ticketVisibleTo } from './ticket-visible-to.ts'

export type LockedTicket = {
  readonly id: string
  readonly number: string
  readonly kind: TicketKind
  readonly state: Standing['state']
  readonly unitId: string
  readonly teamId: string
  readonly assigneeId: string | null
  readonly severity: Severity
  readonly service: string
  readonly scope: Scope
  readonly layer: Layer | null
  readonly classifiedBy: string | null
  readonly confirmedBy: string | null
  readonly reportedAt: Temporal.Instant
  readonly lastEvent: number
}

/** The ticket, locked for a change, if the actor may see it. */
export async function lockTicket(tx: Tx, actor: Actor, id: string): Promise<LockedTicket | undefined> {
  const row = await tx
    .selectFrom('deskTicket as ticket')
    .innerJoin('directoryUnit as unit', 'unit.id', 'ticket.unitId')
    .select(['ticket.id', 'ticket.number', 'ticket.kind', 'ticket.state', 'ticket.unitId', 'ticket.teamId'])
    .select(['ticket.assigneeId', 'ticket.severity', 'ticket.scope', 'ticket.layer', 'ticket.classifiedBy'])
    .select(['ticket.confirmedBy', 'ticket.reportedAt', 'ticket.lastEvent', 'ticket.service'])
    .where('ticket.id', '=', id)
    .where(ticketVisibleTo(actor))
    .forUpdate(['ticket'])
    .executeTakeFirst()
  if (row === undefined) return undefined
  return {
    ...row,
    kind: row.kind as TicketKind,
    state: row.state as Standing['state'],
    severity: row.severity as Severity,
    scope: row.scope as Scope,
    layer: row.layer as Layer | null,
  }
}

/** The ticket, locked for what the system itself does to it. */
export async function lockAnyTicket(tx: Tx, id: string) {
  const { kind, severity, state, ...row } = await tx
    .selectFrom('deskTicket')
    .select(['id', 'kind', 'severity', 'service', 'state', 'unitId', 'lastEvent'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return { ...row, kind: kind as TicketKind, severity: severity as Severity, state: state as Standing['state'] }
}

export type LockedAnyTicket = Awaited<ReturnType<typeof lockTickets>>[number]

/** The tickets, locked for what the system itself does to many of them, with what is known of each. */
export async function lockTickets(tx: Tx, ids: readonly string[]) {
  const rows = await tx
    .selectFrom('deskTicket')
    .select(['id as ticketId', 'lastEvent', ...FACT_COLUMNS])
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map(({ kind, severity, ...row }) => ({
    ...row,
    kind: kind as TicketKind,
    severity: severity as Severity,
  }))
}

/** Who logged the ticket of this id; undefined when there is none. */
export async function findLogger(reader: Reader, id: string): Promise<string | null | undefined> {
  const [row] = await loggerOf(reader, { id })
  return row?.loggedBy
}

const loggerOf = keepStatement((reader, { id }: { id: string }) =>
  reader.selectFrom('deskTicket').select('loggedBy').where('id', '=', id).compile(),
)

export async function isTicketVisible(reader: Reader, actor: Actor, id: string): Promise<boolean> {
  const row = await reader
    .selectFrom('deskTicket as ticket')
    .innerJoin('directoryUnit as unit', 'unit.id', 'ticket.unitId')
    .select('ticket.id')
    .where('ticket.id', '=', id)
    .where(ticketVisibleTo(actor))
    .executeTakeFirst()
  return row !== undefined
}

export type NewTicketRow = {
  readonly id: string
  readonly number: string
  readonly kind: string
  readonly channel: string
  readonly unitId: string
  readonly teamId: string
  readonly projectId: string | null
  readonly callerId: string | null
  readonly callerName: string
  readonly contact: string
  readonly place: string
  readonly what: string
  readonly service: string
  readonly scope: string
  readonly isPeak: boolean
  readonly severity: string
  readonly layer: string | null
  readonly classifiedBy: string | null
  readonly rules: string
  readonly rulesVersion: number
  readonly timeZone: string
  readonly reportedAt: Temporal.Instant
  readonly isLate: boolean
  readonly lateReason: string
  readonly loggedBy: string | null
  readonly loggedAt: Temporal.Instant
  readonly folded: string
  readonly pairs: string[]
}

export function insertTicket(ticket: NewTicketRow): Insert {
  return insertRows('deskTicket', [{ ...ticket, state: 'waiting', lastEvent: 0 }])
}

/** Where a ticket stands after an event. */
export function standingColumns({ state, reopenings, ...moments }: Standing) {
  return {
    state,
    reopenings,
    respondedAt: instantOf(moments.respondedAt),
    arrivedAt: instantOf(moments.arrivedAt),
    restoredAt: instantOf(moments.restoredAt),
    resolvedAt: instantOf(moments.resolvedAt),
    closedAt: instantOf(moments.closedAt),
  }
}

export type TicketChange = Partial<{
  readonly assigneeId: string
  readonly teamId: string
  readonly manner: string
  readonly cause: string | null
  readonly mergedInto: string
  readonly projectId: string
  readonly isProjectByHand: boolean
  readonly severity: string
  readonly scope: string
  readonly layer: string | null
  readonly classifiedBy: string
  readonly confirmedBy: string | null
  readonly confirmedAt: Temporal.Instant | null
}>

export function moveTicket(
  tx: Tx,
  id: string,
  { standing, change, lastEvent }: { standing: Standing; change: TicketChange; lastEvent: number },
): void {
  const now = { ...standingColumns(standing), ...change, lastEvent }
  sendAlong(tx, tx.updateTable('deskTicket').set(now).where('id', '=', id).compile())
}

function instantOf(text: string | null): Temporal.Instant | null {
  return text === null ? null : Temporal.Instant.from(text)
}
