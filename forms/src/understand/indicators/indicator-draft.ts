import type { Decimal } from '@shiji/kernel/decimal'
import { decimal } from '@shiji/kernel/decimal'
import type { Doubt, IndicatorRow } from '@shiji/kernel/form/form-content'
import { lookAt, splitScoreFromReason } from '../cells/cell-looks.ts'
import { joinWrapped, withoutInnerBlanks } from '../cells/cell-text.ts'
import { nameOfLine } from '../cells/line-number.ts'
import type { SheetRow } from '../cells/sheet.ts'
import type { PrintedAmount } from '../fields/money-table.ts'
import { raise } from '../understand-wording.ts'
import type { ColumnRole } from '../words/column-words.ts'
import { levelName } from '../words/level-words.ts'
import { type Alignment, level1Text, type PlacedCell } from './align-row.ts'
import { readExecutionRow } from './execution-row.ts'
import type { IndicatorHead } from './indicator-columns.ts'
import { type PrintedPoints, pointsIn } from './printed-points.ts'

/** An indicator row on its way: its content and where its levels come from. */
export type DraftRow = IndicatorRow & {
  readonly table: number
  /** The level labels printed on this very row, '' when they are carried down. */
  readonly stated: { readonly level1: string; readonly level2: string }
  /** Points printed behind the name or behind the level 2 stated on this row. */
  readonly points: PrintedPoints | null
  /** The row did not stand under its head as printed. */
  readonly displaced: boolean
  /** The row speaks of the execution of the budget: what it says belongs to the money, where the sheet has any. */
  readonly execution: readonly PrintedAmount[] | null
}

/** The cells of one aligned row by column, with the doubts of their placing; levels are not carried down yet. */
export function draftRow(
  row: SheetRow,
  alignment: Alignment,
  frame: { head: IndicatorHead; offset: number },
): DraftRow {
  const text = (role: ColumnRole) => joinWrapped(cellOf(alignment, role)?.cell.text ?? '')
  const level1 = text('level1')
  const stated = statedLevels(level1, text('level2') || text('kind'))
  const printedName = nameOfLine(withoutSpread(text('level3')))
  const points = pointsOf(printedName, text('level2'))
  const level3 = points?.label === 'level3' ? levelName(printedName) : printedName
  const first = targetText(text)
  const adjusted = targetText((role) => text(role === 'target' ? 'adjusted' : role))
  const target = adjusted || first
  const scored = readScore(
    text('score'),
    [causesOf(alignment), text('reason')].filter((part) => part !== '').join('：'),
  )
  const weight = readNumber(text('weight'), 'weight')
  const doubts: Doubt[] = [
    ...placingDoubts(alignment, { ...frame, row, name: level3, target, stated }),
    ...(adjusted === '' || adjusted === first || first === ''
      ? []
      : [raise('target-adjusted', 'target', { first, adjusted })]),
    ...(level1 === level1Text(level1)
      ? []
      : [raise('label-merged', 'level1', { text: level1, level1: stated.level1 })]),
    ...nameDoubts(level3, target),
    ...weight.doubts,
    ...(frame.head.longTerm ? [raise('long-term-row', 'row')] : []),
    ...(frame.head.yearUnsure ? [raise('target-of-which-year', 'target', { target })] : []),
    ...(frame.head.inferred ? [raise('columns-inferred', 'row')] : []),
    ...(row.inText ? [raise('indicator-in-text', 'row')] : []),
    ...(row.byPosition ? [raise('row-by-position', 'row')] : []),
    ...scored.doubts,
  ]
  return {
    ...stated,
    level3,
    target,
    remark: text('remark') || null,
    weight: weight.value,
    actual: text('actual') || null,
    score: scored.score,
    reason: scored.reason,
    doubts,
    part: null,
    rawCells: row.raw,
    line: row.line,
    table: row.table,
    stated,
    points,
    execution: readExecutionRow(row, frame.head),
    displaced: alignment.placed.some(({ shift }) => shift !== frame.offset),
  }
}

/** Causes of a deviation that are ticked under their names: 人员保障 | √ → 人员保障. */
function causesOf({ placed }: Alignment): string {
  return placed
    .filter(({ role }) => role === 'cause')
    .map(({ cell, label = '' }) => (lookAt(cell.text).tick ? label : `${label}：${joinWrapped(cell.text)}`))
    .join('、')
}

function pointsOf(name: string, level2: string): DraftRow['points'] {
  const [ofName, ofLevel] = [/[)）]$/.test(name) ? pointsIn(name) : null, pointsIn(level2)]
  if (ofName !== null) return { label: 'level3', weight: ofName }
  return ofLevel === null ? null : { label: 'level2', weight: ofLevel }
}

const JOINED_LEVELS = /^([^-—–/／、·>:：]{2,12})\s*[-—–/／、·>:：]+\s*([^-—–/／、·>:：]{2,14})$/

/** 产出指标-数量指标 in one column is both levels. */
function statedLevels(level1: string, level2: string): DraftRow['stated'] {
  const first = level1Text(level1)
  const [, upper, lower] = (level2 === '' && JOINED_LEVELS.exec(first)) || []
  return upper !== undefined && lower !== undefined
    ? { level1: plainLevel(upper), level2: plainLevel(lower) }
    : { level1: plainLevel(first), level2: plainLevel(level2) }
}

const SPREAD = /^(?:[\u3400-\u9fff]\s){2,}[\u3400-\u9fff]$/

/** 空 调 台 数: letters set apart one by one to fill the cell. */
function withoutSpread(name: string): string {
  return SPREAD.test(name) ? withoutInnerBlanks(name) : name
}

/** `产出 指标(50分)` of a narrow column is 产出指标. */
function plainLevel(label: string): string {
  return levelName(withoutInnerBlanks(label))
}

function cellOf(alignment: Alignment, role: ColumnRole): PlacedCell | undefined {
  return alignment.placed.find((placed) => placed.role === role)
}

/** Sign, number and unit in columns of their own are one target: ≥ | 95 | % → ≥95%. */
function targetText(text: (role: ColumnRole) => string): string {
  const [sign, value, unit] = [text('sign'), text('target'), text('unit')]
  if (value === '' || lookAt(value).dash) return ''
  const operator = lookAt(sign).sign && sign !== '定性' ? sign : ''
  const own = value.startsWith(operator) ? '' : operator
  return `${own}${value}${unit !== '' && !value.endsWith(unit) && !lookAt(unit).dash ? unit : ''}`
}

type Placing = {
  readonly head: IndicatorHead
  readonly offset: number
  readonly row: SheetRow
  readonly name: string
  readonly target: string
  readonly stated: DraftRow['stated']
}

function placingDoubts(alignment: Alignment, { head, offset, row, name, target, stated }: Placing): Doubt[] {
  const doubts: Doubt[] = []
  const named = cellOf(alignment, 'level3')
  const moved = named === undefined ? 0 : named.shift - offset
  if (moved > 0) doubts.push(raise('shifted-left', 'level3', { places: moved, name }))
  if (moved < 0) {
    const lost = target === '' && head.columns.some(({ role }) => role === 'target')
    doubts.push(raise(lost ? 'shifted-right-value-lost' : 'shifted-right', 'level3', { places: -moved, name }))
  }
  const others = moved === 0 ? alignment.placed.filter(({ role, shift }) => shift !== offset && role !== 'other') : []
  for (const { role, cell } of others) doubts.push(raise('cell-moved', role, { text: cell.text }))
  if (offset !== 0 && (stated.level1 !== '' || stated.level2 !== '')) {
    doubts.push(raise('columns-differ', 'level1', { columns: row.width, expected: head.width }))
  }
  for (const cell of alignment.left) doubts.push(raise('cell-unplaced', 'row', { text: cell.text }))
  return doubts
}

const TIME_LIMIT = /^(?:[一二两三四五六七八九十\d]{1,3}[年月日天]|年|本年|当年|全年)(?:之?内|度内|底前|底)$/
const DONE = /^(?:按时|按期|全部|已)?完成$/

/** What the name itself makes doubtful. */
export function nameDoubts(name: string, target: string): Doubt[] {
  const proposal = withoutInnerBlanks(name)
  const doubts: Doubt[] = []
  if (proposal !== name) doubts.push(raise('space-in-name', 'level3', { name, proposal }))
  if (TIME_LIMIT.test(name) && DONE.test(target)) doubts.push(raise('name-missing', 'level3', { name }))
  return doubts
}

function readScore(printed: string, reason: string): { score: Decimal | null; reason: string | null; doubts: Doubt[] } {
  const both = reason === '' ? splitScoreFromReason(printed) : null
  if (both !== null) {
    const doubts = [raise('score-reason-split', 'score', { text: printed, score: both.score })]
    return { score: decimal(both.score), reason: both.reason, doubts }
  }
  const { value, doubts } = readNumber(printed, 'score')
  return { score: value, reason: reason || null, doubts }
}

const PLAIN_NUMBER = /^(-?\d{1,12}(?:\.\d{1,12})?)(?:分|%)?$/

/** A weight or score: 10, 9.89, 15分. Blank and — mean that none is given. */
export function readNumber(printed: string, field: string): { value: Decimal | null; doubts: Doubt[] } {
  const text = printed.normalize('NFKC').replace(/\s+/g, '')
  if (text === '' || lookAt(text).dash) return { value: null, doubts: [] }
  const [, digits] = PLAIN_NUMBER.exec(text) ?? []
  if (digits === undefined) return { value: null, doubts: [raise('number-unreadable', field, { text: printed })] }
  return { value: decimal(digits), doubts: [] }
}
