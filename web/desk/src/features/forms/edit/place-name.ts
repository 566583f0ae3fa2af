import { parseCellAddress } from '@shiji/kernel/form/cell-address'
import type { FormSheet } from './form-sheet.ts'

export type PlaceWords = { readonly row: (row: number) => string; readonly form: string }

/** A place of the form as a person would name it: 第 3 行 · 指标值. */
export function placeName(sheet: FormSheet, where: string, words: PlaceWords): string {
  const address = parseCellAddress(where)
  if (address?.kind === 'row') return words.row(address.index + 1)
  if (address?.kind === 'cell') return `${words.row(address.index + 1)} · ${placeLabel(sheet, where)}`
  return isPlace(sheet, where) ? placeLabel(sheet, where) : words.form
}

/** What the sheet prints over or beside a place. */
export function placeLabel({ fields, amounts, lists }: FormSheet, where: string): string {
  const known = [...fields, ...amounts].find((place) => place.where === where)
  if (known !== undefined) return known.label
  const address = parseCellAddress(where)
  if (address?.kind !== 'cell') return where
  const key = address.key === null ? address.column : `${address.column}.${address.key}`
  const column = lists.find((it) => it.list === address.list)?.columns.find((it) => it.key === key)
  return column?.label ?? key
}

function isPlace({ fields, amounts }: FormSheet, where: string): boolean {
  return [...fields, ...amounts].some((place) => place.where === where)
}
