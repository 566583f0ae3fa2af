import type { ProbeProblemCode } from '@shiji/contract/watch-words'
import type { WordingParameters } from '@shiji/kernel/wording'
import type { Pinned } from '#platform/outgoing/post-outgoing'

export type ProbeProblem = { readonly code: ProbeProblemCode; readonly parameters: WordingParameters }

/** What one look at a service found; milliseconds. */
export type Finding = {
  readonly tookMs: number
  /** Null while it is up. */
  readonly problem: ProbeProblem | null
  readonly certificateUntil: Temporal.Instant | null
}

/** What a probe is given: the judged address and how long it may take. */
export type Reached = {
  readonly host: string
  readonly port: number
  readonly pinned: Pinned
  readonly secret: string
  readonly signal: AbortSignal
  readonly timeoutMs: number
}

export type Answer = { readonly problem: ProbeProblem | null; readonly certificateUntil: Temporal.Instant | null }

export const FINE: Answer = { problem: null, certificateUntil: null }

export function bad(code: ProbeProblemCode, parameters: WordingParameters): Answer {
  return { problem: { code, parameters }, certificateUntil: null }
}

/** What a stranger answered is shown in few letters and without control characters. */
export function shown(text: string): string {
  return text
    .replace(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, ' ')
    .trim()
    .slice(0, 80)
}
