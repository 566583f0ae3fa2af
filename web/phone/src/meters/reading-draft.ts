import { isDecimal } from '@shiji/kernel/decimal'
import { isOutside, judgeValue, type ReadingProblem } from '@shiji/kernel/upkeep/judge-value'
import { makeId } from '../../../desk/src/kit/make-id.ts'
import type { Meter } from './use-meters.ts'

/** What is being written before a meter; it outlives the app being closed, as when the camera takes its memory. */
export type ReadingDraft = {
  readonly id: string
  readonly value: string
  readonly of: string
  readonly note: string
}

const KEY = 'shiji-phone-reading'

/** One draft at a time: somebody stands before one meter. */
export function openReadingDraft(meterId: string): ReadingDraft {
  try {
    const known = JSON.parse(localStorage.getItem(KEY) ?? 'null') as { meterId: string; draft: ReadingDraft } | null
    if (known?.meterId === meterId) return known.draft
  } catch {
    // Not of ours: the reading begins anew.
  }
  return { id: makeId(), value: '', of: '', note: '' }
}

export function keepReadingDraft(meterId: string, draft: ReadingDraft): void {
  localStorage.setItem(KEY, JSON.stringify({ meterId, draft }))
}

export function dropReadingDraft(): void {
  localStorage.removeItem(KEY)
}

export type Judged = {
  readonly problem: ReadingProblem | null
  /** Outside what the meter should show: it has to be said what was done. */
  readonly isOutside: boolean
  readonly isWhole: boolean
}

/** As the server will judge it, beside the last reading known here. */
export function judgeReading(meter: Meter, { value, of, note }: ReadingDraft): Judged {
  const isCount = meter.kind === 'counted'
  if (!isDecimal(value) || (isCount && !isDecimal(of))) return { problem: null, isOutside: false, isWhole: false }
  const last = meter.waiting.at(-1)?.value ?? meter.last?.value
  const before = last !== undefined && isDecimal(last) ? last : null
  const judged = judgeValue(meter.kind, { value, of: isDecimal(of) ? of : null }, { before, after: null })
  const outside = isOutside(meter, value)
  const problem = judged.ok ? null : judged.problem
  return { problem, isOutside: outside, isWhole: problem === null && (!outside || note.trim() !== '') }
}
