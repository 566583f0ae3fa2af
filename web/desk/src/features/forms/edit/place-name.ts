import { parseCellAddress } from '@shiji/kernel/form/cell-address'
import type { FormSheet } from './form-sheet.ts'

export type PlaceWords = { readonly row: (row: number) => string; readonly form: string }

/** A place of the form as a person would name it: 第 3 行 · 指标值. */
export function placeName({ fields, amounts, lists }: FormSheet, where: string, words: PlaceWords): string {
  const known = [...fields, ...amounts].find((place) => place.where === where)
  if (known !== undefined) return known.label
  const address = parseCellAddress(where)
  if (address?.kind !== 'row' && address?.kind !== 'cell') return words.form
  const row = words.row(address.index + 1)
  if (address.kind === 'row') return row
  const key = address.key === null ? address.column : `${address.column}.${address.key}`
  const column = lists.find((it) => it.list === address.list)?.columns.find((it) => it.key === key)
  return `${row} · ${column?.label ?? key}`
}
