import { fail, ok, type Result } from '../result.ts'
import type { Wording } from '../wording.ts'
import type { SheetKind } from './import-problem.ts'

/** A cell as the file has it; a covered one lies under a merged range and holds nothing of its own. */
export type SheetCell = { readonly text: string; readonly isCovered: boolean }
/** `line` counts from 1; the cells begin with column A. */
export type SheetRow = { readonly line: number; readonly cells: readonly SheetCell[] }
/** A sheet of the file; without a name when the format has none (.csv), and then its headings say what it lists. */
export type GivenSheet = { readonly name: string | null; readonly rows: readonly SheetRow[] }

export const SHEET_NAMES: Readonly<Record<SheetKind, Wording>> = {
  units: { zh: '单位', en: 'Units' },
  people: { zh: '人员', en: 'People' },
}

export const UNIT_HEADINGS = {
  code: { zh: '单位代码', en: 'Unit code' },
  name: { zh: '单位名称', en: 'Unit name' },
  kind: { zh: '类别', en: 'Kind' },
  parent: { zh: '上级单位', en: 'Unit above' },
} as const satisfies Readonly<Record<string, Wording>>

export const PEOPLE_HEADINGS = {
  name: { zh: '姓名', en: 'Name' },
  login: { zh: '登录名', en: 'Login' },
  number: { zh: '工号', en: 'Staff number' },
  unit: { zh: '单位', en: 'Unit' },
  roles: { zh: '角色', en: 'Roles' },
} as const satisfies Readonly<Record<string, Wording>>

/** The column in which an annotated file says what is wrong; read again, it is passed over. */
export const REASON_HEADING: Wording = { zh: '导入问题', en: 'Import problem' }

export type UnitColumn = keyof typeof UNIT_HEADINGS
export type PeopleColumn = keyof typeof PEOPLE_HEADINGS

export type ReadRow<Column extends string> = {
  readonly line: number
  readonly at: Readonly<Record<Column, SheetCell>>
}

export type ListSheet<Column extends string> = {
  readonly kind: SheetKind
  readonly name: string
  readonly headLine: number
  /** Where each column stands, counted from 0. */
  readonly columns: Readonly<Record<Column, number>>
  /** Where reasons are written: the column that has them already, or the first free one. */
  readonly reasonColumn: number
  readonly rows: readonly ReadRow<Column>[]
}

export type ImportSheets = {
  readonly units: ListSheet<UnitColumn> | null
  readonly people: ListSheet<PeopleColumn> | null
  /** Sheets that list neither; they are passed over. */
  readonly ignored: readonly string[]
}

export type SheetProblem = {
  readonly code: keyof typeof SHEET_PROBLEM_WORDS
  readonly parameters: Readonly<Record<string, string>>
}

export const SHEET_PROBLEM_WORDS = {
  'sheets-unknown': {
    zh: '文件里没有名为“单位”或“人员”的工作表，只有：{found}。没有导入任何内容。请改工作表名，或下载模板填写。',
    en: 'No sheet of the file is called "Units" or "People"; there are only: {found}. Nothing was imported. Rename a sheet or fill in the template.',
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

/** The lists of units and people in a file, by the names of its sheets. */
export function findSheets(given: readonly GivenSheet[]): Result<ImportSheets, SheetProblem> {
  const isOf = (kind: SheetKind) => (sheet: GivenSheet) => kindOf(sheet) === kind
  const [units, people] = [given.find(isOf('units')), given.find(isOf('people'))]
  if (units === undefined && people === undefined) {
    const found = given.map(({ name }) => name ?? '—').join('、')
    return fail({ code: 'sheets-unknown', parameters: { found } })
  }
  const unitList = units === undefined ? ok(null) : listOf(units, 'units', UNIT_HEADINGS)
  if (!unitList.ok) return unitList
  const peopleList = people === undefined ? ok(null) : listOf(people, 'people', PEOPLE_HEADINGS)
  if (!peopleList.ok) return peopleList
  if ((unitList.value?.rows.length ?? 0) + (peopleList.value?.rows.length ?? 0) === 0) {
    return fail({ code: 'nothing-listed', parameters: {} })
  }
  const ignored = given.filter((sheet) => sheet !== units && sheet !== people).map(({ name }) => name ?? '')
  return ok({ units: unitList.value, people: peopleList.value, ignored })
}

function kindOf({ name, rows }: GivenSheet): SheetKind | null {
  if (name !== null) return KINDS.find((kind) => means(SHEET_NAMES[kind], name)) ?? null
  const cells = rows.slice(0, HEAD_ROWS_LOOKED_AT).flatMap((row) => row.cells)
  const says = (heading: Wording) => cells.some(({ text }) => means(heading, text))
  if (says(PEOPLE_HEADINGS.name)) return 'people'
  return says(UNIT_HEADINGS.name) ? 'units' : null
}

const KINDS = ['units', 'people'] as const

function means(wording: Wording, text: string): boolean {
  const plain = text.normalize('NFKC').replaceAll(/[\s*]/gu, '').toLowerCase()
  return plain === wording.zh || plain === wording.en.replaceAll(' ', '').toLowerCase()
}

function listOf<Column extends string>(
  sheet: GivenSheet,
  kind: SheetKind,
  headings: Readonly<Record<Column, Wording>>,
): Result<ListSheet<Column>, SheetProblem> {
  const keys = Object.keys(headings) as Column[]
  const name = sheet.name ?? SHEET_NAMES[kind].zh
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
