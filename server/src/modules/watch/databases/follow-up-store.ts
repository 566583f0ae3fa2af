import { listTicketStates } from '#modules/desk'
import type { Reader } from '#platform/database/transaction'

type Ticket = Awaited<ReturnType<typeof listTicketStates>>[number]

/** The tickets a database's findings became, by rule: the newest of each. */
export async function followUpsOf(reader: Reader, databaseId: string): Promise<ReadonlyMap<string, Ticket>> {
  const rows = await reader
    .selectFrom('watchFollowUp')
    .select(['rule', 'ticketId'])
    .where('databaseId', '=', databaseId)
    .orderBy('filedAt')
    .orderBy('ticketId')
    .execute()
  const tickets = await listTicketStates(
    reader,
    rows.map(({ ticketId }) => ticketId),
  )
  const byId = new Map<string, Ticket>(tickets.map((ticket) => [ticket.id, ticket]))
  return new Map(
    rows.flatMap(({ rule, ticketId }): [string, Ticket][] => {
      const ticket = byId.get(ticketId)
      return ticket === undefined ? [] : [[rule, ticket]]
    }),
  )
}

/** Whether somebody may still do what it asks for. */
export function isOpen({ state }: Ticket): boolean {
  return state !== 'closed' && state !== 'withdrawn'
}
