import { TicketId } from '@shiji/contract/desk'
import { TicketState } from '@shiji/kernel/ticket/ticket-state'
import { sql } from 'kysely'
import type { Reader } from '#platform/database/transaction'

/** Number and state of tickets another module has made; what they say stays with those who may read it. */
export async function listTicketStates(reader: Reader, ids: readonly string[]) {
  const rows = await reader
    .selectFrom('deskTicket')
    .select(['id', 'number', 'state'])
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute()
  return rows.map(({ id, number, state }) => ({ id: TicketId.parse(id), number, state: TicketState.parse(state) }))
}
