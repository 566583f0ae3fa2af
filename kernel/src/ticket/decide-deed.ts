import { fail, ok, type Result } from '../result.ts'
import type { DeedKind, TicketDeed } from './ticket-deed.ts'
import { type LifeEvent, type Standing, standingOf, type TicketProblem } from './ticket-life.ts'
import type { TicketState } from './ticket-state.ts'

/** In every state what can be done next, the most likely first. */
export const NEXT_DEEDS: Readonly<Record<TicketState, readonly DeedKind[]>> = {
  waiting: [
    'accept',
    'arrive',
    'restore',
    'resolve',
    'pause',
    'reassign',
    'classify',
    'confirm',
    'merge',
    'cancel',
    'project',
    'note',
  ],
  working: [
    'resolve',
    'arrive',
    'restore',
    'pause',
    'reassign',
    'classify',
    'confirm',
    'merge',
    'cancel',
    'project',
    'note',
  ],
  paused: ['resume', 'resolve', 'arrive', 'reassign', 'classify', 'confirm', 'merge', 'cancel', 'project', 'note'],
  resolved: ['close', 'reopen', 'classify', 'confirm', 'project', 'note'],
  closed: ['reopen', 'confirm', 'project', 'note'],
  withdrawn: ['note'],
}

/** What can be done with a ticket as it stands: nobody arrives or restores twice. */
export function nextDeeds(standing: Standing, { isConfirmed }: { isConfirmed: boolean }): readonly DeedKind[] {
  return NEXT_DEEDS[standing.state].filter((kind) => {
    if (kind === 'arrive') return standing.arrivedAt === null
    if (kind === 'restore') return standing.restoredAt === null
    if (kind === 'confirm') return !isConfirmed
    return true
  })
}

type Moment = { readonly number: number; readonly at: string; readonly enteredAt: string }
export type Moved = { readonly event: LifeEvent | null; readonly standing: Standing }

/**
 * The deed as an event among those known, and where the ticket stands with it. A deed that happened earlier than others
 * that are known already takes its place by its time. Fails when it cannot have happened there.
 */
export function decideDeed(
  events: readonly LifeEvent[],
  deed: TicketDeed,
  moment: Moment,
): Result<Moved, TicketProblem> {
  const event = eventOf(deed, moment)
  const standing = standingOf(event === null ? events : [...events, event])
  if (!standing.ok) return fail(standing.problem)
  return ok({ event, standing: standing.value })
}

function eventOf(deed: TicketDeed, moment: Moment): LifeEvent | null {
  switch (deed.kind) {
    case 'accept':
      return { kind: 'responded', ...moment }
    case 'arrive':
      return { kind: 'arrived', ...moment }
    case 'restore':
      return { kind: 'restored', ...moment }
    case 'resolve':
      return { kind: 'resolved', ...moment }
    case 'close':
      return { kind: 'closed', ...moment }
    case 'pause':
      return { kind: 'paused', reason: deed.reason, ...moment }
    case 'resume':
      return { kind: 'resumed', ...moment }
    case 'reopen':
      return { kind: 'reopened', ...moment }
    case 'cancel':
    case 'merge':
      return { kind: 'withdrawn', ...moment }
    case 'reassign':
    case 'classify':
    case 'confirm':
    case 'project':
    case 'note':
      return null
  }
}
