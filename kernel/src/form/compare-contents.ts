import type { CellEdit } from './apply-edits.ts'
import { type CellAddress, columnsOf, openColumnOf, printCellAddress } from './cell-address.ts'
import type { FormContent } from './form-content.ts'
import type { RepeatName } from './form-template.ts'
import { type Row, readCell } from './read-cell.ts'
import { ITEM_COLUMNS } from './repeat-items.ts'

const PROPERTIES = ['project', 'unit', 'year', 'moneyUnit'] as const
const LISTS = Object.keys(ITEM_COLUMNS) as RepeatName[]

/**
 * What must be edited to get from one version to another: cells that differ, rows that came, rows that went. Rows are
 * matched from both ends, so one row inserted or removed shows as one.
 */
export function compareContents(before: FormContent, after: FormContent): CellEdit[] {
  const keys = (one: object, other: object) => [...new Set([...Object.keys(one), ...Object.keys(other)])]
  const places: CellAddress[] = [
    ...PROPERTIES.map((property) => ({ kind: 'property', property }) as const),
    ...keys(before.fields, after.fields).map((key) => ({ kind: 'field', key }) as const),
    ...keys(before.money, after.money).map((key) => ({ kind: 'money', key }) as const),
    { kind: 'total', column: 'weight' },
    { kind: 'total', column: 'score' },
    { kind: 'doubts' },
  ]
  const cells = places.flatMap((address) => compareCell(address, before, after))
  return [...cells, ...LISTS.flatMap((list) => compareRows(list, before, after))]
}

function compareCell(address: CellAddress, before: FormContent, after: FormContent): CellEdit[] {
  const [was, now] = [readCell(before, address) ?? '', readCell(after, address) ?? '']
  return was === now ? [] : [{ where: printCellAddress(address), was, now }]
}

function compareRows(list: RepeatName, before: FormContent, after: FormContent): CellEdit[] {
  const [old, next] = [before[list].map(asText), after[list].map(asText)]
  const shorter = Math.min(old.length, next.length)
  let head = 0
  while (head < shorter && old[head] === next[head]) head += 1
  let tail = 0
  while (tail < shorter - head && old.at(-1 - tail) === next.at(-1 - tail)) tail += 1

  const both = shorter - head - tail
  const changed = Array.from({ length: both }, (_, at) => compareRow(list, head + at, [before, after])).flat()
  const gone = old
    .slice(head + both, old.length - tail)
    .map((was, at) => ({ where: `${list}[${head + both + at}]`, was, now: '' }))
  const come = next
    .slice(head + both, next.length - tail)
    .map((now, at) => ({ where: `${list}[${head + both + at}]`, was: '', now }))
  return [...changed, ...gone.toReversed(), ...come]
}

function compareRow(list: RepeatName, index: number, [before, after]: readonly [FormContent, FormContent]): CellEdit[] {
  const columns = columnsOf(list).map((column): CellAddress => ({ kind: 'cell', list, index, column, key: null }))
  const open = openColumnOf(list)
  const names = open === null ? [] : [before, after].flatMap((content) => namesIn(content[list][index], open))
  const opened = [...new Set(names)].map((key): CellAddress => ({ kind: 'cell', list, index, column: open ?? '', key }))
  return [...columns, ...opened].flatMap((address) => compareCell(address, before, after))
}

function namesIn(row: Row | undefined, open: 'fields' | 'phases'): string[] {
  const entries = (row as unknown as Readonly<Record<string, object>> | undefined)?.[open]
  return Object.keys(entries ?? {})
}

function asText(row: Row): string {
  return JSON.stringify(row)
}
