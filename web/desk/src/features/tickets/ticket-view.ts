import type { api } from '#desk/api/client.ts'

export type TicketSeen = Awaited<ReturnType<typeof api.desk.openTicket>>
export type TicketListed = Awaited<ReturnType<typeof api.desk.listTickets>>['tickets'][number]
export type ClockSeen = TicketListed['clocks'][number]

/** The page is asked again so often; what others do shows within two rounds. */
export const RENEW_MS = 5_000
