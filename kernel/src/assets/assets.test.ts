import { describe, expect, test } from 'vitest'
import type { KnownUnit } from '../directory-import/find-unit.ts'
import { unreachable } from '../lifecycle.ts'
import { cellName, type GivenSheet } from '../list-import/list-sheet.ts'
import { ASSET_LIFE } from './asset-life.ts'
import { ASSET_HEADINGS, findAssetSheet } from './asset-sheet.ts'
import { type AssetPlan, type KnownAsset, planAssets } from './plan-assets.ts'

const unit = (id: string, name: string, isVisible = true): KnownUnit => {
  return { id, name, code: id.toUpperCase(), kind: 'office', parentId: null, isOpen: true, isVisible }
}
const UNITS = [unit('u1', '教育信息中心'), unit('u2', '机关事务服务中心', false)]
const HEADS = Object.values(ASSET_HEADINGS).map(({ zh }) => zh)
const ROW = [
  'ZC-1',
  '核心交换机',
  '网络设备',
  'S7706',
  'SN1',
  '128,000',
  '',
  '',
  '三号机房',
  '陆明',
  '在用',
  '2025-03-01',
  '2025/3/5',
  '',
]

/** Cells that differ from the usual row, by heading. */
type Changes = Partial<Record<keyof typeof ASSET_HEADINGS, string>>
const KEYS = Object.keys(ASSET_HEADINGS) as (keyof typeof ASSET_HEADINGS)[]
const row = (changes: Changes = {}) => KEYS.map((key, at) => changes[key] ?? ROW[at] ?? '')

function sheetOf(rows: readonly (readonly string[])[]): GivenSheet {
  const cells = (texts: readonly string[]) => texts.map((text) => ({ text, isCovered: false }))
  return { name: '资产', rows: [HEADS, ...rows].map((texts, at) => ({ line: at + 1, cells: cells(texts) })) }
}

function plan(rows: readonly (readonly string[])[], assets: readonly KnownAsset[] = []): AssetPlan {
  const sheet = findAssetSheet([sheetOf(rows)])
  if (!sheet.ok) throw new Error(sheet.problem.code)
  return planAssets(sheet.value, {
    units: UNITS,
    topId: 'u1',
    assets,
    projects: new Map([['升级改造', 'p1']]),
    today: '2025-12-31',
  })
}
const faults = (changes: Changes) =>
  plan([row(changes)]).problems.map(({ code, column, line }) => [code, cellName(column, line)])

test('every state of an asset can be reached', () => {
  expect(unreachable(ASSET_LIFE, 'in-store')).toEqual([])
})

describe('a row of the list', () => {
  test('without faults is an asset of the own unit', () => {
    const { made, problems } = plan([row()])
    expect(problems).toEqual([])
    expect(made).toMatchObject([
      { unitId: 'u1', number: 'ZC-1', category: 'network', price: '128000', enteredOn: '2025-03-05', state: 'in-use' },
    ])
  })

  test.each([
    ['without a number', { number: '' }, ['value-missing', 'A2']],
    ['of an unknown category', { category: '飞机' }, ['category-unknown', 'C2']],
    ['without a category', { category: ' ' }, ['value-missing', 'C2']],
    ['with a price in words', { price: '很贵' }, ['price-unreadable', 'F2']],
    ['of a unit nobody knows', { unit: '没有的学校' }, ['unit-unknown', 'G2']],
    ['of a unit elsewhere', { unit: '机关事务服务中心' }, ['unit-unknown', 'G2']],
    ['of a unit elsewhere, by its code', { unit: 'U2' }, ['unit-elsewhere', 'G2']],
    ['bought for no project there is', { project: '新楼' }, ['project-unknown', 'H2']],
    ['in no state there is', { state: '坏了' }, ['state-unknown', 'K2']],
    ['entered on a day nobody can read', { entered: '三月五日' }, ['day-unreadable', 'M2']],
    ['entered before it came', { entered: '2025-02-01' }, ['days-reversed', 'M2']],
    ['entered tomorrow', { entered: '2026-01-01' }, ['day-ahead', 'M2']],
  ])('%s is named by its cell', (_title, changes, fault) => {
    expect(faults(changes)).toEqual([fault])
  })

  test('with a number that stands twice names the other row', () => {
    expect(plan([row(), row({ name: '另一台' })]).problems).toMatchObject([
      { code: 'number-twice', line: 3, parameters: { line: 2 } },
    ])
  })
})

describe('a list brought again', () => {
  const known = (changes: Partial<KnownAsset> = {}): KnownAsset[] =>
    plan([row()]).made.map(({ line: _, was: __, ...facts }) => ({ ...facts, id: 'a1', ...changes }))

  test('changes nothing', () => {
    expect(plan([row()], known())).toMatchObject({ made: [], changed: [], unchanged: 1, problems: [] })
  })

  test('changes what it says otherwise', () => {
    expect(plan([row({ room: '四号机房' })], known()).changed).toMatchObject([{ room: '四号机房', was: { id: 'a1' } }])
  })

  test('does not change the state, and says where it differs', () => {
    expect(plan([row({ state: '' })], known({ state: 'repair' })).problems).toEqual([])
    expect(plan([row()], known({ state: 'repair' })).problems).toMatchObject([
      { code: 'state-differs', parameters: { known: '维修' } },
    ])
  })
})

test('the list is found by the name of its sheet, else by its headings', () => {
  const [named, other] = [sheetOf([row()]), { ...sheetOf([row(), row({ number: 'ZC-2' })]), name: '固定资产' }]
  expect(findAssetSheet([other, named])).toMatchObject({ value: { name: '资产' } })
  expect(findAssetSheet([other])).toMatchObject({ value: { name: '固定资产' } })
})

test('a file without the sheet, or with a heading missing, is refused whole', () => {
  expect(findAssetSheet([{ name: '花名册', rows: [] }])).toMatchObject({
    problem: { code: 'sheet-unknown', parameters: { zh: '资产', en: 'Assets', found: '花名册' } },
  })
  const headless = sheetOf([row()])
  const rows = headless.rows.map(({ line, cells }) => ({ line, cells: cells.slice(1) }))
  expect(findAssetSheet([{ name: '资产', rows }])).toMatchObject({ problem: { code: 'headings-missing' } })
})
