import type { SheetMarks } from './mark-cells.ts'

export type TextRow = { readonly line: number; readonly texts: readonly string[] }

/** The rows of a .csv file with a column that says what is wrong in each. */
export function markTable(rows: readonly TextRow[], { headLine, reasonColumn, heading, marks }: SheetMarks): string {
  const byLine = Map.groupBy(marks, ({ line }) => line)
  const written = rows.map(({ line, texts }) => {
    const reason = line === headLine ? heading : (byLine.get(line) ?? []).map((one) => one.reason).join(' ')
    const cells = Array.from({ length: reasonColumn }, (_, at) => texts[at] ?? '')
    return [...cells, reason, ...texts.slice(reasonColumn + 1)].map(csvCell).join(',')
  })
  // Without the mark WPS and Excel read it in another code page.
  return `\uFEFF${written.join('\r\n')}\r\n`
}

/** One value of a .csv file; a text that a spreadsheet would take for a formula stays text. */
export function csvCell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return `"${harmless.replaceAll('"', '""')}"`
}
