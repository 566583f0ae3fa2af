import type { WorkOrder } from '@shiji/contract/desk-work'
import type { z } from 'zod'
import type { Actor } from '#platform/context'
import type { Reader } from '#platform/database/transaction'
import { listOrders } from './work-store.ts'

/** One order of a ticket, as its list shows it. */
export async function showOrder(
  reader: Reader,
  actor: Actor,
  { id, ticketId }: { id: string; ticketId: string },
): Promise<z.infer<typeof WorkOrder>> {
  const order = (await listOrders(reader, ticketId, actor)).find((one) => one.id === id)
  if (order === undefined) throw new Error(`work order ${id} was saved and is not there`)
  return order
}
