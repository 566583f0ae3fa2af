import type { FormContent, IndicatorRow } from '../form/form-content.ts'
import type { Wording } from '../wording.ts'
import type { Alike } from './compare-names.ts'
import { findAlikePairs, indexNames, type NameIndex } from './find-alike.ts'
import type { NameReader } from './read-name.ts'

/** A name of the library: what an entry is called, or a synonym of it. */
type LibraryName = { readonly entryId: string; readonly title: string; readonly name: string }

type IndexedLibrary = { readonly names: readonly LibraryName[]; readonly index: NameIndex }

export function indexLibrary(names: readonly LibraryName[], reader: NameReader): IndexedLibrary {
  const index = indexNames(
    names.map(({ name }) => name),
    reader,
  )
  return { names, index }
}

/** A row that promises what is promised elsewhere, perhaps under another name. Rows count from 0. */
export type Duplicate = { readonly row: number; readonly name: string; readonly likeness: Alike } & (
  | { readonly kind: 'within'; readonly other: { readonly row: number; readonly name: string } }
  | { readonly kind: 'sister'; readonly other: { readonly project: string; readonly name: string } }
  | { readonly kind: 'library'; readonly other: { readonly entryId: string; readonly name: string } }
)

type DuplicateSetting = {
  /** Other forms of the unit and year. */
  readonly sisters: readonly FormContent[]
  readonly library: IndexedLibrary
  readonly reader: NameReader
}

/**
 * Twice on the form, written otherwise on a sister's form, written otherwise in the library. The same name on a sister's
 * form or in the library is as it should be and not told.
 */
export function findDuplicates(form: FormContent, { sisters, library, reader }: DuplicateSetting): Duplicate[] {
  const rows = form.indicators.map(({ level3 }) => level3.trim())
  return [
    ...within(form.indicators, reader),
    ...rows.flatMap((name, row) => inLibrary({ name, row }, library, reader)),
    ...besideSisters(rows, sisters, reader),
  ].toSorted((left, right) => left.row - right.row)
}

function within(indicators: readonly IndicatorRow[], reader: NameReader): Duplicate[] {
  const names = indicators.map(({ level3 }) => level3.trim())
  return findAlikePairs(names, reader).flatMap(({ left, right, likeness }): Duplicate[] => {
    // Sub-projects may promise the same each for itself.
    if (indicators[left]?.part !== indicators[right]?.part) return []
    const [name = '', other = ''] = [names[right], names[left]]
    return [{ kind: 'within', row: right, name, likeness, other: { row: left, name: other } }]
  })
}

type NamedRow = { readonly name: string; readonly row: number }

function inLibrary({ name, row }: NamedRow, { names, index }: IndexedLibrary, reader: NameReader): Duplicate[] {
  if (name === '') return []
  const [best] = index.findAlike(reader.read(name), 1)
  const entry = best === undefined ? undefined : names[best.at]
  if (best === undefined || entry === undefined || isSameText(best.likeness)) return []
  const other = { entryId: entry.entryId, name: entry.title }
  return [{ kind: 'library', row, name, likeness: best.likeness, other }]
}

function besideSisters(rows: readonly string[], sisters: readonly FormContent[], reader: NameReader): Duplicate[] {
  const theirs = sisters.flatMap(({ project, indicators }) =>
    indicators.map(({ level3 }) => ({ project, name: level3.trim() })).filter(({ name }) => name !== ''),
  )
  const index = indexNames(
    theirs.map(({ name }) => name),
    reader,
  )
  return rows.flatMap((name, row): Duplicate[] => {
    const [best] = name === '' ? [] : index.findAlike(reader.read(name), 1)
    const other = best === undefined ? undefined : theirs[best.at]
    if (best === undefined || other === undefined || isSameText(best.likeness)) return []
    return [{ kind: 'sister', row, name, likeness: best.likeness, other }]
  })
}

function isSameText(likeness: Alike): boolean {
  return likeness.kind === 'same' && likeness.why === 'same-text'
}

export const DUPLICATE_WORDING = {
  within: { zh: '与第 {row} 行“{other}”重复', en: 'Promised already in row {row}, "{other}"' },
  sister: { zh: '同单位的“{project}”写作“{other}”', en: 'Written "{other}" in "{project}" of the same unit' },
  library: { zh: '指标库写作“{other}”', en: 'Written "{other}" in the library' },
} as const satisfies Readonly<Record<Duplicate['kind'], Wording>>
