import { OpenTicket } from '@shiji/contract/upkeep-duty'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Reader, Tx } from '#platform/database/transaction'

const Tickets = z.array(OpenTicket)

export async function listHandOvers(reader: Reader, occurrenceIds: readonly string[]) {
  const rows = await reader
    .selectFrom('upkeepHandOver as signed')
    .innerJoin('upkeepOccurrence as one', 'one.id', 'signed.occurrenceId')
    .innerJoin('directoryPerson as giver', 'giver.id', 'signed.givenBy')
    .leftJoin('directoryPerson as taker', 'taker.id', 'signed.takenBy')
    .select(['signed.occurrenceId', 'signed.note', 'signed.tickets', 'signed.givenAt', 'signed.takenAt'])
    .select(['one.closesAt', 'giver.name as givenBy', 'taker.name as takenBy'])
    .where(sql<boolean>`signed.occurrence_id = any(${[...occurrenceIds]}::uuid[])`)
    .execute()
  return new Map(
    rows.map(({ occurrenceId, note, tickets, givenAt, givenBy, takenAt, takenBy, closesAt }) => [
      occurrenceId,
      {
        note,
        tickets: Tickets.parse(tickets),
        givenAt: givenAt.toString(),
        givenBy,
        takenAt: takenAt?.toString() ?? null,
        takenBy,
        isInTime: takenAt === null ? null : Temporal.Instant.compare(takenAt, closesAt) <= 0,
      },
    ]),
  )
}

export function lockHandOver(tx: Tx, occurrenceId: string) {
  return tx
    .selectFrom('upkeepHandOver')
    .select(['givenBy', 'takenAt', 'takenBy'])
    .where('occurrenceId', '=', occurrenceId)
    .forUpdate()
    .executeTakeFirst()
}
