import type { SheetItem } from '../cells/sheet.ts'
import { type IndicatorHead, readIndicatorHead } from '../indicators/indicator-columns.ts'
import { vocabularyOf } from '../words/vocabulary.ts'
import { unfoldGoals } from './goals-in-cells.ts'
import { projectColumn, unfoldProjects } from './project-list.ts'
import { rightHalf, unfoldHalves } from './side-by-side.ts'

/**
 * Tables that hold more than one table side by side or one project under the other, as the plain tables they stand
 * for: halves come one below the other, every project gets its heading and its own table. Other tables stay as they are.
 */
export function unfoldTables(items: readonly SheetItem[]): readonly SheetItem[] {
  const vocabulary = vocabularyOf(null)
  const unfolded: SheetItem[] = []
  let at = 0
  while (at < items.length) {
    const head = readIndicatorHead(items, at, vocabulary)
    const plain = head === null ? unfoldGoals(items, at, vocabulary) : unfoldAt(items, at, { head, vocabulary })
    if (plain === null) {
      const item = items[at]
      if (item !== undefined) unfolded.push(item)
      at += 1
    } else {
      unfolded.push(...plain.items)
      at = plain.next
    }
  }
  return unfolded
}

export type Unfolding = { readonly head: IndicatorHead; readonly vocabulary: ReturnType<typeof vocabularyOf> }

/** The plain tables in place of the one at this row, and where the items go on. */
export type Unfolded = { readonly items: readonly SheetItem[]; readonly next: number }

function unfoldAt(items: readonly SheetItem[], at: number, unfolding: Unfolding): Unfolded | null {
  const row = items[at]
  if (row?.kind !== 'row') return null
  const right = rightHalf(row, unfolding.vocabulary.column)
  if (right !== null) return unfoldHalves(items, at, { ...unfolding, right })
  const project = projectColumn(row, unfolding.vocabulary)
  return project === null ? null : unfoldProjects(items, at, { ...unfolding, project })
}
