import type { MoneyUnit } from '@shiji/kernel/form/form-content'
import type { FormTemplate } from '@shiji/kernel/form/form-template'
import { unitOfLabel } from '../cells/amounts.ts'
import { foldLabel } from '../cells/cell-text.ts'
import { filledCells, type SheetRow } from '../cells/sheet.ts'
import { REPEAT_NEEDS, REPEAT_WORDS, type RepeatKind } from '../words/repeat-words.ts'

type RepeatColumn = {
  readonly key: string
  readonly labelUnit: MoneyUnit | null
  readonly start: number
  readonly end: number
}

/** The head of a repeating table: which key of the content each span of the grid holds. */
export type RepeatHead = {
  readonly kind: RepeatKind
  readonly columns: readonly RepeatColumn[]
  /** A second head row parts a column, so cells count by their place only. */
  readonly parted?: true
}

const KINDS: readonly RepeatKind[] = ['lines', 'parts', 'safeguards', 'schedule', 'priorEvaluations', 'revisions']

/** A head row holds labels; where values stand between them it is a row of a head instead. */
const LEAST_KNOWN_SHARE = 0.6

type Spellings = readonly (readonly [key: string, words: ReadonlySet<string>])[]

/** Finds the heads of repeating tables by the template's words and those of many places. */
export function repeatHeadReader(template: FormTemplate | null): (row: SheetRow) => RepeatHead | null {
  const spellings = KINDS.map((kind) => [kind, spellingsOf(kind, template)] as const)
  return (row) => {
    const cells = filledCells(row).map(({ at, text }) => ({
      at,
      word: text.length > 40 ? '' : foldLabel(text),
      labelUnit: unitOfLabel(text),
    }))
    if (cells.length < 2) return null
    for (const [kind, words] of spellings) {
      const head = headOf(cells, { kind, words, width: row.cells.length })
      if (head !== null) return head
    }
    return null
  }
}

function headOf(
  cells: readonly { readonly at: number; readonly word: string; readonly labelUnit: MoneyUnit | null }[],
  { kind, words, width }: { kind: RepeatKind; words: Spellings; width: number },
): RepeatHead | null {
  const used = new Set<string>()
  const columns = cells.flatMap(({ at, word, labelUnit }, index) => {
    const key = words.find(([name, known]) => !used.has(name) && known.has(word))?.[0]
    if (key === undefined) return []
    used.add(key)
    return [{ key, labelUnit, start: at, end: (cells[index + 1]?.at ?? width) - 1 }]
  })
  const labels = columns.length / cells.length >= LEAST_KNOWN_SHARE
  return labels && REPEAT_NEEDS[kind].every((need) => used.has(need)) ? { kind, columns } : null
}

function spellingsOf(kind: RepeatKind, template: FormTemplate | null): Spellings {
  const own: Readonly<Record<string, readonly string[]>> = template?.columns[kind] ?? {}
  const keys = new Set([...Object.keys(REPEAT_WORDS[kind]), ...Object.keys(own)])
  return [...keys].map((key) => [
    key,
    new Set([...(own[key] ?? []), ...(REPEAT_WORDS[kind][key] ?? [])].map(foldLabel)),
  ])
}

/** 金额（元） over the column of this key. */
export function labelUnitOf({ columns }: RepeatHead, key: string): MoneyUnit | null {
  return columns.find((column) => column.key === key)?.labelUnit ?? null
}

/** The texts of a row by key. A row with as many cells as the head has columns is read in order, wherever it stands. */
export function readRecord(row: SheetRow, head: RepeatHead): Readonly<Record<string, string>> {
  const cells = filledCells(row)
  const record: Record<string, string> = {}
  const inOrder = cells.length === head.columns.length && head.parted !== true
  cells.forEach((cell, index) => {
    const column = inOrder
      ? head.columns[index]
      : head.columns.find(({ start, end }) => cell.at >= start && cell.at <= end)
    if (column === undefined) return
    const before = record[column.key]
    record[column.key] = before === undefined ? cell.text : `${before}\n${cell.text}`
  })
  return record
}
