import type { IndicatorRow } from '@shiji/kernel/form/form-content'
import { indexNames } from '@shiji/kernel/library/find-alike'
import type { Context } from '#platform/context'
import type { Measure } from '#platform/measure'
import { LIBRARY_PACKS, NAME_READER } from '../official-sheets.ts'

export type Suggestion = { readonly measure: Measure; readonly params: unknown }

const NAMED = LIBRARY_PACKS.flatMap(({ entries }) =>
  entries.flatMap(({ level3, synonyms, measure }) =>
    measure === null ? [] : [level3, ...synonyms].map((name) => ({ name, measure })),
  ),
)
const INDEX = indexNames(
  NAMED.map(({ name }) => name),
  NAME_READER,
)

/** The measure the indicator library knows for a promise of this name, if some module makes it and its params are plain. */
export function suggestMeasure(
  { measures }: Pick<Context, 'measures'>,
  { level3: name, target }: Pick<IndicatorRow, 'level3' | 'target'>,
): Suggestion | null {
  for (const { at } of INDEX.findAlike(NAME_READER.read(name))) {
    const measure = measures.get(NAMED[at]?.measure ?? '')
    if (measure === undefined) continue
    const params = measure.paramsFrom({ name, target: target ?? '' })
    if (params !== null) return { measure, params }
  }
  return null
}

/** The key the library knows for a name, whether or not a module makes it yet; null when only material shows it. */
export function knownMeasureKey(name: string): string | null {
  const [found] = INDEX.findAlike(NAME_READER.read(name), 1)
  return found === undefined ? null : (NAMED[found.at]?.measure ?? null)
}
