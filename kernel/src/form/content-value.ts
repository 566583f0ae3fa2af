import type { Decimal } from '../decimal.ts'
import type { FormContent } from './form-content.ts'
import type { PlacedItem } from './repeat-items.ts'
import { ITEM_COLUMNS } from './repeat-items.ts'

/** What stands at an address of a form. */
export type ContentValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'amount'; readonly amount: Decimal | null }
  | { readonly kind: 'flag'; readonly flag: boolean | null }

/** Where a cell stands: on the form itself, or in the row or table of an item. */
export type Scope = { readonly content: FormContent; readonly item: PlacedItem | null }

/** What a form says of itself outside its fields. */
const FORM_PROPERTIES = ['project', 'unit', 'year', 'moneyUnit'] as const

export function isFormProperty(address: string): address is (typeof FORM_PROPERTIES)[number] {
  return FORM_PROPERTIES.some((property) => property === address)
}

/** Blank where the content has nothing; which addresses exist is checked once, when the template is loaded. */
export function valueAt(scope: Scope, address: string): ContentValue {
  if (address.startsWith('.')) return itemValue(scope.item, address.slice(1))
  if (address === '#') return text(scope.item === null ? '' : String(scope.item.number))
  const { content } = scope
  const [root, key] = splitAddress(address)
  if (root === 'fields') return text(content.fields[key] ?? '')
  if (root === 'money') return { kind: 'amount', amount: content.money[key] ?? null }
  if (root === 'totals') return { kind: 'amount', amount: totalAt(content, key) }
  return text(isFormProperty(root) ? String(content[root] ?? '') : '')
}

/** The address in the words of FormContent: `.level3` of the fourth indicator is `indicators[3].level3`. */
export function bindingOf(scope: Scope, address: string): string | null {
  if (address === '#') return null
  if (!address.startsWith('.')) return address
  if (scope.item === null || scope.item.index === null) return null
  const { over, index } = scope.item
  const property = address.slice(1)
  const own = property in ITEM_COLUMNS[over] || property.includes('.')
  return `${over}[${index}].${own ? property : `fields.${property}`}`
}

/** `money.fiscal.upper` is the key `fiscal.upper` of `money`. */
export function splitAddress(address: string): readonly [string, string] {
  const point = address.indexOf('.')
  return point < 0 ? [address, ''] : [address.slice(0, point), address.slice(point + 1)]
}

function itemValue(item: PlacedItem | null, property: string): ContentValue {
  if (item === null) return text('')
  const [root, key] = splitAddress(property)
  if (root === 'phases') return { kind: 'flag', flag: flagOf(entry(item.values.phases, key)) }
  const columns: Readonly<Record<string, string>> = ITEM_COLUMNS[item.over]
  const column = columns[property]
  const value = column === undefined ? entry(item.values.fields, property) : item.values[property]
  if (column === 'amount') return { kind: 'amount', amount: (value as Decimal | null | undefined) ?? null }
  return text(value === null || value === undefined ? '' : String(value))
}

function totalAt({ totals }: FormContent, key: string): Decimal | null {
  if (key === 'weight') return totals?.weight ?? null
  return key === 'score' ? (totals?.score ?? null) : null
}

function entry(record: unknown, key: string): unknown {
  return typeof record === 'object' && record !== null && Object.hasOwn(record, key)
    ? (record as Record<string, unknown>)[key]
    : undefined
}

function flagOf(value: unknown): boolean | null {
  return typeof value === 'boolean' ? value : null
}

function text(value: string): ContentValue {
  return { kind: 'text', text: value }
}
