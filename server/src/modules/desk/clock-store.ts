import { ClockRule } from '@shiji/kernel/clock/clock-rule'
import type { ClockReading } from '@shiji/kernel/clock/run-clock'
import type { KeptClock } from '@shiji/kernel/ticket/ticket-clocks'
import { sql } from 'kysely'
import type { Reader, Tx } from '#platform/database/transaction'

export async function listClocks(reader: Reader, ticketId: string): Promise<KeptClock[]> {
  const rows = await reader
    .selectFrom('deskClock')
    .select(['rule', 'calendarVersion', 'asOf', 'reading'])
    .where('ticketId', '=', ticketId)
    .orderBy(sql`array_position(array['response', 'arrival', 'recovery', 'resolution'], kind)`)
    .execute()
  return rows.map(({ rule, calendarVersion, asOf, reading }) => ({
    rule: ClockRule.parse(rule),
    calendarVersion,
    asOf: asOf.toString(),
    // What was saved here was computed by us.
    reading: reading as unknown as ClockReading,
  }))
}

/** What a list shows of the clocks of these tickets. */
export function listClockFaces(reader: Reader, ticketIds: readonly string[]) {
  return reader
    .selectFrom('deskClock')
    .select(['ticketId', 'kind', 'state', 'verdict', 'limitSeconds', 'elapsedSeconds', 'dueAt'])
    .where('ticketId', 'in', ticketIds.length === 0 ? [NOBODY] : [...ticketIds])
    .orderBy(sql`array_position(array['response', 'arrival', 'recovery', 'resolution'], kind)`)
    .execute()
}

/** All clocks of a ticket as they stand after its event of that number; others go. */
export async function saveClocks(
  tx: Tx,
  clocks: readonly KeptClock[],
  { ticketId, throughEvent }: { ticketId: string; throughEvent: number },
): Promise<void> {
  await tx.deleteFrom('deskClock').where('ticketId', '=', ticketId).execute()
  await saveFirstClocks(tx, clocks, { ticketId, throughEvent })
}

/** The clocks of a ticket that had none. */
export async function saveFirstClocks(
  tx: Tx,
  clocks: readonly KeptClock[],
  { ticketId, throughEvent }: { ticketId: string; throughEvent: number },
): Promise<void> {
  if (clocks.length === 0) return
  await tx
    .insertInto('deskClock')
    .values(clocks.map((clock) => rowOf(clock, ticketId, throughEvent)))
    .execute()
}

/** Tickets with a clock that goes by a calendar older than this version. */
export async function listTicketsBehind(reader: Reader, version: number, limit: number): Promise<string[]> {
  const rows = await reader
    .selectFrom('deskClock')
    .select('ticketId')
    .distinct()
    .where('state', 'in', ['running', 'paused'])
    .where('calendarVersion', '<', version)
    .limit(limit)
    .execute()
  return rows.map(({ ticketId }) => ticketId)
}

export function rowOf({ rule, calendarVersion, asOf, reading }: KeptClock, ticketId: string, throughEvent: number) {
  return {
    ticketId,
    kind: rule.kind,
    state: reading.state,
    verdict: reading.verdict,
    limitSeconds: rule.limitSeconds,
    elapsedSeconds: BigInt(reading.elapsedSeconds),
    dueAt: reading.dueAt === null ? null : Temporal.Instant.from(reading.dueAt),
    stoppedAt: reading.stoppedAt === null ? null : Temporal.Instant.from(reading.stoppedAt),
    rule: JSON.stringify(rule),
    ruleVersion: rule.version,
    calendarVersion,
    asOf: Temporal.Instant.from(asOf),
    throughEvent,
    reading: JSON.stringify(reading),
  }
}

const NOBODY = '00000000-0000-0000-0000-000000000000'
