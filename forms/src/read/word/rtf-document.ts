import { BlockBuilder } from '../block-builder.ts'
import { CellBudget } from '../dense-table.ts'
import type { RawDocument } from '../raw-document.ts'
import { refuseReading } from '../read-problem.ts'
import type { ReadTask } from '../read-task.ts'
import { addPlacedTable, type PlacedCell, type PlacedRow } from './placed-table.ts'
import { type RtfToken, readRtfTokens } from './rtf-tokens.ts'

/** Edges of one column differ by less than this from row to row; twentieths of a point. */
const NEAR = 60
/** Places of a file that hold no text of the page; so do all that are marked as unknown to old readers. */
const NOT_READ = new Set(
  'colortbl stylesheet info pict object header headerl headerr headerf footer footerl footerr footerf footnote fldinst themedata bkmkstart bkmkend'.split(
    ' ',
  ),
)
const CHARSETS: ReadonlyMap<number, string> = new Map([
  [134, 'gb18030'],
  [136, 'big5'],
])
const CODE_PAGES: ReadonlyMap<number, string> = new Map([
  [936, 'gb18030'],
  [950, 'big5'],
  [65001, 'utf-8'],
])

/** Rich text, which Word and portals also save as .doc. */
export async function readRtf({ bytes, limits }: ReadTask): Promise<RawDocument> {
  const builder = new BlockBuilder(new CellBudget(limits), limits)
  const content = new RtfContent(builder, limits.depth)
  for (const token of readRtfTokens(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'))) {
    content.take(token)
  }
  content.finish()
  return { format: 'rtf', blocks: builder.finish(), notes: [] }
}

type State = { notRead: boolean; fonts: boolean; font: number; inTable: boolean; fallback: number; hidden: boolean }
type Edge = { readonly right: number; readonly continues: PlacedCell['continues'] }

class RtfContent {
  readonly #builder: BlockBuilder
  readonly #depth: number
  readonly #states: State[] = []
  readonly #charsets = new Map<number, string>()
  #state: State = { notRead: false, fonts: false, font: 0, inTable: false, fallback: 1, hidden: false }
  #codePage = 'gb18030'
  #bytes: number[] = []
  #skip = 0
  #text = ''
  #lines = 0
  #paragraphs: { text: string; line: number }[] = []
  #cells: { text: string; line: number }[][] = []
  #edges: Edge[] = []
  #left = 0
  #continues: PlacedCell['continues'] = null
  #rows: PlacedRow[] = []

  constructor(builder: BlockBuilder, depth: number) {
    this.#builder = builder
    this.#depth = depth
  }

  take(token: RtfToken): void {
    if (token.kind !== 'byte') {
      this.#flush()
      this.#skip = 0
    }
    switch (token.kind) {
      case 'byte':
        this.#takeByte(token.value)
        return
      case 'open':
        if (this.#states.length >= this.#depth) refuseReading('too-deep', { limit: this.#depth })
        this.#states.push({ ...this.#state })
        return
      case 'close':
        this.#state = this.#states.pop() ?? this.#state
        return
      case 'unknown-group':
        this.#state.notRead = true
        return
      case 'word':
        this.#takeWord(token.word, token.value)
    }
  }

  finish(): void {
    this.#flush()
    this.#closeParagraph()
    this.#closeTable()
  }

  #takeByte(value: number): void {
    if (this.#skip > 0) this.#skip -= 1
    else if (!this.#state.notRead && !this.#state.fonts && !this.#state.hidden) this.#bytes.push(value)
  }

  #flush(): void {
    if (this.#bytes.length === 0) return
    const charset = this.#charsets.get(this.#state.font) ?? this.#codePage
    this.#text += new TextDecoder(charset).decode(Uint8Array.from(this.#bytes))
    this.#bytes = []
  }

  #takeWord(word: string, value: number | null): void {
    const state = this.#state
    if (NOT_READ.has(word)) state.notRead = true
    else if (word === 'fonttbl') state.fonts = true
    else if (word === 'ansicpg') this.#codePage = CODE_PAGES.get(value ?? 0) ?? 'windows-1252'
    else if (word === 'f') state.font = value ?? 0
    else if (word === 'fcharset' && state.fonts) {
      const charset = CHARSETS.get(value ?? 0)
      if (charset !== undefined) this.#charsets.set(state.font, charset)
    } else if (word === 'uc') state.fallback = value ?? 1
    else if (word === 'v' || word === 'plain') state.hidden = word === 'v' && value !== 0
    else if (!state.notRead) this.#takeContent(word, value)
  }

  #takeContent(word: string, value: number | null): void {
    switch (word) {
      case 'u':
        this.#text += String.fromCharCode(((value ?? 0) + 0x10000) % 0x10000)
        this.#skip = this.#state.fallback
        return
      case 'par':
      case 'sect':
      case 'page':
        this.#closeParagraph()
        return
      case 'line':
      case 'nestcell':
        this.#text += '\n'
        return
      case 'tab':
        this.#text += '\t'
        return
      case 'pard':
        this.#state.inTable = false
        return
      case 'intbl':
        this.#state.inTable = true
        return
      default:
        this.#takeTable(word, value ?? 0)
    }
  }

  #takeTable(word: string, value: number): void {
    switch (word) {
      case 'trowd':
        this.#edges = []
        this.#left = 0
        return
      case 'trleft':
        this.#left = value
        return
      case 'clvmrg':
        this.#continues = 'up'
        return
      case 'clmrg':
        this.#continues = 'left'
        return
      case 'cellx':
        this.#edges.push({ right: value, continues: this.#continues })
        this.#continues = null
        return
      case 'cell':
        this.#state.inTable = true
        this.#closeParagraph()
        this.#cells.push(this.#paragraphs)
        this.#paragraphs = []
        return
      case 'row':
        this.#closeRow()
        return
      default:
    }
  }

  #closeParagraph(): void {
    this.#lines += 1
    const paragraph = { text: this.#text, line: this.#lines }
    this.#text = ''
    if (this.#state.inTable) this.#paragraphs.push(paragraph)
    else {
      this.#closeTable()
      this.#builder.addText(paragraph.text, paragraph.line)
    }
  }

  #closeRow(): void {
    const cells = this.#cells.map((paragraphs, at): PlacedCell => {
      const left = at === 0 ? this.#left : (this.#edges[at - 1]?.right ?? at * 10 * NEAR)
      const edge = this.#edges[at]
      return { paragraphs, left, right: edge?.right ?? left + 10 * NEAR, continues: edge?.continues ?? null }
    })
    if (cells.length > 0) this.#rows.push({ line: this.#lines, cells })
    this.#cells = []
  }

  /** Cells without the end of their row are kept in order. */
  #closeTable(): void {
    if (this.#cells.length > 0) this.#closeRow()
    if (this.#rows.length > 0) addPlacedTable(this.#rows, this.#builder, NEAR)
    this.#rows = []
  }
}
