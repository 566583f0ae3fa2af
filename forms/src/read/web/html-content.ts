import type { BlockBuilder } from '../block-builder.ts'
import type { RawNote } from '../raw-document.ts'
import { readSymbols } from '../word/symbol-fonts.ts'
import { keptWhiteSpace } from './html-white-space.ts'

type Attributes = Readonly<Record<string, string>>

const IGNORED = new Set([
  'script',
  'style',
  'xml',
  'title',
  'template',
  'noscript',
  'iframe',
  'object',
  'svg',
  'rt',
  'rp',
])
const LINES = new Set(
  [
    'address article aside blockquote body caption center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6',
    'header hr html legend li main nav ol p pre section table tbody td tfoot th thead tr ul',
  ].flatMap((names) => names.split(' ')),
)

/** The span attributes are bounded as the HTML standard bounds them. */
const MAX_COLUMN_SPAN = 1_000
const MAX_ROW_SPAN = 65_534
const HIDDEN_STYLE = /(?:^|;)\s{0,9}(?:display\s{0,9}:\s{0,9}none|mso-hide\s{0,9}:\s{0,9}all)/i
const KEEPING_STYLE = /(?:^|;)\s{0,9}white-space\s{0,9}:\s{0,9}(?:pre|break-spaces)/i
const MOST_CLASSES = 20
const SYMBOL_FONT = /font-family\s{0,9}:\s{0,9}["']?(wingdings(?: 2)?|symbol)\b/i

/** Follows the tags of a page. Text is gathered until an element that begins a line of its own. */
export class HtmlContent {
  readonly #builder: BlockBuilder
  readonly #fonts: { readonly tag: string; readonly font: string }[] = []
  #text = ''
  #textLine = 1
  #ignored: { readonly tag: string; depth: number } | null = null
  /** How deep the elements stand that keep their white space. */
  readonly #keeping: number[] = []
  readonly #keepers = new Set(['pre', 'textarea'])
  #depth = 0
  #hiddenText = false

  constructor(builder: BlockBuilder) {
    this.#builder = builder
  }

  notes(): RawNote[] {
    return this.#hiddenText ? [{ code: 'hidden-text-ignored', parameters: {} }] : []
  }

  open(tag: string, attributes: Attributes, line: number): void {
    if (this.#ignored) {
      if (this.#ignored.tag === tag) this.#ignored.depth += 1
      return
    }
    if (this.#startsIgnored(tag, attributes)) return

    if (LINES.has(tag)) this.#endText()
    this.#depth += 1
    if (this.#keepsWhiteSpace(tag, attributes)) this.#keeping.push(this.#depth)
    this.#openInline(tag, attributes, line)
    this.#openTablePart(tag, attributes, line)
  }

  close(tag: string): void {
    if (this.#ignored) {
      if (this.#ignored.tag === tag) this.#ignored.depth -= 1
      if (this.#ignored.depth === 0) this.#ignored = null
      return
    }
    if (LINES.has(tag)) this.#endText()
    if (this.#keeping.at(-1) === this.#depth) this.#keeping.pop()
    this.#depth -= 1
    if (tag === 'span' || tag === 'font') this.#fonts.pop()
    if (tag === 'td' || tag === 'th') this.#builder.closeCell()
    if (tag === 'tr') this.#builder.closeRow()
    if (tag === 'table') this.#builder.closeTable()
  }

  text(text: string, line: number): void {
    if (this.#ignored?.tag === 'style') for (const name of keptWhiteSpace(text)) this.#keepers.add(name)
    if (this.#ignored) return
    if (this.#text === '') this.#textLine = line
    this.#text += readSymbols(text, this.#fonts.at(-1)?.font ?? '')
  }

  finish(): void {
    this.#endText()
  }

  #keepsWhiteSpace(tag: string, attributes: Attributes): boolean {
    const classes = attributes.class?.split(/\s/, MOST_CLASSES) ?? []
    return (
      KEEPING_STYLE.test(attributes.style ?? '') ||
      this.#keepers.has(tag) ||
      classes.some((name) => this.#keepers.has(`.${name}`))
    )
  }

  #startsIgnored(tag: string, attributes: Attributes): boolean {
    const isHidden = HIDDEN_STYLE.test(attributes.style ?? '') && tag !== 'input'
    if (!isHidden && !IGNORED.has(tag)) return false
    this.#hiddenText ||= isHidden
    this.#ignored = { tag, depth: 1 }
    return true
  }

  #openInline(tag: string, attributes: Attributes, line: number): void {
    if (tag === 'br') this.#text += LINE_BREAK
    else if (tag === 'input') this.text(inputText(attributes), line)
    else if (tag === 'option' && attributes.selected === undefined) this.#ignored = { tag, depth: 1 }
    else if (tag === 'span' || tag === 'font') {
      const inherited = this.#fonts.at(-1)?.font ?? ''
      this.#fonts.push({ tag, font: attributes.face ?? SYMBOL_FONT.exec(attributes.style ?? '')?.[1] ?? inherited })
    }
  }

  #openTablePart(tag: string, attributes: Attributes, line: number): void {
    if (tag === 'table') this.#builder.openTable()
    if (tag === 'tr' && this.#builder.tableIsOpen) this.#builder.openRow(line)
    if (tag === 'td' || tag === 'th') {
      this.#builder.openCell(line, {
        columns: spanOf(attributes.colspan, MAX_COLUMN_SPAN),
        rows: spanOf(attributes.rowspan, MAX_ROW_SPAN),
      })
    }
  }

  #endText(): void {
    const text = this.#text
    this.#text = ''
    this.#builder.addText(this.#keeping.length > 0 ? keep(text) : collapse(text), this.#textLine)
  }
}

/** Stands for `<br>` while line ends of the source still count as spaces. */
const LINE_BREAK = '\u2028'

/** White space of the source is one space; a no-break space is what people type to keep places apart. */
function collapse(text: string): string {
  return text
    .replace(/[ \t\r\n\f]+/g, ' ')
    .replaceAll('\u00ad', '')
    .replaceAll('\u00a0', ' ')
    .split(LINE_BREAK)
    .map((line) => line.trim())
    .join('\n')
}

function keep(text: string): string {
  return text.replaceAll(LINE_BREAK, '\n').replaceAll('\r\n', '\n').replaceAll('\u00ad', '').replaceAll('\u00a0', ' ')
}

function inputText({ type = 'text', checked, value = '' }: Attributes): string {
  switch (type.toLowerCase()) {
    case 'checkbox':
    case 'radio':
      return checked === undefined ? '□' : '☑'
    case 'text':
    case 'number':
    case 'date':
      return value
    default:
      return ''
  }
}

function spanOf(value: string | undefined, most: number): number {
  const span = Number.parseInt(value ?? '1', 10)
  return span >= 1 ? Math.min(span, most) : 1
}
