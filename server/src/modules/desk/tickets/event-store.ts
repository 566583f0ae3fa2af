import { LIFE_KINDS, LifeEvent } from '@shiji/kernel/ticket/ticket-life'
import { sql } from 'kysely'
import { type Insert, insertRows } from '#platform/database/insert-rows'
import { sendAlong } from '#platform/database/send-along'
import { keepStatement } from '#platform/database/statement'
import type { Reader, Tx } from '#platform/database/transaction'

type TicketEventRow = {
  readonly ticketId: string
  readonly number: number
  readonly deedId: string
  readonly kind: string
  readonly at: Temporal.Instant
  readonly enteredAt: Temporal.Instant
  readonly enteredBy: string | null
  readonly device: string | null
  readonly aheadSeconds: number
  readonly isLate: boolean
  readonly detail: unknown
}

export function saveEvent(tx: Tx, event: TicketEventRow): void {
  sendAlong(tx, insertEvent(event))
}

export function insertEvent(event: TicketEventRow): Insert {
  return insertRows('deskTicketEvent', [event])
}

/** The ticket a deed of this id was done to. */
export async function findDeed(reader: Reader, deedId: string): Promise<string | undefined> {
  const row = await reader
    .selectFrom('deskTicketEvent')
    .select('ticketId')
    .where('deedId', '=', deedId)
    .executeTakeFirst()
  return row?.ticketId
}

/** What moved the ticket, in the order of entry. */
export async function listLifeEvents(reader: Reader, ticketId: string): Promise<readonly LifeEvent[]> {
  return (await listLifeEventsOf(reader, [ticketId])).get(ticketId) ?? []
}

/** The same of several tickets, by ticket. */
export async function listLifeEventsOf(
  reader: Reader,
  ticketIds: readonly string[],
): Promise<ReadonlyMap<string, readonly LifeEvent[]>> {
  const rows = await reader
    .selectFrom('deskTicketEvent')
    .select(['ticketId', 'number', 'kind', 'at', 'enteredAt', 'detail'])
    .where(sql<boolean>`ticket_id = any(${[...ticketIds]}::uuid[])`)
    .where('kind', 'in', [...LIFE_KINDS])
    .orderBy('number')
    .execute()
  const lives = new Map<string, LifeEvent[]>(ticketIds.map((id) => [id, []]))
  for (const { ticketId, ...entry } of rows) lives.get(ticketId)?.push(lifeEventOf(entry))
  return lives
}

type LifeEntry = Pick<TicketEventRow, 'number' | 'kind' | 'at' | 'enteredAt' | 'detail'>

/** What of all that was written down of a ticket moved it, in the order of entry. */
export function lifeOf(entries: readonly LifeEntry[]): readonly LifeEvent[] {
  const moving = entries.filter(({ kind }) => LIFE_KINDS.has(kind))
  return moving.toSorted((one, other) => one.number - other.number).map(lifeEventOf)
}

function lifeEventOf({ kind, number, at, enteredAt, detail }: LifeEntry): LifeEvent {
  const entered = { kind, number, at: at.toString(), enteredAt: enteredAt.toString(), ...reasonIn(kind, detail) }
  return LifeEvent.parse(entered)
}

export const listEntries = keepStatement((reader, { ticketId }: { readonly ticketId: string }) =>
  reader
    .selectFrom('deskTicketEvent as event')
    .leftJoin('directoryPerson as person', 'person.id', 'event.enteredBy')
    .select(['event.number', 'event.kind', 'event.at', 'event.enteredAt', 'event.detail', 'event.isLate'])
    .select(['event.device', 'event.aheadSeconds', 'person.name as who'])
    .where('event.ticketId', '=', ticketId)
    .orderBy('event.at')
    .orderBy('event.number')
    .compile(),
)

function reasonIn(kind: string, detail: unknown): object {
  return kind === 'paused' ? { reason: (detail as { deed: { reason: string } }).deed.reason } : {}
}
