/** Reads tab-separated text as spreadsheets write it: cells with line breaks or tabs stand in quotes. One pass. */
export function readTabText(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at < text.length) {
    const cell = readCell(text, at)
    row.push(cell.text)
    at = cell.end
    if (text[at] === '\t') {
      at += 1
      if (at === text.length) row.push('')
      continue
    }
    rows.push(row)
    row = []
    at += text.startsWith('\r\n', at) ? 2 : 1
  }
  if (row.length > 0) rows.push(row)
  return squared(rows)
}

/** Fills short rows up, so that a block is a rectangle. */
export function squared(rows: readonly (readonly string[])[]): string[][] {
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0)
  return rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => '')])
}

type Cell = { readonly text: string; readonly end: number }

function readCell(text: string, start: number): Cell {
  if (text[start] === '"') {
    const quoted = readQuoted(text, start)
    if (quoted !== null) return quoted
  }
  const end = endOfCell(text, start)
  return { text: text.slice(start, end), end }
}

/** null when the quote is no frame but a character of the text: `"十三五"规划`. */
function readQuoted(text: string, start: number): Cell | null {
  let inside = ''
  let at = start + 1
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote < 0) return null
    inside += text.slice(at, quote)
    if (text[quote + 1] !== '"') {
      const end = quote + 1
      const closes = end === text.length || text[end] === '\t' || text[end] === '\n' || text[end] === '\r'
      return closes ? { text: inside.replace(/\r\n?/g, '\n'), end } : null
    }
    inside += '"'
    at = quote + 2
  }
}

function endOfCell(text: string, start: number): number {
  let at = start
  while (at < text.length && text[at] !== '\t' && text[at] !== '\n' && text[at] !== '\r') at += 1
  return at
}
