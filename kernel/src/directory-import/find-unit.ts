import { fold, groupBy } from '../list-import/read-cells.ts'

/** A unit the system has. `isVisible`: the importing person manages it. */
export type KnownUnit = {
  readonly id: string
  readonly code: string | null
  readonly name: string
  readonly kind: string
  readonly parentId: string | null
  readonly isOpen: boolean
  readonly isVisible: boolean
}

export type UnitRow = {
  readonly line: number
  readonly code: string | null
  readonly name: string | null
  readonly kind: string | null
  /** Code or name of the unit above; null for the top. */
  readonly parent: string | null
}

type FoundUnit =
  | { readonly kind: 'row'; readonly row: UnitRow }
  | { readonly kind: 'known'; readonly unit: KnownUnit }
  | { readonly kind: 'not'; readonly code: 'unit-unknown' | 'unit-ambiguous' | 'unit-not-open' | 'unit-elsewhere' }

export type UnitFinder = (text: string) => FoundUnit

/** Whom a cell means: a unit by its code, else by its name; the file's own rows go before what the system has. */
export function makeUnitFinder(rows: readonly UnitRow[], known: readonly KnownUnit[]): UnitFinder {
  const rowsByCode = groupBy(rows, ({ code }) => code)
  const rowsByName = groupBy(rows, ({ name }) => (name === null ? null : fold(name)))
  const knownByCode = groupBy(known, ({ code }) => code)
  const knownByName = groupBy(known, ({ name, isVisible, isOpen }) => (isVisible && isOpen ? fold(name) : null))

  return (text) => {
    const code = text.normalize('NFKC')
    const row = rowsByCode.get(code)?.[0]
    if (row !== undefined) return { kind: 'row', row }
    const unit = knownByCode.get(code)?.[0]
    if (unit !== undefined) return usable(unit)

    const named = rowsByName.get(fold(text)) ?? []
    const others = (knownByName.get(fold(text)) ?? []).filter((one) => !named.some((row) => mayBe(row, one)))
    const [first] = named
    const [other] = others
    if (named.length + others.length > 1) return { kind: 'not', code: 'unit-ambiguous' }
    if (first !== undefined) return { kind: 'row', row: first }
    return other === undefined ? { kind: 'not', code: 'unit-unknown' } : { kind: 'known', unit: other }
  }
}

/** A row and a known unit of one name are two units only when their codes say so. */
function mayBe(row: UnitRow, unit: KnownUnit): boolean {
  return row.code === unit.code || row.code === null || unit.code === null
}

function usable(unit: KnownUnit): FoundUnit {
  if (!unit.isVisible) return { kind: 'not', code: 'unit-elsewhere' }
  return unit.isOpen ? { kind: 'known', unit } : { kind: 'not', code: 'unit-not-open' }
}
