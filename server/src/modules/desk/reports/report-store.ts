import { createHash } from 'node:crypto'
import type { Reader, Tx } from '#platform/database/transaction'

/** The report of this secret with the ticket it became. */
export function findReport(reader: Reader, secret: string) {
  return reported(reader).where('report.codeHash', '=', hashOf(secret)).executeTakeFirst()
}

/** Reports of a place nobody has taken up yet. */
export function listWaiting(reader: Reader, spotId: string) {
  return reported(reader)
    .where('report.spotId', '=', spotId)
    .where('ticket.state', '=', 'waiting')
    .orderBy('report.reportedAt')
    .execute()
}

type NewReport = {
  readonly ticketId: string
  readonly spotId: string
  readonly secret: string
  readonly reportedAt: Temporal.Instant
}

export async function saveReport(tx: Tx, { secret, ...report }: NewReport): Promise<void> {
  await tx
    .insertInto('deskReport')
    .values({ ...report, codeHash: hashOf(secret) })
    .execute()
}

function reported(reader: Reader) {
  return reader
    .selectFrom('deskReport as report')
    .innerJoin('deskTicket as ticket', 'ticket.id', 'report.ticketId')
    .select(['report.reportedAt', 'ticket.id', 'ticket.number', 'ticket.what', 'ticket.place', 'ticket.state'])
    .select(['ticket.service', 'ticket.timeZone'])
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
