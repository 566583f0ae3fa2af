import { compare, type Decimal } from '../decimal.ts'
import { type KnownUnit, makeUnitFinder, type UnitFinder } from '../directory-import/find-unit.ts'
import { readNamedUnit } from '../directory-import/read-unit.ts'
import { readDay, writeDay } from '../lint/calendar-day.ts'
import type { ReadRow } from '../list-import/list-sheet.ts'
import { type PlannedRow, planRows, type RowPlan } from '../list-import/plan-rows.ts'
import { fold, makeNotebook, type Notebook } from '../list-import/read-cells.ts'
import { parseMoney } from '../money.ts'
import type { AssetProblem } from './asset-problem.ts'
import type { AssetColumn, AssetSheet } from './asset-sheet.ts'
import { ASSET_CATEGORIES, ASSET_STATES, type AssetCategory, type AssetState } from './asset-words.ts'

/** What a row says of an asset; days as YYYY-MM-DD, the price in 元. */
type AssetFacts = {
  readonly unitId: string
  /** The project it was bought for; null when none is named. */
  readonly projectId: string | null
  readonly number: string
  readonly name: string
  readonly category: AssetCategory
  readonly model: string
  readonly serial: string
  readonly price: Decimal | null
  /** '' stands in no room. */
  readonly room: string
  readonly keeper: string
  readonly state: AssetState
  readonly deliveredOn: string | null
  readonly enteredOn: string
  readonly warrantyUntil: string | null
}

export type KnownAsset = AssetFacts & { readonly id: string }

/** Everything outside the file that decides what it means. */
type AssetGround = {
  readonly units: readonly KnownUnit[]
  /** The unit of whatever names none. */
  readonly topId: string
  readonly assets: readonly KnownAsset[]
  /** Projects by name; null when several have it. */
  readonly projects: ReadonlyMap<string, string | null>
  /** YYYY-MM-DD */
  readonly today: string
}

export type PlannedAsset = PlannedRow<AssetFacts, KnownAsset>
export type AssetPlan = RowPlan<PlannedAsset, AssetProblem>

type Code = AssetProblem['code']
type Row = ReadRow<AssetColumn>
type Notes = Notebook<AssetColumn, Code, 'assets'>

/** What a list of assets would change. A known asset is known by its unit and its number. */
export function planAssets(sheet: AssetSheet, { units, topId, assets, projects, today }: AssetGround): AssetPlan {
  const notes: Notes = makeNotebook<Code, AssetColumn, 'assets'>(sheet)
  const find = makeUnitFinder([], units)
  return planRows(sheet, {
    notes,
    known: assets,
    keyOf,
    read: (row): AssetFacts | null => readAsset(row, notes, { find, topId, projects, today }),
    noteTwice: ({ line: at }, { number }, line) =>
      notes.note(at, 'number', { code: 'number-twice', text: number, line }),
    settle: (row, facts, was) => settle(row, notes, { facts, was }),
    isSame,
  })
}

function keyOf({ unitId, number }: Pick<AssetFacts, 'unitId' | 'number'>): string {
  return `${unitId} ${number}`
}

type Given = Pick<AssetGround, 'topId' | 'projects' | 'today'> & { readonly find: UnitFinder }

/** The facts of a row; null when a cell without which nothing is known cannot be read. */
function readAsset(row: Row, notes: Notes, { find, topId, projects, today }: Given): AssetFacts | null {
  const number = notes.read(row, 'number', { as: 'code', required: '资产编号' })
  const name = notes.read(row, 'name', { as: 'name', required: '名称' })
  const category = readWord(row, notes, { column: 'category', words: ASSET_CATEGORIES, code: 'category-unknown' })
  const state = readWord(row, notes, { column: 'state', words: ASSET_STATES, code: 'state-unknown' })
  const unitId = readNamedUnit(row, notes, { find, topId })
  const deliveredOn = readOnDay(row, notes, { column: 'delivered', today })
  const enteredOn = readOnDay(row, notes, { column: 'entered', today, required: '入账日期' })
  if (deliveredOn !== null && enteredOn !== null && enteredOn < deliveredOn)
    notes.note(row.line, 'entered', { code: 'days-reversed', text: deliveredOn })
  const words = (column: AssetColumn) => notes.read(row, column, { as: 'words' }) ?? ''
  const rest = {
    projectId: readProject(row, notes, projects),
    model: words('model'),
    serial: words('serial'),
    price: readPrice(row, notes),
    room: notes.read(row, 'room', { as: 'name' }) ?? '',
    keeper: notes.read(row, 'keeper', { as: 'name' }) ?? '',
    warrantyUntil: readOnDay(row, notes, { column: 'warranty', today: null }),
  }
  if (row.at.category.text === '') notes.read(row, 'category', { as: 'words', required: '类别' })
  if (number === null || name === null || category === null || unitId === null || enteredOn === null) return null
  return { number, name, category, state: state ?? 'in-use', unitId, deliveredOn, enteredOn, ...rest }
}

type WordAsked<Key extends string> = {
  readonly column: AssetColumn
  readonly words: Readonly<Record<Key, { readonly zh: string; readonly en: string }>>
  readonly code: Extract<Code, 'category-unknown' | 'state-unknown'>
}

function readWord<Key extends string>(row: Row, notes: Notes, { column, words, code }: WordAsked<Key>): Key | null {
  const text = notes.read(row, column, { as: 'words' })
  if (text === null) return null
  const keys = Object.keys(words) as Key[]
  const found = keys.find((key) => fold(words[key].zh) === fold(text) || fold(words[key].en) === fold(text))
  if (found === undefined)
    notes.note(row.line, column, { code, text, known: keys.map((key) => words[key].zh).join('、') })
  return found ?? null
}

function readProject(row: Row, notes: Notes, projects: AssetGround['projects']): string | null {
  const text = notes.read(row, 'project', { as: 'words' })
  if (text === null) return null
  const found = projects.get(text) ?? null
  if (found === null) notes.note(row.line, 'project', { code: 'project-unknown', text })
  return found
}

type DayAsked = { readonly column: AssetColumn; readonly today: string | null; readonly required?: string }

function readOnDay(row: Row, notes: Notes, { column, today, required }: DayAsked): string | null {
  const text = notes.read(row, column, { as: 'words', ...(required === undefined ? {} : { required }) })
  if (text === null) return null
  const read = readDay(text.replace(/\s+\d{1,2}:\d{2}(?::\d{2})?$/, ''))
  const day = read === null ? null : writeDay(read)
  if (day === null) notes.note(row.line, column, { code: 'day-unreadable', text })
  else if (today !== null && day > today) notes.note(row.line, column, { code: 'day-ahead', text: day })
  return day
}

function readPrice(row: Row, notes: Notes): Decimal | null {
  const text = notes.read(row, 'price', { as: 'words' })
  if (text === null) return null
  const money = parseMoney(text, '元')
  if (money.ok && !money.value.amount.startsWith('-')) return money.value.amount
  notes.note(row.line, 'price', { code: 'price-unreadable', text })
  return null
}

/** The state of a known asset is kept; a list that says otherwise is asked about it. */
function settle(row: Row, notes: Notes, { facts, was }: { facts: AssetFacts; was: KnownAsset | null }): AssetFacts {
  const said = row.at.state.text !== ''
  if (was !== null && said && facts.state !== was.state)
    notes.note(row.line, 'state', { code: 'state-differs', known: ASSET_STATES[was.state].zh })
  return { ...facts, state: was?.state ?? facts.state }
}

const COMPARED = [
  'name',
  'category',
  'model',
  'serial',
  'projectId',
  'room',
  'keeper',
  'deliveredOn',
  'enteredOn',
  'warrantyUntil',
] as const

function isSame(one: AssetFacts, other: AssetFacts): boolean {
  return COMPARED.every((key) => one[key] === other[key]) && samePrice(one.price, other.price)
}

function samePrice(one: Decimal | null, other: Decimal | null): boolean {
  return one === null || other === null ? one === other : compare(one, other) === 0
}
