import { applyEdits, type CellEdit } from '@shiji/kernel/form/apply-edits'
import { BLANK_ROWS } from '@shiji/kernel/form/blank-row'
import type { FormContent } from '@shiji/kernel/form/form-content'
import type { api } from '#desk/api/client.ts'
import type { EditStep } from '../edit/edit-history.ts'

export type LibraryReply = Awaited<ReturnType<typeof api.library.searchLibrary>>
export type LibraryRow = LibraryReply['entries'][number]

/**
 * An indicator of the library on a form: in the blank row of its branch when there is one, else below the last row of the
 * branch, else at the end.
 */
export function insertEntry({ indicators }: FormContent, { level3, targets, remark, place }: LibraryRow): EditStep {
  const target = targets[0] ?? ''
  const isThere = (row: { level1: string; level2: string }) =>
    row.level1 === place.level1 && row.level2 === place.level2
  const blank = indicators.findIndex((row) => isThere(row) && row.level3.trim() === '' && row.target.trim() === '')
  if (blank >= 0) {
    const where = `indicators[${blank}]`
    const step = [
      { where: `${where}.level3`, was: indicators[blank]?.level3 ?? '', now: level3 },
      { where: `${where}.target`, was: indicators[blank]?.target ?? '', now: target },
      { where: `${where}.remark`, was: indicators[blank]?.remark ?? '', now: remark },
    ]
    return step.filter(({ was, now }) => was !== now)
  }
  const last = indicators.findLastIndex(isThere)
  const at = last < 0 ? indicators.length : last + 1
  const row = { ...BLANK_ROWS.indicators, ...place, level3, target, remark }
  return [{ where: `indicators[${at}]`, was: '', now: JSON.stringify(row) }]
}

/** Several at once, undone as one. */
export function insertEntries(content: FormContent, entries: readonly LibraryRow[]): EditStep {
  let now = content
  const step: CellEdit[] = []
  for (const entry of entries) {
    const edits = insertEntry(now, entry)
    const outcome = applyEdits(now, edits, { isKnown: () => true, since: [] })
    if (!outcome.ok) continue
    now = outcome.value.content
    step.push(...edits)
  }
  return step
}
