import { ClockRule } from '@shiji/kernel/clock/clock-rule'
import type { ClockReading } from '@shiji/kernel/clock/run-clock'
import { remember } from '@shiji/kernel/remember'
import type { KeptClock } from '@shiji/kernel/ticket/ticket-clocks'
import { sql } from 'kysely'
import { type Insert, insertRows } from '#platform/database/insert-rows'
import { instantText } from '#platform/database/instant-text'
import { sendAlong } from '#platform/database/send-along'
import { keepStatement } from '#platform/database/statement'
import type { Reader, Tx } from '#platform/database/transaction'

export async function listClocks(reader: Reader, ticketId: string): Promise<readonly KeptClock[]> {
  return (await listClocksOf(reader, [ticketId])).get(ticketId) ?? []
}

/** The clocks of these tickets, by ticket. */
export async function listClocksOf(
  reader: Reader,
  ticketIds: readonly string[],
): Promise<ReadonlyMap<string, readonly KeptClock[]>> {
  const rows = await reader
    .selectFrom('deskClock')
    .select(['ticketId', sql<string>`rule::text`.as('rule'), 'calendarVersion', 'asOf', 'reading'])
    .where(sql<boolean>`ticket_id = any(${[...ticketIds]}::uuid[])`)
    .orderBy(sql`array_position(array['response', 'arrival', 'recovery', 'resolution'], kind)`)
    .execute()
  const clocks = rows.map(({ ticketId, rule, calendarVersion, asOf, reading }) => ({
    ticketId,
    rule: ruleOf(rule),
    calendarVersion,
    asOf: asOf.toString(),
    // What was saved here was computed by us.
    reading: reading as unknown as ClockReading,
  }))
  return Map.groupBy(clocks, ({ ticketId }) => ticketId)
}

const MOST_RULES = 500

/** Few rules stand on many clocks: each is read once. */
const ruleOf = remember(MOST_RULES, (text: string) => ClockRule.parse(JSON.parse(text)))

/** What a list shows of the clocks of these tickets. */
export const listClockFaces = keepStatement((reader, { ticketIds }: { readonly ticketIds: readonly string[] }) =>
  reader
    .selectFrom('deskClock')
    .select([
      'ticketId',
      'kind',
      'state',
      'verdict',
      'limitSeconds',
      sql<number>`elapsed_seconds::int`.as('elapsedSeconds'),
    ])
    .select(instantText('dueAt').$castTo<string | null>().as('dueAt'))
    .where(sql<boolean>`ticket_id = any(${ticketIds}::uuid[])`)
    .orderBy(sql`array_position(array['response', 'arrival', 'recovery', 'resolution'], kind)`)
    .compile(),
)

/** All clocks of a ticket as they stand after its event of that number. */
type ClocksOfTicket = {
  readonly ticketId: string
  readonly throughEvent: number
  readonly clocks: readonly KeptClock[]
}

/** Takes the place of the clocks these tickets had. */
export function saveClocks(tx: Tx, tickets: readonly ClocksOfTicket[]): void {
  const ids = tickets.map(({ ticketId }) => ticketId)
  sendAlong(tx, tx.deleteFrom('deskClock').where(sql<boolean>`ticket_id = any(${ids}::uuid[])`).compile())
  const rows = tickets.flatMap(rowsOf)
  if (rows.length > 0) sendAlong(tx, insertRows('deskClock', rows))
}

/** The clocks of a ticket that had none; every ticket has one at least. */
export function insertFirstClocks(ticket: ClocksOfTicket): Insert {
  return insertRows('deskClock', rowsOf(ticket))
}

function rowsOf({ ticketId, throughEvent, clocks }: ClocksOfTicket) {
  return clocks.map((clock) => rowOf(clock, ticketId, throughEvent))
}

/** Clocks that a newer calendar does not change go by it from now on. */
export async function renewCalendar(tx: Tx, ticketIds: readonly string[], version: number): Promise<void> {
  await tx
    .updateTable('deskClock')
    .set({
      calendarVersion: version,
      reading: sql<string>`jsonb_set(reading, '{calendarVersion}', to_jsonb(${version}::int))`,
    })
    .where(sql<boolean>`ticket_id = any(${[...ticketIds]}::uuid[])`)
    .where('state', 'in', ['running', 'paused'])
    .where('calendarVersion', '<', version)
    .execute()
}

/** Tickets with a clock that goes by a calendar older than this version, unit by unit. */
export async function listTicketsBehind(reader: Reader, version: number): Promise<string[]> {
  const rows = await reader
    .selectFrom('deskTicket as ticket')
    .select('ticket.id')
    .where((ticket) =>
      ticket.exists(
        ticket
          .selectFrom('deskClock as clock')
          .select('clock.ticketId')
          .whereRef('clock.ticketId', '=', 'ticket.id')
          .where('clock.state', 'in', ['running', 'paused'])
          .where('clock.calendarVersion', '<', version),
      ),
    )
    .orderBy('ticket.unitId')
    .orderBy('ticket.id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Moments stay the text they were computed as: the database reads them. */
export function rowOf({ rule, calendarVersion, asOf, reading }: KeptClock, ticketId: string, throughEvent: number) {
  return {
    ticketId,
    kind: rule.kind,
    state: reading.state,
    verdict: reading.verdict,
    limitSeconds: rule.limitSeconds,
    elapsedSeconds: reading.elapsedSeconds,
    dueAt: reading.dueAt,
    stoppedAt: reading.stoppedAt,
    rule,
    ruleVersion: rule.version,
    calendarVersion,
    asOf,
    throughEvent,
    reading,
  }
}
