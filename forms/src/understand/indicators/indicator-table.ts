import type { FormContent } from '@shiji/kernel/form/form-content'
import { dropNumbering, fold, joinWrapped } from '../cells/cell-text.ts'
import { filledCells, loneText, type SheetItem, type SheetRow } from '../cells/sheet.ts'
import { readPartTitle } from '../repeats/part-details.ts'
import { raise } from '../understand-wording.ts'
import type { ColumnRole } from '../words/column-words.ts'
import { levelName } from '../words/level-words.ts'
import type { Vocabulary } from '../words/vocabulary.ts'
import { type Alignment, type AlignmentFrame, alignRow } from './align-row.ts'
import { withLevelColumn, withSignColumn } from './columns-by-content.ts'
import { type IndicatorHead, oneOfEachRole, readIndicatorHead } from './indicator-columns.ts'
import { type DraftRow, draftRow, nameDoubts } from './indicator-draft.ts'
import { isTotal, readTotals, totalsBelow } from './table-totals.ts'

export type IndicatorTable = {
  readonly rows: readonly DraftRow[]
  readonly totals: FormContent['totals']
  /** Index of the first item that is no longer part of the table. */
  readonly next: number
  readonly head: IndicatorHead
}

type Context = { readonly vocabulary: Vocabulary; readonly tellsMerges: boolean; readonly year: number | null }

const PAGE_NUMBER = /^(?:[-—第]{0,2}\s*\d{1,4}\s*[-—页]{0,2}(?:\s*共?\s*\d{1,4}\s*页)?|续表|（续）|\(续\))$/
const ELLIPSIS = /^[….。·]+$/

/** The rows under an indicator head, over page breaks, up to the total or to whatever is no indicator. */
export function readIndicatorTable(
  items: readonly SheetItem[],
  at: number,
  start: { readonly head: IndicatorHead; readonly context: Context },
): IndicatorTable {
  const { context } = start
  const own = oneOfEachRole(start.head, context.year)
  const head = withLevelColumn(withSignColumn(own, items.slice(at + own.rows)), items.slice(at), context)
  const rows: DraftRow[] = []
  let next = at + head.rows
  let title = titleOf(items[at - 1], head, context)

  while (next < items.length) {
    if (isPageNumber(items[next])) next += 1
    const again = readIndicatorHead(items, next, context.vocabulary)
    if (again !== null && !sameHead(again, head)) break
    if (again !== null) next += again.rows
    const fragment = takeFragment(items, next, { head, context })
    if (fragment.length === 0) break
    const read = readFragment(fragment, {
      head: again === null ? head : withLevelsOf(head, withSignColumn(oneOfEachRole(again, context.year), fragment)),
      previous: rows.at(-1),
      context,
      title,
    })
    title = read.title
    if (read.completesPrevious) rows.pop()
    rows.push(...read.drafts)
    next += fragment.length
    const total = items[next]
    if (total?.kind === 'row' && isTotal(total)) return { rows, totals: readTotals(total, head), next: next + 1, head }
  }
  return { rows, totals: totalsBelow(items, next, head), next: Math.min(next, items.length), head }
}

/** A repeated head says no more than the first one did: what its columns of levels are was told by their contents. */
function withLevelsOf({ columns: known }: IndicatorHead, again: IndicatorHead): IndicatorHead {
  if (known.length !== again.columns.length) return again
  const columns = again.columns.map((column, at) => {
    const role = known[at]?.role
    return column.role === 'other' && role !== undefined && TOLD_BY_CONTENT.includes(role)
      ? { ...column, role }
      : column
  })
  return { ...again, columns }
}

const TOLD_BY_CONTENT: readonly ColumnRole[] = ['level1', 'level2', 'kind']

function isPageNumber(item: SheetItem | undefined): boolean {
  return item?.kind === 'text' && PAGE_NUMBER.test(item.text)
}

function sameHead(again: IndicatorHead, head: IndicatorHead): boolean {
  return again.texts.join('|') === head.texts.join('|')
}

/** Rows of one table block that may be indicators. */
function takeFragment(
  items: readonly SheetItem[],
  at: number,
  { head, context }: { readonly head: IndicatorHead; readonly context: Context },
): SheetRow[] {
  const rows: SheetRow[] = []
  const first = items[at]
  if (first?.kind !== 'row' || Math.abs(first.width - head.width) > MAX_LOST_COLUMNS) return rows
  for (let index = at; index < items.length; index += 1) {
    const item = items[index]
    if (item?.kind !== 'row' || item.table !== first.table) break
    if (endsIndicators(item, context) && !isNoteBetween(item, items[index + 1], context)) break
    if (readIndicatorHead(items, index, context.vocabulary) !== null) break
    rows.push(item)
  }
  return rows
}

const FEWEST_CELLS = 3

/** 说明：… in a row of its own, with indicators going on below. */
function isNoteBetween(row: SheetRow, next: SheetItem | undefined, context: Context): boolean {
  const goesOn = next?.kind === 'row' && next.table === row.table && filledCells(next).length >= FEWEST_CELLS
  return loneText(row) !== null && goesOn && !endsIndicators(next, context)
}

const SUBTOTAL = /^小计[:：]?$/

/** Notes, page marks and subtotals between indicators promise nothing. */
function isBetween(row: SheetRow, context: Context): boolean {
  const [first] = filledCells(row)
  const lone = loneText(row)
  if (first === undefined || SUBTOTAL.test(fold(first.text))) return true
  return lone !== null && (PAGE_NUMBER.test(lone) || endsIndicators(row, context))
}

/** A page break may lose the section column and a right column, not more. */
const MAX_LOST_COLUMNS = 3

function endsIndicators(row: SheetRow, { vocabulary }: Context): boolean {
  const [first, second] = filledCells(row)
  if (first === undefined) return false
  const other = readPartTitle(row) !== null || (second !== undefined && vocabulary.repeatHead(row) !== null)
  return other || isTotal(row) || vocabulary.endsTable(first.text)
}

type Fragment = {
  readonly head: IndicatorHead
  readonly previous: DraftRow | undefined
  readonly context: Context
  /** The level 1 that a row of its own printed above. */
  readonly title: string
}

/** 一、产出指标（50分） in a row of its own, on a sheet without a column for it. */
function titleOf(item: SheetItem | undefined, head: IndicatorHead, { vocabulary }: Context): string {
  if (item?.kind !== 'row' || head.columns.some(({ role }) => role === 'level1')) return ''
  const lone = loneText(item) ?? ''
  return vocabulary.level.isLevel1(lone) ? levelName(dropNumbering(fold(lone))) : ''
}

function readFragment(
  rows: readonly SheetRow[],
  { head, previous, context, title: above }: Fragment,
): { drafts: DraftRow[]; completesPrevious: boolean; title: string } {
  const { read, offset } = bestAlignment(rows, head, context)
  let title = above
  const drafts = rows.flatMap((row, index) => {
    const alignment = read[index]
    const own = titleOf(row, head, context)
    if (own !== '') title = own
    if (own !== '') return []
    const blank = alignment === undefined || isBetween(row, context)
    return blank ? [] : [{ row, draft: underTitle(draftRow(row, alignment, { head, offset }), title) }]
  })
  nameFromAbove(drafts, head)
  const first = drafts[0]
  const rest = first !== undefined && previous?.table !== first.row.table ? brokenRest(first.row, first.draft) : null
  if (first === undefined || rest === null || previous === undefined) {
    return { drafts: drafts.map(({ draft }) => draft), completesPrevious: false, title }
  }
  const joined = joinBroken(previous, first.row, rest)
  return { drafts: [joined, ...drafts.slice(1).map(({ draft }) => draft)], completesPrevious: true, title }
}

function underTitle(draft: DraftRow, title: string): DraftRow {
  return title === '' ? draft : { ...draft, level1: title, stated: { ...draft.stated, level1: title } }
}

/** A name merged down over several targets is the name of each; where merges are lost a person must say so. */
function nameFromAbove(drafts: { readonly row: SheetRow; draft: DraftRow }[], head: IndicatorHead): void {
  const column = head.columns.find(({ role }) => role === 'level3')
  drafts.forEach((one, at) => {
    const above = drafts[at - 1]?.draft.level3 ?? ''
    const { level3, target, doubts } = one.draft
    if (level3 !== '' || target === '' || above === '') return
    one.draft =
      column !== undefined && one.row.cells[column.start]?.merged === 'up'
        ? { ...one.draft, level3: above }
        : { ...one.draft, doubts: [...doubts, raise('name-blank', 'level3', { name: above })] }
  })
}

/** Tries every offset the lost columns allow and keeps the one under which the rows make most sense. */
function bestAlignment(
  rows: readonly SheetRow[],
  head: IndicatorHead,
  context: Context,
): { offset: number; read: readonly Alignment[] } {
  const first = rows[0]
  const lost = first === undefined || first.table === head.table ? 0 : Math.max(0, head.width - first.width)
  let best: { readonly offset: number; readonly score: number; readonly read: readonly Alignment[] } | null = null
  for (let offset = 0; offset <= lost; offset += 1) {
    const frame = frameOf(head, { offset, context })
    const read = rows.map((row) => alignRow(filledCells(row), frame))
    const score = read.reduce((sum, alignment) => sum + alignment.score, 0)
    if (best === null || score > best.score) best = { offset, score, read }
  }
  return best ?? { offset: 0, read: [] }
}

function frameOf(head: IndicatorHead, { offset, context }: { offset: number; context: Context }): AlignmentFrame {
  return { columns: head.columns, level: context.vocabulary.level, offset, exact: context.tellsMerges }
}

const LONGEST_REST = 12

/** The first row after a page break that holds nothing but the end of the name before it. */
function brokenRest(row: SheetRow, draft: DraftRow): string | null {
  const cells = filledCells(row)
  const [only] = cells
  if (only === undefined || cells.length > 1 || only.text.length > LONGEST_REST) return null
  return draft.stated.level1 === '' && draft.stated.level2 === '' && draft.target === '' ? joinWrapped(only.text) : null
}

function joinBroken(before: DraftRow, row: SheetRow, rest: string): DraftRow {
  const level3 = `${before.level3}${rest}`
  return {
    ...before,
    level3,
    rawCells: [...before.rawCells, ...row.raw],
    table: row.table,
    doubts: [
      ...before.doubts.map((doubt) =>
        doubt.parameters.name === before.level3
          ? { ...doubt, parameters: { ...doubt.parameters, name: level3 } }
          : doubt,
      ),
      raise('name-split', 'level3', { first: before.level3, rest }),
      ...nameDoubts(level3, before.target).filter(({ code }) => code !== 'space-in-name'),
    ],
  }
}

/** Rows that promise something: a name or a target; an unfilled line of the form is none. */
export function isIndicator(row: DraftRow): boolean {
  if (ELLIPSIS.test(row.level3)) return false
  return row.level3 !== '' || row.target !== ''
}
