import { fail, ok, type Result } from '../result.ts'
import type { Wording } from '../wording.ts'

/** A cell as the file has it; a covered one lies under a merged range and holds nothing of its own. */
export type SheetCell = { readonly text: string; readonly isCovered: boolean }
/** `line` counts from 1; the cells begin with column A. */
export type SheetRow = { readonly line: number; readonly cells: readonly SheetCell[] }
/** A sheet of the file; without a name when the format has none (.csv), and then its headings say what it lists. */
export type GivenSheet = { readonly name: string | null; readonly rows: readonly SheetRow[] }

/** The column in which an annotated file says what is wrong; read again, it is passed over. */
export const REASON_HEADING: Wording = { zh: '导入问题', en: 'Import problem' }

export type ReadRow<Column extends string> = {
  readonly line: number
  readonly at: Readonly<Record<Column, SheetCell>>
}

export type ListSheet<Column extends string, Kind extends string = string> = {
  readonly kind: Kind
  readonly name: string
  readonly headLine: number
  /** Where each column stands, counted from 0. */
  readonly columns: Readonly<Record<Column, number>>
  /** Where reasons are written: the column that has them already, or the first free one. */
  readonly reasonColumn: number
  readonly rows: readonly ReadRow<Column>[]
}

export type ListSheetProblem = {
  readonly code: keyof typeof LIST_SHEET_WORDS
  readonly parameters: Readonly<Record<string, string>>
}

export const LIST_SHEET_WORDS = {
  'sheet-unknown': {
    zh: '文件里没有名为“{zh}”的工作表，只有：{found}。没有导入任何内容。请改工作表名，或下载模板填写。',
    en: 'No sheet of the file is called "{en}"; there are only: {found}. Nothing was imported. Rename the sheet or fill in the template.',
  },
  'headings-missing': {
    zh: '“{sheet}”表缺少这些列标题：{headings}。没有导入任何内容。请补上标题（内容可以空着），或下载模板填写。',
    en: 'The sheet "{sheet}" lacks these headings: {headings}. Nothing was imported. Add them (their cells may be empty) or fill in the template.',
  },
  'heading-twice': {
    zh: '“{sheet}”表的列标题“{headings}”出现了两次。没有导入任何内容。请只保留一列。',
    en: 'The heading "{headings}" stands twice in the sheet "{sheet}". Nothing was imported. Keep one of the columns.',
  },
  'nothing-listed': {
    zh: '标题下面一行内容也没有。没有导入任何内容。请填写后再上传。',
    en: 'There is no row below the headings. Nothing was imported. Fill the sheet in and bring it again.',
  },
} as const satisfies Readonly<Record<string, Wording>>

const HEAD_ROWS_LOOKED_AT = 20

/** Whether one of the first rows, where headings stand, says these words. */
export function says({ rows }: GivenSheet, wording: Wording): boolean {
  return rows.slice(0, HEAD_ROWS_LOOKED_AT).some(({ cells }) => cells.some(({ text }) => means(wording, text)))
}

/** Width, case, blanks and a star for what must be filled make no difference. */
export function means(wording: Wording, text: string): boolean {
  const plain = text.normalize('NFKC').replaceAll(/[\s*]/gu, '').toLowerCase()
  return plain === wording.zh || plain === wording.en.replaceAll(' ', '').toLowerCase()
}

/** What a sheet lists: how it is called, and what stands above its columns. */
export type ListKind<Column extends string, Kind extends string> = {
  readonly kind: Kind
  readonly name: Wording
  readonly headings: Readonly<Record<Column, Wording>>
}

/** The one list of a file, by the name of its sheet, else by the heading `knownBy` that no other list has. */
export function findListSheet<Column extends string, Kind extends string>(
  given: readonly GivenSheet[],
  list: ListKind<Column, Kind>,
  knownBy: NoInfer<Column>,
): Result<ListSheet<Column, Kind>, ListSheetProblem> {
  const sheet =
    given.find(({ name }) => name !== null && means(list.name, name)) ??
    given.find((one) => says(one, list.headings[knownBy]))
  if (sheet === undefined) {
    const found = given.map(({ name }) => name ?? '—').join('、')
    return fail({ code: 'sheet-unknown', parameters: { ...list.name, found } })
  }
  const read = readListSheet(sheet, list)
  if (!read.ok) return read
  return read.value.rows.length === 0 ? fail({ code: 'nothing-listed', parameters: {} }) : read
}

/** The rows of a sheet by its headings, wherever they stand. */
export function readListSheet<Column extends string, Kind extends string>(
  sheet: GivenSheet,
  { kind, name: kindName, headings }: ListKind<Column, Kind>,
): Result<ListSheet<Column, Kind>, ListSheetProblem> {
  const keys = Object.keys(headings) as Column[]
  const name = sheet.name ?? kindName.zh
  const head = sheet.rows
    .slice(0, HEAD_ROWS_LOOKED_AT)
    .find(({ cells }) => keys.filter((key) => cells.some(({ text }) => means(headings[key], text))).length > 1)
  const placesOf = (key: Column) =>
    (head?.cells ?? []).flatMap(({ text }, at) => (means(headings[key], text) ? [at] : []))
  const missing = keys.filter((key) => placesOf(key).length === 0)
  const twice = keys.filter((key) => placesOf(key).length > 1)
  const named = (some: readonly Column[]) => ({ sheet: name, headings: some.map((key) => headings[key].zh).join('、') })
  if (head === undefined || missing.length > 0) return fail({ code: 'headings-missing', parameters: named(missing) })
  if (twice.length > 0) return fail({ code: 'heading-twice', parameters: named(twice) })

  const columns = Object.fromEntries(keys.map((key) => [key, placesOf(key)[0] ?? 0])) as Record<Column, number>
  const rows = sheet.rows.filter(({ line }) => line > head.line).map((row) => rowOf(row, columns))
  const reasonsAt = head.cells.findIndex(({ text }) => means(REASON_HEADING, text))
  const reasonColumn = reasonsAt >= 0 ? reasonsAt : widthOf(sheet.rows)
  return ok({ kind, name, headLine: head.line, columns, reasonColumn, rows: rows.filter(isFilled) })
}

const EMPTY: SheetCell = { text: '', isCovered: false }

function rowOf<Column extends string>(
  { line, cells }: SheetRow,
  columns: Readonly<Record<Column, number>>,
): ReadRow<Column> {
  const entries = Object.entries<number>(columns).map(([key, at]) => [key, trimmed(cells[at] ?? EMPTY)])
  return { line, at: Object.fromEntries(entries) as Record<Column, SheetCell> }
}

function trimmed({ text, isCovered }: SheetCell): SheetCell {
  return { text: text.replaceAll(/\s+/gu, ' ').trim(), isCovered }
}

function isFilled({ at }: ReadRow<string>): boolean {
  return Object.values(at).some(({ text }) => text !== '')
}

function widthOf(rows: readonly SheetRow[]): number {
  return rows.reduce((widest, { cells }) => Math.max(widest, cells.findLastIndex(({ text }) => text !== '') + 1), 0)
}

/** A cell as spreadsheets name it: C7. */
export function cellName(column: number, line: number): string {
  return `${columnLetters(column)}${line}`
}

function columnLetters(column: number): string {
  const above = Math.floor(column / 26)
  return (above > 0 ? columnLetters(above - 1) : '') + String.fromCharCode(65 + (column % 26))
}
