import type { WorkSpan, WorkStep } from './work-schema.ts'

export type WorkProblem =
  | { readonly code: 'span-reversed'; readonly number: number }
  | { readonly code: 'span-ahead'; readonly number: number }
  | { readonly code: 'span-doubled'; readonly number: number }
  | { readonly code: 'reason-lacking'; readonly number: number }
  | { readonly code: 'steps-open'; readonly count: number }

/** What is wrong with a record of work as it stands at `now`; null when nothing is. Numbers count from 1. */
export function findWorkProblem(
  { steps, spans }: { readonly steps: readonly WorkStep[]; readonly spans: readonly WorkSpan[] },
  now: string,
): WorkProblem | null {
  const silent = steps.findIndex(({ state, note }) => state === 'left-out' && note === '')
  if (silent >= 0) return { code: 'reason-lacking', number: silent + 1 }
  for (const [index, span] of spans.entries()) {
    const number = index + 1
    if (Date.parse(span.from) >= Date.parse(span.until)) return { code: 'span-reversed', number }
    if (Date.parse(span.until) > Date.parse(now)) return { code: 'span-ahead', number }
    if (spans.slice(0, index).some((other) => overlaps(span, other))) return { code: 'span-doubled', number }
  }
  return null
}

/** Nobody signs for work that is not finished. */
export function findSigningProblem(steps: readonly WorkStep[]): WorkProblem | null {
  const count = steps.filter(({ state }) => state === 'open').length
  return count === 0 ? null : { code: 'steps-open', count }
}

/** Whole minutes of all people together. */
export function workedMinutes(spans: readonly Pick<WorkSpan, 'from' | 'until'>[]): number {
  const milliseconds = spans.reduce((sum, { from, until }) => sum + Date.parse(until) - Date.parse(from), 0)
  return Math.floor(milliseconds / 60_000)
}

/** One person is not in two places at once. */
function overlaps(one: WorkSpan, other: WorkSpan): boolean {
  if (one.personId !== other.personId) return false
  return Date.parse(one.from) < Date.parse(other.until) && Date.parse(other.from) < Date.parse(one.until)
}
