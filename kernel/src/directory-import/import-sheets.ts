import {
  type GivenSheet,
  LIST_SHEET_WORDS,
  type ListSheet,
  means,
  readListSheet,
  says,
} from '../list-import/list-sheet.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Wording } from '../wording.ts'
import type { SheetKind } from './import-problem.ts'

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

export type UnitColumn = keyof typeof UNIT_HEADINGS
export type PeopleColumn = keyof typeof PEOPLE_HEADINGS

export type ImportSheets = {
  readonly units: ListSheet<UnitColumn, 'units'> | null
  readonly people: ListSheet<PeopleColumn, 'people'> | null
  /** Sheets that list neither; they are passed over. */
  readonly ignored: readonly string[]
}

type SheetProblem = {
  readonly code: keyof typeof SHEET_PROBLEM_WORDS
  readonly parameters: Readonly<Record<string, string>>
}

export const SHEET_PROBLEM_WORDS = {
  'sheets-unknown': {
    zh: '文件里没有名为“单位”或“人员”的工作表，只有：{found}。没有导入任何内容。请改工作表名，或下载模板填写。',
    en: 'No sheet of the file is called "Units" or "People"; there are only: {found}. Nothing was imported. Rename a sheet or fill in the template.',
  },
  ...LIST_SHEET_WORDS,
} as const satisfies Readonly<Record<string, Wording>>

/** The lists of units and people in a file, by the names of its sheets. */
export function findSheets(given: readonly GivenSheet[]): Result<ImportSheets, SheetProblem> {
  const isOf = (kind: SheetKind) => (sheet: GivenSheet) => kindOf(sheet) === kind
  const [units, people] = [given.find(isOf('units')), given.find(isOf('people'))]
  if (units === undefined && people === undefined) {
    const found = given.map(({ name }) => name ?? '—').join('、')
    return fail({ code: 'sheets-unknown', parameters: { found } })
  }
  const unitList =
    units === undefined
      ? ok(null)
      : readListSheet(units, { kind: 'units', name: SHEET_NAMES.units, headings: UNIT_HEADINGS })
  if (!unitList.ok) return unitList
  const peopleList =
    people === undefined
      ? ok(null)
      : readListSheet(people, { kind: 'people', name: SHEET_NAMES.people, headings: PEOPLE_HEADINGS })
  if (!peopleList.ok) return peopleList
  if ((unitList.value?.rows.length ?? 0) + (peopleList.value?.rows.length ?? 0) === 0) {
    return fail({ code: 'nothing-listed', parameters: {} })
  }
  const ignored = given.filter((sheet) => sheet !== units && sheet !== people).map(({ name }) => name ?? '')
  return ok({ units: unitList.value, people: peopleList.value, ignored })
}

function kindOf(sheet: GivenSheet): SheetKind | null {
  const { name } = sheet
  if (name !== null) return KINDS.find((kind) => means(SHEET_NAMES[kind], name)) ?? null
  if (says(sheet, PEOPLE_HEADINGS.name)) return 'people'
  return says(sheet, UNIT_HEADINGS.name) ? 'units' : null
}

const KINDS = ['units', 'people'] as const
