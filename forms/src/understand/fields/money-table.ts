import { lookAt } from '../cells/cell-looks.ts'
import { dropNumbering, fold, foldLabel } from '../cells/cell-text.ts'
import { filledCells, type SheetItem, type SheetRow } from '../cells/sheet.ts'
import { moneyColumn, moneyKey, moneyRow } from '../words/money-words.ts'
import type { Vocabulary } from '../words/vocabulary.ts'

/** A printed amount and the key it belongs to. */
export type PrintedAmount = { readonly key: string; readonly text: string }

export type MoneyTable = { readonly amounts: readonly PrintedAmount[]; readonly next: number }

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
  let next = at + 1
  for (; next < items.length; next += 1) {
    const row = items[next]
    if (row?.kind !== 'row') break
    const source = rowSource(row, { columns, vocabulary }) ?? (next === at + 1 ? unnamedTotal(row, columns) : null)
    if (source === null) break
    amounts.push(...amountsOf(row, source, { columns, vocabulary }))
  }
  return amounts.length === 0 ? null : { amounts: [...amounts, ...pointsInLabel(head, columns, vocabulary)], next }
}

const POINTS = /(?:预算|资金|执行|得分).{0,20}\((\d{1,3})分(?:[*×x]执行率)?\)$/

/** 预算执行情况(20分): the weight of the execution on a sheet without a column of weights. */
function pointsInLabel(head: SheetRow, columns: readonly MoneyColumn[], vocabulary: Vocabulary): PrintedAmount[] {
  if (vocabulary.template !== null || columns.some(({ key }) => key === 'weight')) return []
  const points = filledCells(head).flatMap(({ text }) => POINTS.exec(fold(text))?.[1] ?? [])
  return points.slice(0, 1).map((text) => ({ key: 'weight', text }))
}

type Frame = { readonly columns: readonly MoneyColumn[]; readonly vocabulary: Vocabulary }

function amountsOf(row: SheetRow, source: Source, { columns, vocabulary }: Frame): PrintedAmount[] {
  return columns.flatMap((column) => {
    if (source.at >= column.start && source.at <= column.end) return []
    const text = row.cells.slice(column.start, column.end + 1).find((cell) => cell.text !== '')?.text ?? ''
    const blank = text === '' || lookAt(text).dash
    const key = keyOf(source, column, vocabulary)
    return key === null || (blank && !AMOUNT_COLUMNS.includes(column.key)) ? [] : [{ key, text }]
  })
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

/** Figures alone under the head: the money of the whole project, which nobody named. */
function unnamedTotal(row: SheetRow, columns: readonly MoneyColumn[]): Source | null {
  const cells = filledCells(row)
  const under = cells.every(
    ({ at, text }) => isFigure(text) && columns.some(({ start, end }) => at >= start && at <= end),
  )
  return under && cells.length >= LEAST_COLUMNS ? { key: '', printed: '年度资金总额', at: -1 } : null
}

const FIGURE_WITH_UNIT = /^\d[\d,]{0,15}(?:\.\d{1,8})?(?:万元?|元|分)$/

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
