import { compare, type Decimal, decimal } from '../decimal.ts'
import { type KnownUnit, makeUnitFinder, type UnitFinder } from '../directory-import/find-unit.ts'
import { readNamedUnit } from '../directory-import/read-unit.ts'
import type { ReadRow } from '../list-import/list-sheet.ts'
import { type PlannedRow, planRows, type RowPlan } from '../list-import/plan-rows.ts'
import { makeNotebook, type Notebook } from '../list-import/read-cells.ts'
import type { StockProblem } from './stock-problem.ts'
import type { StockColumn, StockSheet } from './stock-sheet.ts'

/** What a row says of an item of the store. */
type StockItemFacts = {
  readonly unitId: string
  readonly code: string
  readonly name: string
  readonly model: string
  readonly unitWord: string
  /** '' lies in no room that is known. */
  readonly room: string
  readonly minimum: Decimal
}

export type KnownStockItem = StockItemFacts & { readonly id: string; readonly onHand: Decimal }

/** Everything outside the file that decides what it means. */
type StockGround = {
  readonly units: readonly KnownUnit[]
  /** The unit of whatever names none. */
  readonly topId: string
  readonly items: readonly KnownStockItem[]
}

/** `opening` is how many a new item begins with. */
type ListedItem = StockItemFacts & { readonly opening: Decimal }
export type PlannedStockItem = PlannedRow<ListedItem, KnownStockItem>
export type StockPlan = RowPlan<PlannedStockItem, StockProblem>

type Row = ReadRow<StockColumn>
type Notes = Notebook<StockColumn, StockProblem['code'], 'stock'>

const NOTHING = decimal(0)
const QUANTITY = /^\d{1,9}(\.\d{1,3})?$/

/** What a list of items would change. A known item is known by its unit and its code. */
export function planStock(sheet: StockSheet, { units, topId, items }: StockGround): StockPlan {
  const notes: Notes = makeNotebook<StockProblem['code'], StockColumn, 'stock'>(sheet)
  const find = makeUnitFinder([], units)
  return planRows(sheet, {
    notes,
    known: items,
    keyOf,
    read: (row): ListedItem | null => readItem(row, notes, { find, topId }),
    noteTwice: ({ line: at }, { code }, line) => notes.note(at, 'code', { code: 'code-twice', text: code, line }),
    settle: (row, item, was) => {
      if (was !== null && row.at.opening.text !== '' && compare(item.opening, was.onHand) !== 0)
        notes.note(row.line, 'opening', { code: 'opening-differs', text: item.name, known: was.onHand })
      return item
    },
    isSame,
  })
}

function keyOf({ unitId, code }: Pick<StockItemFacts, 'unitId' | 'code'>): string {
  return `${unitId} ${code}`
}

type Given = Pick<StockGround, 'topId'> & { readonly find: UnitFinder }

/** The facts of a row; null when a cell without which nothing is known cannot be read. */
function readItem(row: Row, notes: Notes, given: Given): ListedItem | null {
  const code = notes.read(row, 'code', { as: 'code', required: '物料编码' })
  const name = notes.read(row, 'name', { as: 'name', required: '名称' })
  const unitWord = notes.read(row, 'unitWord', { as: 'name', required: '计量单位' })
  const unitId = readNamedUnit(row, notes, given)
  const model = notes.read(row, 'model', { as: 'words' }) ?? ''
  const room = notes.read(row, 'room', { as: 'name' }) ?? ''
  const minimum = readQuantity(row, notes, 'minimum')
  const opening = readQuantity(row, notes, 'opening')
  if (code === null || name === null || unitWord === null || unitId === null) return null
  return { code, name, unitWord, unitId, model, room, minimum, opening }
}

function readQuantity(row: Row, notes: Notes, column: 'minimum' | 'opening'): Decimal {
  const text = notes.read(row, column, { as: 'words' })
  if (text === null) return NOTHING
  if (QUANTITY.test(text)) return decimal(text)
  notes.note(row.line, column, { code: 'quantity-unreadable', text })
  return NOTHING
}

const COMPARED = ['name', 'model', 'unitWord', 'room'] as const

function isSame(one: StockItemFacts, other: StockItemFacts): boolean {
  return COMPARED.every((key) => one[key] === other[key]) && compare(one.minimum, other.minimum) === 0
}
