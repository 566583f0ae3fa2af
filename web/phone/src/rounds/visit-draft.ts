import type { Check } from '@shiji/kernel/upkeep/check'
import { judgeCheck } from '@shiji/kernel/upkeep/judge-check'
import { makeId } from '../../../desk/src/kit/make-id.ts'
import type { Visit } from '../outbox/entry.ts'

/** What is being filled in at a point; it outlives the app being closed, as when the camera takes its memory. */
export type VisitDraft = {
  readonly id: string
  readonly proof: Visit['proof']
  readonly values: Readonly<Record<string, string>>
  readonly skipReason: string
  readonly note: string
}

const KEY = 'shiji-phone-visit'

export function openVisitDraft(place: string, proof: Visit['proof']): VisitDraft {
  const known = readDraft(place)
  if (known !== null) return proof === 'none' ? known : { ...known, proof }
  return { id: makeId(), proof, values: {}, skipReason: '', note: '' }
}

export function keepVisitDraft(place: string, draft: VisitDraft): void {
  localStorage.setItem(KEY, JSON.stringify({ place, draft }))
}

export function dropVisitDraft(): void {
  localStorage.removeItem(KEY)
}

export type Judged = {
  /** Everything was filled in, and what is at fault was dealt with. */
  readonly isWhole: boolean
  /** Names of the checks that are at fault. */
  readonly faults: readonly string[]
}

/** A skipped point needs its reason and nothing else. */
export function judgeDraft(checks: readonly Check[], { values, skipReason, note }: VisitDraft): Judged {
  if (skipReason.trim() !== '') return { isWhole: true, faults: [] }
  const judged = checks.map((check) => ({ name: check.name, is: judgeCheck(check, values[check.name] ?? '') }))
  const faults = judged.filter(({ is }) => is === 'fault').map(({ name }) => name)
  const isRead = judged.every(({ is }) => is !== 'unreadable')
  return { isWhole: isRead && (faults.length === 0 || note.trim() !== ''), faults }
}

/** One draft at a time: somebody stands before one point. */
function readDraft(place: string): VisitDraft | null {
  try {
    const known = JSON.parse(localStorage.getItem(KEY) ?? 'null') as { place: string; draft: VisitDraft } | null
    return known?.place === place ? known.draft : null
  } catch {
    return null
  }
}
