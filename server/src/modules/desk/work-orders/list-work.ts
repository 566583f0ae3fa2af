import type { TicketId } from '@shiji/contract/desk'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { isTicketVisible } from '../tickets/ticket-store.ts'
import { listOrders } from './work-store.ts'

export async function listWork(context: Context, { id }: { id: TicketId }) {
  requirePermission(context, 'desk.read')
  return read(context.db, async (reader) => {
    if (!(await isTicketVisible(reader, context.actor, id))) refuse('not-found')
    return listOrders(reader, id, context.actor)
  })
}
