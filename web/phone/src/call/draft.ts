import { makeId } from '../../../desk/src/kit/make-id.ts'
import type { Call } from '../outbox/entry.ts'

/** A call being noted down. Its time runs from the tap that opened it; it outlives the app being closed. */
export type Draft = Call & {
  readonly at: string
  /** When it really happened, as typed (`2026-03-02T03:10`), if that was earlier than the tap. */
  readonly earlier: string
}

const KEY = 'shiji-phone-call'
/** After that an unfinished call is no longer the one somebody has on the line. */
const LASTS_MS = 30 * 60_000

export function emptyDraft(at: Date = new Date()): Draft {
  return {
    id: makeId(),
    at: at.toISOString(),
    callerId: null,
    callerName: '',
    unitId: null,
    caller: '',
    service: '',
    serviceName: '',
    scope: 'one',
    what: '',
    place: '',
    contact: '',
    lateReason: '',
    earlier: '',
  }
}

/** The unfinished call, if somebody had told something already; a new one from this moment otherwise. */
export function openDraft(): Draft {
  const known = readDraft()
  const isLasting = known !== null && hasContent(known) && Date.now() - Date.parse(known.at) < LASTS_MS
  const draft = isLasting ? known : emptyDraft()
  keepDraft(draft)
  return draft
}

/** At the tap on 接报: the clock starts there and not when the page has been drawn. */
export function beginDraft(): void {
  const known = readDraft()
  if (known === null || !hasContent(known)) keepDraft(emptyDraft())
}

export function keepDraft(draft: Draft): void {
  localStorage.setItem(KEY, JSON.stringify(draft))
}

export function dropDraft(): void {
  localStorage.removeItem(KEY)
}

export function hasContent({ caller, callerName, service, what, place }: Draft): boolean {
  return [caller, callerName, service, what, place].some((text) => text !== '')
}

export function isWhole({ callerId, callerName, unitId, service }: Draft): boolean {
  return service !== '' && (callerId !== null || (callerName.trim() !== '' && unitId !== null))
}

/** A draft of a page that was left open begins anew where it is empty. */
function readDraft(): Draft | null {
  try {
    const known = JSON.parse(localStorage.getItem(KEY) ?? 'null') as Draft | null
    const isStale = known !== null && !hasContent(known) && Date.now() - Date.parse(known.at) > 10_000
    return isStale ? null : known
  } catch {
    return null
  }
}
