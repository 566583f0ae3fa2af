import type { TicketDeed } from '@shiji/kernel/ticket/ticket-deed'
import type { TicketState } from '@shiji/kernel/ticket/ticket-state'
import type { TicketChange } from './ticket-store.ts'

type Worked = { readonly state: TicketState; readonly assigneeId: string | null }

/** What a deed changes beside the course of the ticket. */
export function changeOfDeed(
  { state, assigneeId }: Worked,
  deed: TicketDeed,
  { personId, now }: { personId: string; now: Temporal.Instant },
): TicketChange {
  switch (deed.kind) {
    case 'accept':
      return state === 'waiting' || assigneeId === null ? { assigneeId: personId } : {}
    case 'resolve':
      return { manner: deed.manner, ...(assigneeId === null ? { assigneeId: personId } : {}) }
    case 'close':
      return { cause: deed.cause }
    case 'reopen':
      return { cause: null }
    case 'reassign':
      return { assigneeId: deed.to }
    case 'classify': {
      const { severity, scope, layer } = deed
      return { severity, scope, layer, classifiedBy: personId, confirmedBy: null, confirmedAt: null }
    }
    case 'confirm':
      return { confirmedBy: personId, confirmedAt: now }
    case 'merge':
      return { mergedInto: deed.into }
    case 'project':
      return { projectId: deed.to, isProjectByHand: true }
    case 'arrive':
    case 'restore':
    case 'pause':
    case 'resume':
    case 'cancel':
    case 'note':
      return {}
  }
}
