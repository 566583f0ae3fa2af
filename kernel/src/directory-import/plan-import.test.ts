import { describe, expect, test } from 'vitest'
import { cellName, type GivenSheet } from '../list-import/list-sheet.ts'
import { fail } from '../result.ts'
import type { KnownUnit } from './find-unit.ts'
import { findSheets, PEOPLE_HEADINGS, UNIT_HEADINGS } from './import-sheets.ts'
import { type ImportGround, type ImportPlan, planImport } from './plan-import.ts'
import type { KnownPerson } from './plan-people.ts'

type Rows = readonly (readonly string[])[]

const unit = (id: string, more: Partial<KnownUnit> = {}): KnownUnit => ({
  id,
  code: null,
  name: id,
  kind: 'school',
  parentId: 'top',
  isOpen: true,
  isVisible: true,
  ...more,
})
const person = (id: string, more: Partial<KnownPerson> = {}): KnownPerson => ({
  id,
  name: id,
  login: null,
  number: null,
  unitId: 'top',
  roles: [],
  asked: [],
  state: 'active',
  isVisible: true,
  ...more,
})
const GROUND: ImportGround = {
  topId: 'top',
  units: [
    unit('top', { name: '澄湖区', kind: 'district', parentId: null }),
    unit('east', { name: '东片学区', code: 'E1' }),
    unit('west', { name: '西片学区' }),
    unit('old', { name: '老校', code: 'OLD', isOpen: false }),
    unit('far', { name: '邻区学校', code: 'FAR', isVisible: false }),
    unit('office1', { name: '办公室', parentId: 'east' }),
    unit('office2', { name: '办公室', parentId: 'west' }),
  ],
  people: [
    person('zhou', { name: '周以宁', login: 'zhouyn', number: '86', roles: ['teacher'] }),
    person('admin', { name: '林知夏', login: 'linzx', roles: ['system-administrator'] }),
    person('gone', { name: '陆明', login: 'luming', state: 'disabled' }),
    person('other', { name: '苏未', login: 'suwei', number: '99' }),
    person('far', { name: '远人', login: 'yuan', isVisible: false }),
  ],
  kinds: new Map([
    ['学校', 'school'],
    ['中心', 'centre'],
  ]),
  roles: new Map([
    ['教师', 'teacher'],
    ['项目联系人', 'project-contact'],
    ['审计管理员', 'audit-administrator'],
  ]),
  administrators: new Set(['system-administrator', 'security-administrator', 'audit-administrator']),
}

function sheet(name: string, headings: Readonly<Record<string, { zh: string }>>, rows: Rows): GivenSheet {
  const texts = [Object.values(headings).map(({ zh }) => zh), ...rows]
  return {
    name,
    rows: texts.map((row, at) => ({ line: at + 1, cells: row.map((text) => ({ text, isCovered: text === '<' })) })),
  }
}

function planOf(units: Rows, people: Rows = [], ground = GROUND): ImportPlan {
  const found = findSheets([sheet('单位', UNIT_HEADINGS, units), sheet('人员', PEOPLE_HEADINGS, people)])
  if (!found.ok) throw new Error(found.problem.code)
  return planImport(found.value, ground)
}

const named = ({ problems }: ImportPlan) =>
  problems.map(({ code, sheet: where, line, column }) => `${where} ${cellName(column, line)} ${code}`)

describe('what is wrong with a row of units is named at its cell', () => {
  test.each<[string, Rows, string[]]>([
    ['no name', [['A', '', '学校', '']], ['units B2 value-missing']],
    ['no kind', [['A', '甲', '', '']], ['units C2 value-missing']],
    ['an unknown kind', [['A', '甲', '片区', '']], ['units C2 kind-unknown']],
    ['a code of signs', [['A/1', '甲', '学校', '']], ['units A2 code-unreadable']],
    ['a name that begins a formula', [['A', '=1+1', '学校', '']], ['units B2 name-unreadable']],
    ['a name of 101 characters', [['A', '甲'.repeat(101), '学校', '']], ['units B2 text-too-long']],
    ['a merged cell', [['A', '甲', '<', '']], ['units C2 cell-merged']],
    [
      'a code twice',
      [
        ['A', '甲', '学校', ''],
        ['A', '乙', '学校', ''],
      ],
      ['units A3 code-twice'],
    ],
    [
      'a name twice under one unit',
      [
        ['A', '甲', '学校', ''],
        ['B', '甲', '学校', ''],
      ],
      ['units B3 name-twice'],
    ],
    ['a name that another code has there', [['X', '东片学区', '学校', '']], ['units B2 name-taken']],
    ['a unit above that is nowhere', [['A', '甲', '学校', '没有']], ['units D2 unit-unknown']],
    ['a unit above of a name that two have', [['A', '甲', '学校', '办公室']], ['units D2 unit-ambiguous']],
    ['a unit above that was closed', [['A', '甲', '学校', 'OLD']], ['units D2 unit-not-open']],
    ['a unit above of another district', [['A', '甲', '学校', 'FAR']], ['units D2 unit-elsewhere']],
    ['a closed unit itself', [['OLD', '老校', '学校', '']], ['units A2 unit-not-open']],
    ['a unit of another district itself', [['FAR', '甲', '学校', '']], ['units A2 unit-elsewhere']],
    ['a unit above itself', [['A', '甲', '学校', 'A']], ['units D2 unit-cycle']],
    [
      'a circle of rows',
      [
        ['A', '甲', '学校', 'B'],
        ['B', '乙', '学校', 'A'],
      ],
      ['units D2 unit-cycle'],
    ],
    [
      'a circle through what is there',
      [
        ['E1', '东片学区', '学校', '办公室甲'],
        ['', '办公室甲', '学校', 'E1'],
      ],
      ['units D2 unit-cycle'],
    ],
  ])('%s', (_title, rows, expected) => {
    expect(named(planOf(rows))).toEqual(expected)
  })
})

describe('what is wrong with a row of people is named at its cell', () => {
  test.each<[string, Rows, string[]]>([
    ['no name', [['', 'lin', '', 'E1', '']], ['people A2 value-missing']],
    ['no unit', [['林', 'lin', '', '', '']], ['people D2 value-missing']],
    ['neither login nor number', [['林', '', '', 'E1', '']], ['people B2 identity-missing']],
    ['a login in Chinese', [['林', '林', '', 'E1', '']], ['people B2 login-unreadable']],
    [
      'a login twice',
      [
        ['林', 'lin', '', 'E1', ''],
        ['陈', 'LIN', '', 'E1', ''],
      ],
      ['people B3 login-twice'],
    ],
    [
      'a number twice',
      [
        ['林', '', '7', 'E1', ''],
        ['陈', '', '７', 'E1', ''],
      ],
      ['people C3 number-twice'],
    ],
    ['an unknown unit', [['林', 'lin', '', '没有', '']], ['people D2 unit-unknown']],
    ['an unknown role', [['林', 'lin', '', 'E1', '教师、校长']], ['people E2 role-unknown']],
    ["an administrator's role", [['林', 'lin', '', 'E1', '审计管理员']], ['people E2 role-administrator']],
    ['the row of an administrator', [['林知夏', 'linzx', '', 'E1', '']], ['people B2 administrator-untouched']],
    ['somebody disabled', [['陆明', 'luming', '', 'E1', '']], ['people B2 person-disabled']],
    ['somebody of another district', [['远人', 'yuan', '', 'E1', '']], ['people B2 person-elsewhere']],
    ["one's number and another's login", [['周以宁', 'suwei', '86', 'E1', '']], ['people B2 identity-split']],
    ["a new number and somebody's login", [['苏未', 'suwei', '100', 'E1', '']], ['people B2 identity-split']],
    ['another login for one who signs in', [['周以宁', 'yining', '86', 'E1', '']], ['people B2 login-differs']],
  ])('%s', (_title, rows, expected) => {
    expect(named(planOf([], rows))).toEqual(expected)
  })

  test('the circle of units is told by their names', () => {
    const { problems } = planOf([
      ['A', '甲', '学校', 'B'],
      ['B', '乙', '学校', 'A'],
    ])
    expect(problems[0]?.parameters).toEqual({ path: '甲 → 乙 → 甲' })
  })
})

describe('a row is known again', () => {
  test('by its code, and then may have another name and place', () => {
    const { units } = planOf([['E1', '东片教育集团', '中心', '西片学区']])
    expect(units.changed).toMatchObject([{ ref: 'east', name: '东片教育集团', parentRef: 'west' }])
  })

  test('by name and unit above where there is no code yet, which it then takes on', () => {
    const { units } = planOf([['W1', '西片学区', '学校', '']])
    expect(units.changed).toMatchObject([{ ref: 'west', code: 'W1' }])
    expect(planOf([['', '办公室', '学校', 'E1']]).units).toMatchObject({ made: [], unchanged: 1 })
  })

  test('as a person by number, else by login; roles already held are not asked for', () => {
    const { people } = planOf([], [['周宁', '', '86', 'E1', '教师、项目联系人']])
    expect(people.changed).toMatchObject([{ name: '周宁', login: 'zhouyn', asks: ['project-contact'] }])
  })

  test('and a unit above may stand in a later row', () => {
    const { units, people } = planOf(
      [
        ['B', '乙', '学校', '甲'],
        ['A', '甲', '中心', ''],
      ],
      [['林', 'lin', '', '乙', '']],
    )
    expect(units.made).toMatchObject([{ ref: 'row:2', parentRef: 'row:3' }, { parentRef: 'top' }])
    expect(people.made).toMatchObject([{ unitRef: 'row:2' }])
  })
})

test.each([
  ['sheets of other names', [sheet('Sheet1', UNIT_HEADINGS, [])], 'sheets-unknown', { found: 'Sheet1' }],
  [
    'a heading that is missing',
    [sheet('单位', { a: { zh: '单位名称' }, b: { zh: '类别' } }, [])],
    'headings-missing',
    { sheet: '单位', headings: '单位代码、上级单位' },
  ],
  [
    'a heading twice',
    [sheet('单位', { ...UNIT_HEADINGS, e: { zh: '类别' } }, [])],
    'heading-twice',
    { sheet: '单位', headings: '类别' },
  ],
  ['nothing below the headings', [sheet('单位', UNIT_HEADINGS, [['', '', '', '']])], 'nothing-listed', {}],
] as const)('%s is said at once', (_title, sheets, code, parameters) => {
  expect(findSheets(sheets)).toEqual(fail({ code, parameters }))
})
