import { contradictingUnits, findMoneyUnit, impliedMoneyUnit } from './cells/amounts.ts'
import { type FilledCell, filledCells, loneText, type SheetItem, type SheetRow } from './cells/sheet.ts'
import { readHeadRow, readTextLine } from './fields/head-fields.ts'
import { readMoneyAcross } from './fields/money-across.ts'
import { readMoneyTable } from './fields/money-table.ts'
import { FormDraft } from './form-draft.ts'
import { readIndicatorTable } from './indicators/indicator-table.ts'
import { isTotal } from './indicators/table-totals.ts'
import { indicatorHeadAt } from './indicators/tree-without-head.ts'
import { readPartDetails, readPartTitle } from './repeats/part-details.ts'
import { readRepeatTable } from './repeats/repeat-tables.ts'
import { readReviewRow } from './repeats/review-rows.ts'
import type { FormItems } from './split-forms.ts'
import { raise } from './understand-wording.ts'
import type { Vocabulary } from './words/vocabulary.ts'

export type Reading = { readonly vocabulary: Vocabulary; readonly tellsMerges: boolean; readonly year: number | null }

/** Reads every table and field of one form, top to bottom. */
export function readForm({ items }: FormItems, { vocabulary, tellsMerges, year }: Reading): FormDraft {
  const headTexts = textsOf(aboveIndicators(items, vocabulary))
  const unit = findMoneyUnit(textsOf(items)) ?? vocabulary.template?.moneyUnit ?? impliedMoneyUnit(headTexts)
  const draft = new FormDraft(vocabulary, unit)
  const state: State = { draft, vocabulary, tellsMerges, year, part: null, lastField: null }
  let at = 0
  while (at < items.length) {
    const known = draft.doubts.length
    const next = Math.max(at + 1, readItem(items, at, state))
    draft.keepRaw(known, items.slice(at, next))
    at = next
  }
  draft.settleExecution()
  // Where the label of each amount says its unit nothing is left to doubt.
  const converted = draft.doubts.some(({ code }) => code === 'value-unit-differs')
  const units = contradictingUnits(headTexts)
  if (unit !== null && !converted && units.length > 0)
    draft.doubts.push({ ...raise('money-units-differ', 'moneyUnit', { unit }), rawCells: units })
  return draft
}

function textsOf(items: readonly SheetItem[]): string[] {
  return items.flatMap((item) => (item.kind === 'text' ? [item.text] : withUnits(filledCells(item))))
}

const UNIT_LABEL = /^(?:金额)?(?:计量)?单位[:：]?$/

/** 金额单位 | 万元 in two cells is said in one. */
function withUnits(cells: readonly FilledCell[]): string[] {
  return cells.map(({ text }, at) => (UNIT_LABEL.test(text) ? `${text}${cells[at + 1]?.text ?? ''}` : text))
}

function aboveIndicators(items: readonly SheetItem[], vocabulary: Vocabulary): readonly SheetItem[] {
  const table = items.findIndex((_, at) => indicatorHeadAt(items, at, vocabulary) !== null)
  return table < 0 ? items : items.slice(0, table)
}

type State = Reading & {
  readonly draft: FormDraft
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
  const head = indicatorHeadAt(items, at, vocabulary)
  if (head !== null) {
    const table = readIndicatorTable(items, at, { head, context: state })
    const part = state.part
    draft.rows.push(...table.rows.map((row) => ({ ...row, part })))
    const printed = head.columns.some(({ role }) => role === 'level1' || role === 'level2')
    draft.printsLevels ||= printed || table.rows.some(({ stated }) => stated.level1 !== '')
    draft.totals ??= table.totals
    draft.level1InHead ??= head.level1InHead
    return table.next
  }
  const repeat = vocabulary.repeatHead(item)
  if (repeat !== null) return readRepeatTable(items, at, { head: repeat, draft })
  const money = readMoneyTable(items, at, vocabulary) ?? readMoneyAcross(items, at, vocabulary)
  if (money === null) return null
  for (const { key, text, labelUnit } of money.amounts) draft.addAmount(key, text, labelUnit)
  draft.doubts.push(...(money.doubts ?? []))
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
  if (draft.totals !== null && isTotal(row)) return at
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

/** A row whose only text stands right of the label above goes on with that field. */
function continueField(row: SheetRow, text: string, state: State): number {
  const only = filledCells(row).length === 1
  const indented = (filledCells(row)[0]?.at ?? 0) > 0
  if (only && indented && state.lastField !== null) state.draft.continueField(state.lastField, text)
  return -1
}

/** 预算目标 | 实际完成情况 above, their texts below; 长期目标 | 年度目标 likewise. */
function readGoals(items: readonly SheetItem[], at: number, { draft, vocabulary }: State): number | null {
  const [row, below] = [items[at], items[at + 1]]
  if (row?.kind !== 'row' || below?.kind !== 'row') return null
  const pair = goalColumns(row, vocabulary) ?? labelsAbove(row, below, vocabulary)
  if (pair === null) return null
  pair.forEach(({ at: start, key }, index) => {
    const end = pair[index + 1]?.at ?? below.cells.length
    const text = below.cells.slice(start, end).find((cell) => cell.text !== '')?.text ?? ''
    draft.addField(key, text)
  })
  return at + 2
}

type KeyedColumn = { readonly at: number; readonly key: string }

function goalColumns(row: SheetRow, vocabulary: Vocabulary): readonly KeyedColumn[] | null {
  const goals = filledCells(row).flatMap(({ at, text }) => {
    const key = vocabulary.goal(text)
    return key === null ? [] : [{ at, key }]
  })
  return new Set(goals.map(({ key }) => key)).size < 2 ? null : goals
}

/** A row of nothing but labels over a row without any. */
function labelsAbove(row: SheetRow, below: SheetRow, vocabulary: Vocabulary): readonly KeyedColumn[] | null {
  const labels = filledCells(row).map(({ at, text }) => ({ at, label: vocabulary.label(text) }))
  const columns = labels.flatMap(({ at, label }) => (label?.kind === 'field' ? [{ at, key: label.key }] : []))
  const onlyLabels = labels.every(({ label }) => label !== null && label.kind !== 'money')
  const values = filledCells(below)
  const bare = values.length >= 2 && values.every(({ text }) => vocabulary.label(text) === null)
  const under = columns.every(({ at }) => (below.cells[at]?.text ?? '') !== '')
  return columns.length >= 2 && onlyLabels && bare && under && vocabulary.repeatHead(below) === null ? columns : null
}
