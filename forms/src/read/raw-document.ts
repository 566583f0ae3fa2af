import type { READ_NOTE_WORDING } from './read-wording.ts'

/** What a file reader hands on: text and tables as they stand in the file, before anyone knows what form it is. */
export type RawDocument = {
  readonly format: SourceFormat
  readonly blocks: readonly RawBlock[]
  /** What the reader met on the way and the person should know (`formula-value-used`, `macro-ignored`). */
  readonly notes: readonly RawNote[]
}

export type SourceFormat =
  | 'text'
  | 'html'
  | 'mht'
  | 'docx'
  | 'doc'
  | 'word-xml'
  | 'odt'
  | 'rtf'
  | 'xlsx'
  | 'xls'
  | 'csv'
  | 'pdf'

export type RawBlock = RawText | RawTable

export type RawText = {
  readonly kind: 'text'
  readonly text: string
  readonly line: number | null
  /** The name of a worksheet, which stands on no page. */
  readonly sheet?: true
  /** Stands in the head margin of the pages and not in the text: a title may stand nowhere else. */
  readonly margin?: true
}

export type RawTable = {
  readonly kind: 'table'
  readonly rows: readonly RawRow[]
  /** Empty columns of a worksheet left out before the first cell; other formats have none. */
  readonly columnsBefore?: number
  /** Rows and columns were made out by where the text stands, for no line is drawn. */
  readonly byPosition?: true
}

/** `line` is the line, row or paragraph number in the source, counted from 1. */
export type RawRow = { readonly line: number | null; readonly cells: readonly RawCell[] }

/**
 * One place of the dense grid. A merged cell keeps its text in its top left place; the places it covers have empty
 * text and say which way the text lies. Formats that do not tell merges leave `merged` null everywhere.
 */
export type RawCell = { readonly text: string; readonly merged: 'left' | 'up' | null }

export type RawNote = {
  readonly code: keyof typeof READ_NOTE_WORDING
  readonly parameters: Readonly<Record<string, string | number>>
}
