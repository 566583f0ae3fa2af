import type { MoneyUnit } from '@shiji/kernel/form/form-content'
import { unitOfLabel } from '../cells/amounts.ts'
import { lookAt } from '../cells/cell-looks.ts'
import { foldLabel } from '../cells/cell-text.ts'
import { filledCells, type SheetItem, type SheetRow } from '../cells/sheet.ts'
import { moneyRow } from '../words/money-words.ts'
import type { Vocabulary } from '../words/vocabulary.ts'
import type { MoneyTable } from './money-table.ts'

type Source = {
  readonly key: string | null
  readonly labelUnit: MoneyUnit | null
  readonly at: number
  readonly end: number
}

const LEAST_SOURCES = 3
const LEAST_KNOWN_SHARE = 0.7
const FIGURE_WITH_UNIT = /^\d[\d,]{0,15}(?:\.\d{1,8})?万?元?$/

/** Sources of money side by side over one row of figures: 中央 | 省级 | 本级 | 其他 | 合计; null when none begins here. */
export function readMoneyAcross(items: readonly SheetItem[], at: number, vocabulary: Vocabulary): MoneyTable | null {
  const [head, below, last] = [items[at], items[at + 1], items[at + 2]]
  if (vocabulary.template !== null || head?.kind !== 'row' || below?.kind !== 'row') return null
  const upper = sourcesOf(head, vocabulary)
  if (upper === null) return null
  const lower = sourcesOf(below, vocabulary)
  if (lower === null) return tableOf(upper, below, at + 2)
  return last?.kind === 'row' ? tableOf(stacked(upper, lower), last, at + 3) : null
}

/** The sources a row names, or null when it names anything else; the label down the left edge does not count. */
function sourcesOf(row: SheetRow, vocabulary: Vocabulary): readonly Source[] | null {
  const cells = filledCells(row)
  const sources = cells.map(({ at, text }, index): Source => {
    const end = (cells[index + 1]?.at ?? row.cells.length) - 1
    return { key: sourceKey(text, vocabulary), labelUnit: unitOfLabel(text), at, end }
  })
  const [first] = sources
  const body = first?.key === null ? sources.slice(1) : sources
  const known = body.filter(({ key }) => key !== null).length
  return known >= 2 && known / body.length >= LEAST_KNOWN_SHARE ? body : null
}

function sourceKey(text: string, vocabulary: Vocabulary): string | null {
  const label = vocabulary.label(text)
  if (label?.kind === 'money') return label.key
  if (label?.kind === 'field') return null
  const row = moneyRow(foldLabel(text))
  return row === '' ? 'yearBudget' : row
}

/** 财政资金 over 中央 | 省级 | 本级 stands for those below it. */
function stacked(upper: readonly Source[], lower: readonly Source[]): readonly Source[] {
  const alone = upper.filter((source) => !lower.some(({ at }) => at >= source.at && at <= source.end))
  return [...alone, ...lower]
}

function tableOf(sources: readonly Source[], row: SheetRow, next: number): MoneyTable | null {
  if (sources.filter(({ key }) => key !== null).length < LEAST_SOURCES) return null
  const cells = filledCells(row)
  if (cells.length === 0 || !cells.every(({ text }) => isFigure(text))) return null
  const amounts = sources.flatMap(({ key, labelUnit, at, end }) => {
    const text = cells.find((cell) => cell.at >= at && cell.at <= end)?.text ?? ''
    return key === null || (text === '' && key !== 'yearBudget') ? [] : [{ key, text, labelUnit }]
  })
  return { amounts, next }
}

function isFigure(text: string): boolean {
  const look = lookAt(text)
  return look.number || look.dash || FIGURE_WITH_UNIT.test(text)
}
