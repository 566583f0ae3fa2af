import type { Scope, TicketKind } from '@shiji/kernel/severity/ticket-class'
import type { TicketDeed } from '@shiji/kernel/ticket/ticket-deed'

/** Who did it, when it happened and when it was written down. */
export type PastMoment = { readonly by: string; readonly at: Temporal.Instant; readonly enteredAt: Temporal.Instant }

type PastDeed = PastMoment & { readonly deed: TicketDeed }

/** A ticket of a register that was kept elsewhere, with everything that was done to it, oldest first. */
export type PastTicket = PastMoment & {
  readonly kind: TicketKind
  readonly channel: 'hotline' | 'self-service' | 'remote' | 'on-site' | 'mail' | 'api'
  readonly callerId: string
  readonly callerName: string
  readonly unitId: string
  readonly place: string
  readonly what: string
  readonly service: string
  readonly scope: Scope
  readonly lateReason: string
  readonly deeds: readonly PastDeed[]
}
