import type { TicketId } from '@shiji/contract/desk'
import { api } from '../api/client.ts'
import { useAsked } from '../kept/use-asked.ts'
import type { Entry } from '../outbox/entry.ts'
import { useOutbox } from '../outbox/outbox-store.ts'
import { useSession } from '../session/session.ts'

export type WorkOrder = Awaited<ReturnType<typeof api.deskWork.listWork>>[number]
export type WorkEntry = Extract<Entry, { kind: 'work' }>

/** The work orders of a ticket, as they were read last. */
export function useWork(ticketId: string) {
  return useAsked(`work ${ticketId}`, () => api.deskWork.listWork({ id: ticketId as TicketId }))
}

/** What this person has told of an order and still lies on the phone. */
export function useWorkEntry(orderId: string): WorkEntry | undefined {
  const { me } = useSession()
  return useOutbox().find(
    (entry): entry is WorkEntry =>
      entry.kind === 'work' && entry.owner === me?.person.id && entry.told.orderId === orderId,
  )
}
