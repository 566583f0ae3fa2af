import type { IndicatorRow } from '@shiji/kernel/form/form-content'
import { indexNames } from '@shiji/kernel/library/find-alike'
import type { Context } from '#platform/context'
import type { Measure } from '#platform/measure'
import { LIBRARY_PACKS, NAME_READER, ROW_BINDINGS } from '../official-sheets.ts'

type Suggestion = { readonly measure: Measure; readonly params: unknown }

type Named = {
  readonly name: string
  readonly measure: string
  /** Null where the words of the indicator say them. */
  readonly params: Readonly<Record<string, string>> | null
}

/** The rows of real forms first, whose params were settled, then whatever else the library calls by a name. */
const NAMED: readonly Named[] = [
  ...ROW_BINDINGS.flatMap(({ binding, names }) =>
    binding.proof === 'asserted'
      ? []
      : names.map((name) => ({ name, measure: binding.measure, params: binding.params })),
  ),
  ...LIBRARY_PACKS.flatMap(({ entries }) =>
    entries.flatMap(({ level3, synonyms, measure }) =>
      measure === null ? [] : [level3, ...synonyms].map((name) => ({ name, measure, params: paramsOf(name) })),
    ),
  ),
]
const INDEX = indexNames(
  NAMED.map(({ name }) => name),
  NAME_READER,
)

/** What was settled for a row whose name the library counts as the same promise. */
function paramsOf(name: string): Named['params'] {
  const entry = LIBRARY_PACKS.flatMap(({ entries }) => entries).find(({ level3, synonyms }) =>
    [level3, ...synonyms].includes(name),
  )
  const same = [entry?.level3 ?? name, ...(entry?.synonyms ?? [])]
  const found = ROW_BINDINGS.find(({ names }) => names.some((one) => same.includes(one)))?.binding
  return found === undefined || found.proof === 'asserted' ? null : found.params
}

/** The measure known for a promise of this name, if some module makes it and its params are plain. */
export function suggestMeasure(
  { measures }: Pick<Context, 'measures'>,
  { level3: name, target }: Pick<IndicatorRow, 'level3' | 'target'>,
): Suggestion | null {
  for (const { at } of INDEX.findAlike(NAME_READER.read(name))) {
    const measure = measures.get(NAMED[at]?.measure ?? '')
    if (measure === undefined) continue
    const params = NAMED[at]?.params ?? measure.paramsFrom({ name, target: target ?? '' })
    if (params !== null) return { measure, params }
  }
  return null
}
