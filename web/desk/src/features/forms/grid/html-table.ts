/** One place of a table on the clipboard; `rowsAbove` counts up to the place that holds the text of a merged cell. */
export type HtmlCell = { readonly text: string; readonly rowsAbove: number }

/** Neither a row nor a column of a form is longer. */
const MOST_SPAN = 1_000
const MOST_PLACES = 100_000

/**
 * The first table of a clipboard page as a rectangle, null when it has none. Only tags, text and spans are looked at,
 * nothing is ever run or loaded. Linear in the length of the page.
 */
export function readHtmlTable(html: string): readonly (readonly HtmlCell[])[] | null {
  const table = new TableDraft()
  let at = html.search(/<table[\s>]/i)
  if (at < 0) return null
  let depth = 0
  while (at < html.length) {
    const open = html.indexOf('<', at)
    if (open < 0 || open > at) table.write(html.slice(at, open < 0 ? html.length : open))
    if (open < 0) break
    const tag = readTag(html, open)
    at = tag.end
    if (tag.name === 'table') depth += tag.closes ? -1 : 1
    if (depth === 0) break
    if (depth === 1) table.meet(tag)
  }
  return table.finish()
}

type Tag = {
  readonly name: string
  readonly closes: boolean
  readonly attributes: string
  readonly end: number
}

/** Comments and the text of style and script belong to the tag that opens them. */
function readTag(html: string, open: number): Tag {
  if (html.startsWith('<!--', open)) return { name: '', closes: false, attributes: '', end: after(html, '-->', open) }
  const end = after(html, '>', open)
  const inside = html.slice(open + 1, end - 1)
  const [, slash = '', word = ''] = /^(\/?)([a-z][a-z0-9:]*)/i.exec(inside) ?? []
  const name = word.toLowerCase()
  const hidden = slash === '' && (name === 'style' || name === 'script')
  return {
    name,
    closes: slash !== '',
    attributes: inside.slice(word.length),
    end: hidden ? after(html, `</${name}>`, end) : end,
  }
}

function after(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from)
  return found < 0 ? html.length : found + mark.length
}

type Place = { text: string; rowsAbove: number }

class TableDraft {
  readonly #rows: (Place | undefined)[][] = []
  #row = -1
  #places = 0
  #cell: { text: string; columns: number; rows: number } | null = null

  write(text: string): void {
    if (this.#cell !== null) this.#cell.text += text
  }

  meet({ name, closes, attributes }: Tag): void {
    if (name === 'td' || name === 'th' || name === 'tr') this.#closeCell()
    if (closes) {
      if (name === 'p' || name === 'div') this.write(LINE_BREAK)
      return
    }
    if (name === 'tr') this.#row += 1
    if (name === 'td' || name === 'th') {
      this.#cell = { text: '', columns: spanOf(attributes, 'colspan'), rows: spanOf(attributes, 'rowspan') }
    }
    if (name === 'br') this.write(LINE_BREAK)
  }

  finish(): HtmlCell[][] {
    this.#closeCell()
    const drawn = this.#rows.slice(0, this.#row + 1)
    const width = drawn.reduce((widest, row) => Math.max(widest, row.length), 0)
    return Array.from({ length: drawn.length }, (_, at) =>
      Array.from({ length: width }, (_column, column) => drawn[at]?.[column] ?? { text: '', rowsAbove: 0 }),
    )
  }

  #closeCell(): void {
    const cell = this.#cell
    this.#cell = null
    if (cell === null || this.#row < 0 || this.#places > MOST_PLACES) return
    const text = plainText(cell.text)
    let first = 0
    while (this.#rows[this.#row]?.[first] !== undefined) first += 1
    for (let down = 0; down < cell.rows; down += 1) {
      const row = this.#rowAt(this.#row + down)
      for (let right = 0; right < cell.columns && this.#places <= MOST_PLACES; right += 1) {
        row[first + right] = { text: right === 0 && down === 0 ? text : '', rowsAbove: down }
        this.#places += 1
      }
    }
  }

  #rowAt(at: number): (Place | undefined)[] {
    const known = this.#rows[at]
    if (known !== undefined) return known
    for (let next = this.#rows.length; next <= at; next += 1) this.#rows.push([])
    return this.#rows[at] ?? []
  }
}

function spanOf(attributes: string, name: 'colspan' | 'rowspan'): number {
  const at = attributes.toLowerCase().indexOf(name)
  const digits =
    at < 0 ? null : /^\s*=\s*["']?(\d{1,6})/.exec(attributes.slice(at + name.length, at + name.length + 20))
  return Math.min(MOST_SPAN, Math.max(1, Number(digits?.[1] ?? '1')))
}

const LINE_BREAK = '\u0001'
const CJK = '[\\u2e80-\\u9fff\\uff00-\\uffef\\u3000-\\u303f]'
/** Excel breaks long texts of its page anywhere; between two Chinese characters such a break is no blank. */
const BREAK_IN_CHINESE = new RegExp(`(?<=${CJK})[ \\t]*\\r?\\n\\s*(?=${CJK})`, 'g')

function plainText(source: string): string {
  const joined = source.replace(BREAK_IN_CHINESE, '').replace(/[ \t\r\n]+/g, ' ')
  return joined
    .split(LINE_BREAK)
    .map((line) => decodeEntities(line.trim()))
    .join('\n')
    .replace(/\n+$/, '')
}

const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  ge: '≥',
  le: '≤',
  times: '×',
  plusmn: '±',
  middot: '·',
  ldquo: '“',
  rdquo: '”',
}

function decodeEntities(text: string): string {
  return text.replace(/&(#x[\da-f]{1,6}|#\d{1,7}|[a-z]{2,8});/gi, (written, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? written
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : written
  })
}
