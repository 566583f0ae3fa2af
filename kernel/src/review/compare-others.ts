import type { FormContent } from '../form/form-content.ts'
import { indexNames } from '../library/find-alike.ts'
import type { LibraryEntry } from '../library/library-pack.ts'
import type { NameReader } from '../library/read-name.ts'

/** What is promised elsewhere under the name of a row, or under another name of the same. */
export type Elsewhere = {
  /** The entry of the library with the targets real declarations give it, the usual one first; null when it knows none. */
  readonly library: { readonly entryId: string; readonly name: string; readonly targets: readonly string[] } | null
  /** The same promise of other projects, in their order. */
  readonly sisters: readonly { readonly project: string; readonly target: string }[]
}

type Others = {
  readonly library: readonly LibraryEntry[]
  /** Other declarations of the unit and year. */
  readonly sisters: readonly FormContent[]
  readonly reader: NameReader
}

/** More would not be read beside a row. */
const MOST_SISTERS = 3

/** Every row of a declaration beside the library and sister projects, in the order of the rows. */
export function compareOthers(form: FormContent, { library, sisters, reader }: Others): Elsewhere[] {
  const entries = library.flatMap((entry) => [entry.level3, ...entry.synonyms].map((name) => ({ name, entry })))
  const rows = sisters.flatMap(({ project, indicators }) => indicators.map((row) => ({ ...row, project })))
  const inLibrary = indexNames(
    entries.map(({ name }) => name),
    reader,
  )
  const inSisters = indexNames(
    rows.map(({ level3 }) => level3),
    reader,
  )
  return form.indicators.map(({ level3 }) => {
    const name = reader.read(level3)
    const same = (index: typeof inLibrary) =>
      level3.trim() === '' ? [] : index.findAlike(name).filter(({ likeness }) => likeness.kind === 'same')
    const entry = entries[same(inLibrary)[0]?.at ?? -1]?.entry
    const promised = same(inSisters).flatMap(({ at }) => rows[at] ?? [])
    return {
      library: entry === undefined ? null : { entryId: entry.id, name: entry.level3, targets: entry.targets },
      sisters: promised.slice(0, MOST_SISTERS).map(({ project, target }) => ({ project, target })),
    }
  })
}
