import { z } from 'zod'
import { ClockEvent } from '../clock/clock-event.ts'
import { orderEvents, type SequenceCode } from '../clock/order-events.ts'
import type { Lifecycle } from '../lifecycle.ts'
import { fail, ok, type Result } from '../result.ts'
import type { WordingParameters } from '../wording.ts'
import type { TicketState } from './ticket-state.ts'

/** What moves a ticket: what moves its clocks, and the closing, which needs a cause. */
export const LifeEvent = z.union([
  ClockEvent,
  z.strictObject({
    kind: z.literal('closed'),
    number: z.int().nonnegative(),
    at: z.iso.datetime(),
    enteredAt: z.iso.datetime(),
  }),
])
export type LifeEvent = z.infer<typeof LifeEvent>

export const LIFE_KINDS: ReadonlySet<string> = new Set<LifeEvent['kind']>([
  'reported',
  'responded',
  'arrived',
  'restored',
  'resolved',
  'reopened',
  'resumed',
  'withdrawn',
  'paused',
  'closed',
])

export const TICKET: Lifecycle<TicketState> = {
  waiting: ['working', 'paused', 'resolved', 'withdrawn'],
  working: ['paused', 'resolved', 'withdrawn'],
  paused: ['waiting', 'working', 'resolved', 'withdrawn'],
  resolved: ['closed', 'waiting', 'working'],
  closed: ['waiting', 'working'],
  withdrawn: [],
}

export type TicketProblem = { readonly code: TicketProblemCode; readonly parameters: WordingParameters }
export type TicketProblemCode = SequenceCode | 'not-resolved' | 'closed-before'

/** Where a ticket stands. A repair that did not hold is no repair: reopening takes recovery and resolution back. */
export type Standing = {
  readonly state: TicketState
  readonly reportedAt: string
  readonly respondedAt: string | null
  readonly arrivedAt: string | null
  readonly restoredAt: string | null
  readonly resolvedAt: string | null
  readonly closedAt: string | null
  readonly reopenings: number
}

/** The life of a ticket by the time things happened, whatever order they were written down in. */
export function standingOf(events: readonly LifeEvent[]): Result<Standing, TicketProblem> {
  const ordered = orderEvents(events.filter((event) => event.kind !== 'closed'))
  if (!ordered.ok) return ordered
  const closings = events.filter((event) => event.kind === 'closed')
  const all: LifeEvent[] = [...ordered.value.map(({ event }) => event), ...closings].sort(byMoment)
  let standing: Standing = { ...NOTHING, reportedAt: ordered.value[0]?.event.at ?? '' }
  for (const event of all) {
    const code = misfit(standing, event)
    if (code !== null) return fail({ code, parameters: { number: event.number, at: event.at } })
    standing = live(standing, event)
  }
  return ok(standing)
}

const NOTHING: Standing = {
  state: 'waiting',
  reportedAt: '',
  respondedAt: null,
  arrivedAt: null,
  restoredAt: null,
  resolvedAt: null,
  closedAt: null,
  reopenings: 0,
}

function byMoment(one: LifeEvent, other: LifeEvent): number {
  return Date.parse(one.at) - Date.parse(other.at) || one.number - other.number
}

function misfit({ state }: Standing, { kind }: LifeEvent): TicketProblemCode | null {
  if (kind === 'closed') return state === 'resolved' ? null : 'not-resolved'
  return state === 'closed' && kind !== 'reopened' ? 'closed-before' : null
}

function live(standing: Standing, event: LifeEvent): Standing {
  const { at } = event
  const { respondedAt, restoredAt } = standing
  switch (event.kind) {
    case 'reported':
      return standing
    case 'responded':
      return {
        ...standing,
        respondedAt: respondedAt ?? at,
        state: standing.state === 'waiting' ? 'working' : standing.state,
      }
    case 'arrived':
      return { ...standing, arrivedAt: standing.arrivedAt ?? at }
    case 'restored':
      return { ...standing, restoredAt: at }
    case 'paused':
      return { ...standing, state: 'paused' }
    case 'resumed':
      return { ...standing, state: respondedAt === null ? 'waiting' : 'working' }
    case 'resolved':
      return {
        ...standing,
        state: 'resolved',
        resolvedAt: at,
        restoredAt: restoredAt ?? at,
        respondedAt: respondedAt ?? at,
      }
    case 'closed':
      return { ...standing, state: 'closed', closedAt: at }
    case 'reopened':
      return {
        ...standing,
        state: standing.state === 'paused' ? 'paused' : respondedAt === null ? 'waiting' : 'working',
        restoredAt: null,
        resolvedAt: null,
        closedAt: null,
        reopenings: standing.reopenings + 1,
      }
    case 'withdrawn':
      return { ...standing, state: 'withdrawn' }
  }
}
