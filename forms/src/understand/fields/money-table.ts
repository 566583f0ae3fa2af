import type { Doubt, MoneyUnit } from '@shiji/kernel/form/form-content'
import { unitOfLabel } from '../cells/amounts.ts'
import { lookAt } from '../cells/cell-looks.ts'
import { dropNumbering, fold, foldLabel } from '../cells/cell-text.ts'
import { filledCells, type SheetItem, type SheetRow } from '../cells/sheet.ts'
import { raise } from '../understand-wording.ts'
import { moneyColumn, moneyKey, moneyRow } from '../words/money-words.ts'
import type { Vocabulary } from '../words/vocabulary.ts'

/** A printed amount and the key it belongs to. */
export type PrintedAmount = { readonly key: string; readonly text: string; readonly labelUnit?: MoneyUnit | null }

export type MoneyTable = {
  readonly amounts: readonly PrintedAmount[]
  readonly next: number
  readonly doubts?: readonly Doubt[]
}

type MoneyColumn = { readonly key: string; readonly printed: string; readonly start: number; readonly end: number }

const LEAST_COLUMNS = 2
const AMOUNT_COLUMNS: readonly string[] = [
  'initial',
  'fullYear',
  'executed',
  'executedToDate',
  'forecast',
  'lastYear',
  'thisYear',
]

/** The block of money by source and stage (年初预算数 | 全年预算数 | 全年执行数 …), or null when none begins here. */
export function readMoneyTable(items: readonly SheetItem[], at: number, vocabulary: Vocabulary): MoneyTable | null {
  const head = items[at]
  if (head?.kind !== 'row') return null
  const columns = moneyColumns(head)
  if (columns.filter(({ key }) => AMOUNT_COLUMNS.includes(key)).length < LEAST_COLUMNS) return null
  const amounts: PrintedAmount[] = []
  const doubts: Doubt[] = []
  let next = at + 1
  let shift = 0
  for (; next < items.length; next += 1) {
    const row = items[next]
    if (row?.kind !== 'row') break
    const source = rowSource(row, { columns, vocabulary }) ?? (next === at + 1 ? unnamedTotal(row, columns) : null)
    if (source === null) break
    shift = shiftOf(row, source, columns) ?? shift
    if (shift !== 0)
      doubts.push(raise('money-row-shifted', 'money', { label: source.printed, places: Math.abs(shift) }))
    amounts.push(...amountsOf(row, source, { columns: columns.map((column) => moved(column, shift)), vocabulary }))
  }
  if (amounts.length === 0) return null
  return { amounts: [...amounts, ...pointsInLabel(head, columns, vocabulary)], next, doubts }
}

const POINTS = /(?:预算|资金|执行|得分).{0,20}\((\d{1,3})分(?:[*×x]执行率)?\)$/

/** 预算执行情况(20分): the weight of the execution on a sheet without a column of weights. */
function pointsInLabel(head: SheetRow, columns: readonly MoneyColumn[], vocabulary: Vocabulary): PrintedAmount[] {
  if (vocabulary.template !== null || columns.some(({ key }) => key === 'weight')) return []
  const points = filledCells(head).flatMap(({ text }) => POINTS.exec(fold(text))?.[1] ?? [])
  return points.slice(0, 1).map((text) => ({ key: 'weight', text }))
}

const MOST_PLACES = 3

/**
 * How far right of its heads a row of figures stands (negative: left). Figures left of every head, and a printed rate
 * that is executed ÷ budget under another shift only, say that it slid; null when nothing tells.
 */
function shiftOf(row: SheetRow, source: Source, columns: readonly MoneyColumn[]): number | null {
  const first = filledCells(row).find(({ at, text }) => at > source.at && isFigure(text))
  const leftmost = Math.min(...columns.map(({ start }) => start))
  if (first === undefined) return null
  const slid = source.at >= 0 && first.at < leftmost && first.at === source.at + 1 ? first.at - leftmost : null
  if (slid !== null && agrees(row, columns, slid)) return slid
  if (agrees(row, columns, 0)) return 0
  const shifts = Array.from({ length: 2 * MOST_PLACES + 1 }, (_, at) => at - MOST_PLACES).filter(
    (places) => places !== 0,
  )
  const [proved, ...others] = shifts.filter((places) => agrees(row, columns, places))
  if (proved !== undefined && others.length === 0) return proved
  return slid
}

/** The rate printed under this shift is that of the amounts under it. */
function agrees(row: SheetRow, columns: readonly MoneyColumn[], shift: number): boolean {
  const figure = (key: string) => {
    const column = columns.find((candidate) => candidate.key === key)
    const text = column === undefined ? '' : textUnder(row, moved(column, shift))
    return text === '' ? Number.NaN : Number(text.normalize('NFKC').replace(/[,%\s]/g, ''))
  }
  const [budget, executed, rate] = [figure('fullYear'), figure('executed'), figure('rate')]
  // A worksheet that shows 0.98 for 98% is right as well.
  const expected = (100 * executed) / budget
  return executed > 0 && budget > 0 && [rate, 100 * rate].some((printed) => Math.abs(printed - expected) <= RATE_MARGIN)
}

const RATE_MARGIN = 0.6

function moved(column: MoneyColumn, shift: number): MoneyColumn {
  return { ...column, start: column.start + shift, end: column.end + shift }
}

function textUnder(row: SheetRow, { start, end }: MoneyColumn): string {
  return row.cells.slice(Math.max(0, start), Math.max(0, end + 1)).find((cell) => cell.text !== '')?.text ?? ''
}

type Frame = { readonly columns: readonly MoneyColumn[]; readonly vocabulary: Vocabulary }

function amountsOf(row: SheetRow, source: Source, { columns, vocabulary }: Frame): PrintedAmount[] {
  return columns.flatMap((column) => {
    if (source.at >= column.start && source.at <= column.end) return []
    const text = textUnder(row, column)
    const blank = text === '' || lookAt(text).dash
    const key = keyOf(source, column, vocabulary)
    return key === null || (blank && !AMOUNT_COLUMNS.includes(column.key))
      ? []
      : [{ key, text, labelUnit: labelUnitOf(source, column) }]
  })
}

/** 全年预算数（元） counts in 元 whatever the line above the table says; the label of the row comes first. */
function labelUnitOf(source: Source, { key, printed }: MoneyColumn): MoneyUnit | null {
  return AMOUNT_COLUMNS.includes(key) ? (unitOfLabel(source.printed) ?? unitOfLabel(printed)) : null
}

function moneyColumns(head: SheetRow): MoneyColumn[] {
  const cells = filledCells(head)
  return cells.flatMap(({ at, text }, index) => {
    const key = moneyColumn(text)
    return key === null ? [] : [{ key, printed: text, start: at, end: (cells[index + 1]?.at ?? head.cells.length) - 1 }]
  })
}

type Source = { readonly key: string; readonly printed: string; readonly at: number }

const LONGEST_SOURCE = 30

/** A known source of money, or any other short text before a row of figures. */
function rowSource(row: SheetRow, { columns, vocabulary }: Frame): Source | null {
  const cells = filledCells(row)
  for (const { at, text } of cells.slice(0, 2)) {
    const key = moneyRow(text)
    if (key !== null) return { key, printed: text, at }
  }
  const [first, ...rest] = cells
  const leftmost = Math.min(...columns.map(({ start }) => start))
  if (first === undefined || first.at >= leftmost || first.text.length > LONGEST_SOURCE) return null
  const figures = rest.length > 0 ? rest.every(({ text }) => isFigure(text)) : first.at > 0
  if (!figures || vocabulary.label(first.text)?.kind === 'field' || vocabulary.goal(first.text) !== null) return null
  return { key: dropNumbering(foldLabel(first.text)), printed: first.text, at: first.at }
}

/** Figures under the known words of the head and little else: the money of the whole project, which nobody named. */
function unnamedTotal(row: SheetRow, columns: readonly MoneyColumn[]): Source | null {
  const cells = filledCells(row)
  const under = cells.filter(({ at }) => columns.some(({ start, end }) => at >= start && at <= end))
  const known = under.length >= LEAST_COLUMNS && under.length >= LEAST_KNOWN_SHARE * cells.length
  const total = known && under.every(({ text }) => isFigure(text))
  return total ? { key: '', printed: '年度资金总额', at: -1 } : null
}

const LEAST_KNOWN_SHARE = 0.7
const FIGURE_WITH_UNIT = /^\d[\d,]{0,15}(?:\.\d{1,8})?(?:万元?|元|分|%)$/

function isFigure(text: string): boolean {
  const look = lookAt(text)
  return look.number || look.dash || FIGURE_WITH_UNIT.test(text.trim())
}

/** A template names the crossing of a row and a column itself: `当年财政拨款_全年预算数`. */
function keyOf(source: Source, column: MoneyColumn, vocabulary: Vocabulary): string | null {
  const crossing = vocabulary.label(`${foldLabel(source.printed)}_${foldLabel(column.printed)}`)
  if (crossing?.kind === 'money') return crossing.key
  return vocabulary.template === null ? moneyKey(source.key, column.key) : null
}
