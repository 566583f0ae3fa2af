import { applyEdits, type CellEdit } from '@shiji/kernel/form/apply-edits'
import { parseCellAddress } from '@shiji/kernel/form/cell-address'
import type { FormContent } from '@shiji/kernel/form/form-content'
import { readCell } from '@shiji/kernel/form/read-cell'
import { fail, ok, type Result } from '@shiji/kernel/result'
import type { api } from '#desk/api/client.ts'

export type RenewalPreview = Awaited<ReturnType<typeof api.renewal.previewRenewal>>
export type Proposal = RenewalPreview['proposals'][number]

/** What a person decided over a draft: proposals turned down, and texts typed where only a person knows. */
export type Decisions = { readonly declined: ReadonlySet<string>; readonly typed: ReadonlyMap<string, string> }

export const NOTHING_DECIDED: Decisions = { declined: new Set(), typed: new Map() }

/** The places a person is asked about. */
export function askedPlaces({ points }: RenewalPreview): string[] {
  return [...points.money, ...points.days, ...points.people]
}

/** Texts to be rewritten; a day that is asked about stands in its field already. */
export function textProposals(preview: RenewalPreview): Proposal[] {
  const asked = new Set(askedPlaces(preview))
  return preview.proposals.filter(({ where }) => !asked.has(where))
}

/** What stands in a field that is asked about before anybody types. */
export function startingText(preview: RenewalPreview, content: FormContent, where: string): string {
  const proposed = preview.proposals.find((proposal) => proposal.where === where)
  return proposed?.now ?? textAt(content, where)
}

/** The draft as decided; a typed text that its cell cannot hold names its place. */
export function draftOf(
  preview: RenewalPreview,
  content: FormContent,
  { declined, typed }: Decisions,
): Result<FormContent, { readonly where: string }> {
  const rewritten = textProposals(preview).filter(({ where }) => !declined.has(where))
  const answered = askedPlaces(preview).map((where) => ({
    where,
    was: textAt(content, where),
    now: typed.get(where) ?? startingText(preview, content, where),
  }))
  const edits: CellEdit[] = [...rewritten, ...answered].map(({ where, was, now }) => ({ where, was, now }))
  const outcome = applyEdits(content, edits, { isKnown: () => true, since: [] })
  return outcome.ok ? ok(outcome.value.content) : fail({ where: outcome.problem.where })
}

function textAt(content: FormContent, where: string): string {
  const address = parseCellAddress(where)
  return (address === null ? null : readCell(content, address)) ?? ''
}
