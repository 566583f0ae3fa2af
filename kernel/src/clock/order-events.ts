import { fail, ok, type Result } from '../result.ts'
import type { WordingParameters } from '../wording.ts'
import type { ClockEvent } from './clock-event.ts'
import { secondOf } from './second.ts'

/** A sequence no ticket can have lived; `number` is the event that does not fit. */
export type SequenceProblem = { readonly code: SequenceCode; readonly parameters: WordingParameters }
export type SequenceCode =
  | 'not-reported'
  | 'reported-twice'
  | 'before-report'
  | 'entered-before-it-happened'
  | 'number-twice'
  | 'already-paused'
  | 'not-paused'
  | 'already-restored'
  | 'already-resolved'
  | 'nothing-to-reopen'
  | 'withdrawn-before'

/** An event with its moment in whole seconds since 1970. */
export type TimedEvent = { readonly event: ClockEvent; readonly second: number; readonly enteredSecond: number }

type Life = { resolved: boolean; restored: boolean; paused: boolean; withdrawn: boolean }

/**
 * The events of one ticket by the time they happened, whatever order they came in; of two in the same second the one
 * entered first goes first. Fails on the first event that cannot have happened there.
 */
export function orderEvents(events: readonly ClockEvent[]): Result<TimedEvent[], SequenceProblem> {
  const ordered = events.map(timed).sort((a, b) => a.second - b.second || a.event.number - b.event.number)
  const reported = ordered.find(({ event }) => event.kind === 'reported')
  if (reported === undefined) return fail({ code: 'not-reported', parameters: {} })
  const life = { resolved: false, restored: false, paused: false, withdrawn: false }
  const numbers = new Set<number>()
  for (const one of ordered) {
    const { number, at } = one.event
    const code = numbers.has(number) ? 'number-twice' : (misplaced(one, reported) ?? live(one.event, life))
    if (code !== null) return fail({ code, parameters: { number, at } })
    numbers.add(number)
  }
  return ok(ordered)
}

function misplaced(one: TimedEvent, reported: TimedEvent): SequenceCode | null {
  if (one.enteredSecond < one.second) return 'entered-before-it-happened'
  if (one === reported) return null
  if (one.event.kind === 'reported') return 'reported-twice'
  const isBefore = one.second < reported.second || (one.second === reported.second && isEarlier(one, reported))
  return isBefore ? 'before-report' : null
}

function isEarlier(one: TimedEvent, other: TimedEvent): boolean {
  return one.event.number < other.event.number
}

/** Lives through the event, or says why that cannot be. */
function live({ kind }: ClockEvent, life: Life): SequenceCode | null {
  if (life.withdrawn) return 'withdrawn-before'
  if (life.resolved && kind !== 'reopened') return 'already-resolved'
  switch (kind) {
    case 'reported':
    case 'responded':
    case 'arrived':
      return null
    case 'paused':
      if (life.paused) return 'already-paused'
      life.paused = true
      return null
    case 'resumed':
      if (!life.paused) return 'not-paused'
      life.paused = false
      return null
    case 'restored':
      if (life.restored) return 'already-restored'
      life.restored = true
      return null
    case 'resolved':
      Object.assign(life, { resolved: true, restored: true, paused: false })
      return null
    case 'reopened':
      if (!life.restored) return 'nothing-to-reopen'
      Object.assign(life, { resolved: false, restored: false })
      return null
    case 'withdrawn':
      life.withdrawn = true
      return null
  }
}

/** Clocks count whole seconds: what is shown of a moment is what is counted. */
function timed(event: ClockEvent): TimedEvent {
  return { event, second: secondOf(event.at), enteredSecond: secondOf(event.enteredAt) }
}
