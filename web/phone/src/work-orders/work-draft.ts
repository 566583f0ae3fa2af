import { isDecimal, isZero } from '@shiji/kernel/decimal'
import { drawnStrokes, type Stroke } from '@shiji/kernel/work-order/strokes'
import { findSigningProblem, findWorkProblem, type WorkProblem } from '@shiji/kernel/work-order/work-record'
import type { WorkPart, WorkStep } from '@shiji/kernel/work-order/work-schema'
import type { WorkTold } from '../outbox/entry.ts'
import { instantOfMinute, minuteOf } from '../words/clock-text.ts'
import type { WorkOrder } from './use-work.ts'

/** What is being written on an order; it outlives the app being closed, as when the camera takes its memory. */
export type WorkDraft = {
  /** Of the order as it was when this was begun. */
  readonly version: number
  readonly steps: readonly WorkStep[]
  readonly parts: readonly DraftPart[]
  readonly spans: readonly DraftSpan[]
  /** null as long as nobody signs. */
  readonly signing: { readonly signer: string; readonly strokes: readonly Stroke[] } | null
}
export type DraftPart = Omit<WorkPart, 'quantity'> & { readonly quantity: string }
/** From and until as a field for a moment has them. */
export type DraftSpan = {
  readonly personId: string
  readonly name: string
  readonly from: string
  readonly until: string
}

const KEY = 'shiji-phone-work'
const USUAL_MS = 30 * 60_000

/** One draft at a time: somebody stands before one piece of work. Else what was told before, or what the order says. */
export function openWorkDraft(order: WorkOrder, told: WorkTold | undefined): WorkDraft {
  try {
    const known = JSON.parse(localStorage.getItem(KEY) ?? 'null') as { orderId: string; draft: WorkDraft } | null
    if (known?.orderId === order.id) return known.draft
  } catch {
    // Not of ours: it is begun anew.
  }
  return told === undefined ? freshDraft(order) : draftOf(told)
}

export function freshDraft({ version, steps, parts, spans }: WorkOrder): WorkDraft {
  const shown = spans.map((span) => ({ ...span, from: minuteOf(span.from), until: minuteOf(span.until) }))
  return { version, steps, parts, spans: shown, signing: null }
}

export function keepWorkDraft(orderId: string, draft: WorkDraft): void {
  localStorage.setItem(KEY, JSON.stringify({ orderId, draft }))
}

export function dropWorkDraft(): void {
  localStorage.removeItem(KEY)
}

/** The last half hour, as it mostly is when somebody writes it down on the spot. */
export function usualSpan({ id, name }: { readonly id: string; readonly name: string }): DraftSpan {
  const now = Date.now()
  return { personId: id, name, from: minuteOf(now - USUAL_MS), until: minuteOf(now) }
}

/** What is told by the draft, once it can be told; else what is wrong, in the server's own words, or null while it is unfinished. */
export function tellWork(orderId: string, draft: WorkDraft): { told: WorkTold } | { problem: WorkProblem | null } {
  const { version, parts, signing } = draft
  const steps = draft.steps.map(({ what, state, note }) => ({ what: what.trim(), state, note: note.trim() }))
  const spans = draft.spans.map(({ personId, name, from, until }) => ({ personId, name, from, until }))
  const isWritten =
    steps.every(({ what }) => what !== '') && spans.every(({ from, until }) => from !== '' && until !== '')
  const used = parts.flatMap(({ quantity, ...part }) =>
    isDecimal(quantity) && !isZero(quantity) && part.name.trim() !== '' ? [{ ...part, quantity }] : [],
  )
  if (!isWritten || used.length < parts.length) return { problem: null }
  const worked = spans.map((span) => ({
    ...span,
    from: instantOfMinute(span.from),
    until: instantOfMinute(span.until),
  }))
  const problem =
    findWorkProblem({ steps, spans: worked }, new Date().toISOString()) ??
    (signing === null ? null : findSigningProblem(steps))
  if (problem !== null) return { problem }
  const strokes = drawnStrokes(signing?.strokes ?? [])
  const signer = signing?.signer.trim() ?? ''
  if (signing !== null && (signer === '' || strokes.length === 0)) return { problem: null }
  const signature = signing === null ? null : { signer, strokes }
  return { told: { orderId, version, steps, parts: used, spans: worked, signature } }
}

function draftOf({ version, steps, parts, spans, signature }: WorkTold): WorkDraft {
  const shown = spans.map((span) => ({ ...span, from: minuteOf(span.from), until: minuteOf(span.until) }))
  return { version, steps, parts, spans: shown, signing: signature }
}
