import { foldLabel } from './cell-text.ts'
import { moneyColumn, moneyKey, moneyRow } from './money-words.ts'
import { filledCells, type SheetItem, type SheetRow } from './sheet.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A printed amount and the key it belongs to. */
export type PrintedAmount = { readonly key: string; readonly text: string }

export type MoneyTable = { readonly amounts: readonly PrintedAmount[]; readonly next: number }

type MoneyColumn = { readonly key: string; readonly printed: string; readonly start: number; readonly end: number }

const LEAST_COLUMNS = 2
const AMOUNT_COLUMNS: readonly string[] = ['initial', 'fullYear', 'executed', 'lastYear', 'thisYear']

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
    const source = rowSource(row)
    if (source === null) break
    for (const column of columns) {
      const text = row.cells
        .slice(column.start, column.end + 1)
        .map((cell) => cell.text)
        .find((cell) => cell !== '')
      const key = keyOf(source, column, vocabulary)
      if (key !== null && (text !== undefined || AMOUNT_COLUMNS.includes(column.key)))
        amounts.push({ key, text: text ?? '' })
    }
  }
  return amounts.length === 0 ? null : { amounts, next }
}

function moneyColumns(head: SheetRow): MoneyColumn[] {
  const cells = filledCells(head)
  return cells.flatMap(({ at, text }, index) => {
    const key = moneyColumn(text)
    return key === null ? [] : [{ key, printed: text, start: at, end: (cells[index + 1]?.at ?? head.cells.length) - 1 }]
  })
}

type Source = { readonly key: string; readonly printed: string }

function rowSource(row: SheetRow): Source | null {
  for (const { text } of filledCells(row).slice(0, 2)) {
    const key = moneyRow(text)
    if (key !== null) return { key, printed: text }
  }
  return null
}

/** A template names the crossing of a row and a column itself: `当年财政拨款_全年预算数`. */
function keyOf(source: Source, column: MoneyColumn, vocabulary: Vocabulary): string | null {
  const crossing = vocabulary.label(`${foldLabel(source.printed)}_${foldLabel(column.printed)}`)
  if (crossing?.kind === 'money') return crossing.key
  return vocabulary.template === null ? moneyKey(source.key, column.key) : null
}
