import type { FormTemplate } from '@shiji/kernel/form/form-template'
import { findMoneyUnit } from './amounts.ts'
import { FormDraft } from './form-draft.ts'
import { readHeadRow, readTextLine } from './head-fields.ts'
import { readIndicatorHead } from './indicator-columns.ts'
import { isIndicator, readIndicatorTable } from './indicator-table.ts'
import { readMoneyTable } from './money-table.ts'
import { readPartDetails, readPartTitle } from './part-details.ts'
import { readRepeatTable } from './repeat-tables.ts'
import { readReviewRow } from './review-rows.ts'
import { filledCells, loneText, type SheetItem, type SheetRow } from './sheet.ts'
import type { FormItems } from './split-forms.ts'
import { type Vocabulary, vocabularyOf } from './vocabulary.ts'

/** Reads every table and field of one form, top to bottom. */
export function readForm(form: FormItems, template: FormTemplate | null, tellsMerges: boolean): FormDraft {
  const { items } = form
  const vocabulary = vocabularyOf(template)
  const texts = items.flatMap((item) =>
    item.kind === 'text' ? [item.text] : filledCells(item).map(({ text }) => text),
  )
  const draft = new FormDraft(vocabulary, findMoneyUnit(texts) ?? template?.moneyUnit ?? null)
  const state: State = { draft, vocabulary, tellsMerges, part: null, lastField: null }
  let at = 0
  while (at < items.length) at = Math.max(at + 1, readItem(items, at, state))
  return draft
}

type State = {
  readonly draft: FormDraft
  readonly vocabulary: Vocabulary
  readonly tellsMerges: boolean
  /** The sub-project whose details are being read. */
  part: number | null
  lastField: string | null
}

/** Answers the index of the first item that was not read. */
function readItem(items: readonly SheetItem[], at: number, state: State): number {
  const item = items[at]
  if (item === undefined) return at
  if (item.kind === 'text') {
    for (const entry of readTextLine(item.text, state.vocabulary)) state.draft.addEntry(entry)
    state.part = null
    return at
  }
  return readTable(items, at, state) ?? readRow(items, item, { at, state })
}

function readTable(items: readonly SheetItem[], at: number, state: State): number | null {
  const { draft, vocabulary } = state
  const item = items[at]
  if (item?.kind !== 'row') return null
  const head = readIndicatorHead(items, at, vocabulary)
  if (head !== null) {
    const table = readIndicatorTable(items, at, { head, context: { vocabulary, tellsMerges: state.tellsMerges } })
    const part = state.part
    draft.rows.push(...table.rows.filter(isIndicator).map((row) => ({ row, part })))
    draft.totals ??= table.totals
    draft.level1InHead ??= head.level1InHead
    return table.next
  }
  const repeat = vocabulary.repeatHead(item)
  if (repeat !== null) return readRepeatTable(items, at, { head: repeat, draft })
  const money = readMoneyTable(items, at, vocabulary)
  if (money === null) return null
  for (const { key, text } of money.amounts) draft.addAmount(key, text)
  return money.next
}

function readRow(items: readonly SheetItem[], row: SheetRow, { at, state }: { at: number; state: State }): number {
  const { draft, vocabulary } = state
  const title = readPartTitle(row)
  if (title !== null) {
    state.part = title
    return at
  }
  if (state.part !== null && readPartDetails(row, draft, state.part)) return at
  const goals = readGoals(items, at, state)
  if (goals !== null) return goals
  const review = readReviewRow(row)
  if (review !== null) {
    draft.reviews.push(review)
    return at
  }
  const lone = loneText(row)
  const entries =
    lone === null ? readHeadRow(row, vocabulary) : { entries: readTextLine(lone, vocabulary), continued: '' }
  if (lone !== null && entries.entries.length === 0) return continueField(row, lone, state)
  for (const entry of entries.entries) draft.addEntry(entry)
  if (entries.continued !== '') continueField(row, entries.continued, state)
  const last = entries.entries.at(-1)
  if (last !== undefined) state.lastField = last.label.kind === 'field' ? last.label.key : null
  return at
}

/** A row that begins with blanks goes on with the field above it. */
function continueField(row: SheetRow, text: string, state: State): number {
  const indented = (filledCells(row)[0]?.at ?? 0) > 0
  if (indented && state.lastField !== null) state.draft.continueField(state.lastField, text)
  return -1
}

/** 预算目标 | 实际完成情况 above, their texts below. */
function readGoals(items: readonly SheetItem[], at: number, { draft, vocabulary }: State): number | null {
  const [row, below] = [items[at], items[at + 1]]
  if (row?.kind !== 'row' || below?.kind !== 'row') return null
  const goals = filledCells(row).flatMap((cell) => {
    const key = vocabulary.goal(cell.text)
    return key === null ? [] : [{ ...cell, key }]
  })
  if (new Set(goals.map(({ key }) => key)).size < 2) return null
  goals.forEach(({ at: start, key }, index) => {
    const end = goals[index + 1]?.at ?? below.cells.length
    const text = below.cells.slice(start, end).find((cell) => cell.text !== '')?.text ?? ''
    draft.addField(key, text)
  })
  return at + 2
}
