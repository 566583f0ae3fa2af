import type { Decimal } from '@shiji/kernel/decimal'
import { sql } from 'kysely'

type SharedTicket = {
  readonly id: string
  readonly number: string
  readonly what: string
  readonly unitId: string
  readonly teamId: string
}

type SharedDelivery = {
  readonly id: string
  readonly unitId: string
  readonly projectId: string
  readonly contractId: string | null
  readonly item: string
  readonly unitWord: string
  readonly quantity: Decimal
  readonly deliveredOn: string
  readonly noteNumber: string
  readonly recordedAt: Temporal.Instant
}

/** What is open to every module of tickets and deliveries. */
export const sharedTicket = sql<SharedTicket>`shared_ticket`.as('ticket')
export const sharedDelivery = sql<SharedDelivery>`shared_delivery`.as('delivery')
