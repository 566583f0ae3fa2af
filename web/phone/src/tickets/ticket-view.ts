import type { api } from '../api/client.ts'

export type TicketSeen = Awaited<ReturnType<typeof api.desk.openTicket>>
export type TicketListed = Awaited<ReturnType<typeof api.desk.listTickets>>['tickets'][number]
type ClockSeen = TicketListed['clocks'][number]

/** The clock people look at: the one that is due first, or else the last. */
export function leadingClock(clocks: readonly ClockSeen[]): ClockSeen | undefined {
  const going = clocks.filter(({ state }) => state === 'running' || state === 'paused')
  const [first] = going.sort((one, other) => momentOf(one) - momentOf(other))
  return first ?? clocks[clocks.length - 1]
}

function momentOf({ dueAt }: ClockSeen): number {
  return dueAt === null ? Number.POSITIVE_INFINITY : Date.parse(dueAt)
}

const LIGHTS = { open: ['idle', '○'], kept: ['good', '✓'], broken: ['bad', '✕'], withdrawn: ['idle', '—'] } as const

/** Colour and shape of a clock; the words are the server's. */
export function lightOf({ verdict }: ClockSeen): { readonly colour: string; readonly shape: string } {
  const [colour, shape] = LIGHTS[verdict]
  return { colour, shape }
}
