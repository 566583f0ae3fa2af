import { createHash } from 'node:crypto'
import type { Reader, Tx } from '#platform/database/transaction'

export function findQuestionOf(reader: Reader, ticketId: string) {
  return reader.selectFrom('deskSatisfaction').select('answeredAt').where('ticketId', '=', ticketId).executeTakeFirst()
}

/** The question a link leads to, answered or not. */
export function findQuestion(reader: Reader, code: string) {
  return reader
    .selectFrom('deskSatisfaction as asked')
    .innerJoin('deskTicket as ticket', 'ticket.id', 'asked.ticketId')
    .select(['asked.ticketId', 'asked.expiresAt', 'asked.answeredAt', 'ticket.number', 'ticket.what'])
    .where('asked.codeHash', '=', hashOf(code))
    .executeTakeFirst()
}

type Question = {
  readonly ticketId: string
  readonly code: string
  readonly askedAt: Temporal.Instant
  readonly askedBy: string
  readonly expiresAt: Temporal.Instant
}

export async function saveQuestion(tx: Tx, { code, ...question }: Question): Promise<void> {
  const row = { ...question, codeHash: hashOf(code) }
  await tx
    .insertInto('deskSatisfaction')
    .values(row)
    .onConflict((conflict) => conflict.column('ticketId').doUpdateSet(row))
    .execute()
}

/** Whether the answer was the first. */
export async function saveAnswer(
  tx: Tx,
  { ticketId, ...answer }: { ticketId: string; score: number; note: string; answeredAt: Temporal.Instant },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('deskSatisfaction')
    .set(answer)
    .where('ticketId', '=', ticketId)
    .where('answeredAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

function hashOf(code: string): string {
  return createHash('sha256').update(code).digest('hex')
}
