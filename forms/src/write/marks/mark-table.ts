import { csvText } from '@shiji/kernel/csv-cell'
import type { SheetMarks } from './mark-cells.ts'

export type TextRow = { readonly line: number; readonly texts: readonly string[] }

/** The rows of a .csv file with a column that says what is wrong in each. */
export function markTable(rows: readonly TextRow[], { headLine, reasonColumn, heading, marks }: SheetMarks): string {
  const byLine = Map.groupBy(marks, ({ line }) => line)
  const written = rows.map(({ line, texts }) => {
    const reason = line === headLine ? heading : (byLine.get(line) ?? []).map((one) => one.reason).join(' ')
    const cells = Array.from({ length: reasonColumn }, (_, at) => texts[at] ?? '')
    return [...cells, reason, ...texts.slice(reasonColumn + 1)]
  })
  return csvText(written)
}
