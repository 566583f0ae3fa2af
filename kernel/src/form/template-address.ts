import { isFormProperty, splitAddress } from './content-value.ts'
import type { FormTemplate, RepeatName } from './form-template.ts'
import { ITEM_COLUMNS, type ValueKind } from './repeat-items.ts'

/** What an address of the template shows, null when there is no such thing. */
export function kindAt(template: FormTemplate, address: string, over: RepeatName | null): ValueKind | null {
  if (address === '#') return over === null ? null : 'text'
  if (address.startsWith('.')) return over === null ? null : itemKind(template, over, address.slice(1))
  if (isFormProperty(address)) return 'text'
  const [root, key] = splitAddress(address)
  if (root === 'money') return template.money.some((amount) => amount.key === key) ? 'amount' : null
  if (root === 'totals') return key === 'weight' || key === 'score' ? 'amount' : null
  const field = root === 'fields' ? template.fields.find((it) => it.key === key) : undefined
  return field === undefined || field.keptAs !== undefined ? null : 'text'
}

/** Whether items of this repeat have the property: a fixed one, or an open one that a sheet names itself. */
export function hasColumn(over: RepeatName, property: string): boolean {
  if (property in ITEM_COLUMNS[over]) return true
  if (over === 'safeguards') return property.startsWith('phases.') && property !== 'phases.'
  return over === 'parts' && !property.includes('.')
}

function itemKind(template: FormTemplate, over: RepeatName, property: string): ValueKind | null {
  const fixed: Readonly<Record<string, ValueKind>> = ITEM_COLUMNS[over]
  const kind = fixed[property]
  if (kind !== undefined) return kind
  const named = template.columns[over]?.[property] !== undefined
  if (!named || !hasColumn(over, property)) return null
  return over === 'safeguards' ? 'flag' : 'text'
}
