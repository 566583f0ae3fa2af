import { boundOf } from '@shiji/kernel/evidence/bound'
import type { RowList } from '@shiji/kernel/evidence/row-list'
import { parseTarget } from '@shiji/kernel/target/parse-target'
import type { Measures } from '#platform/measure'
import { knownMeasureKey, suggestMeasure } from './suggest-measure.ts'

export type CoveredRow = {
  readonly id: string
  readonly name: string
  /** How the row is proved: a figure of records, material on file, a statement, or not at all. */
  readonly proof: 'computed' | 'documented' | 'asserted' | 'unbound'
  /** The measure that computes it, or the one the library names that no module makes yet; null when none is named. */
  readonly measure: string | null
}

/** How much of what real forms promise the product's own measures can prove today. Nothing is claimed for the others. */
export function countCoverage({ rows }: RowList, measures: Measures): CoveredRow[] {
  return rows.map(({ id, name, target }) => {
    const suggestion = suggestMeasure({ measures }, { level3: name, target })
    const measure = suggestion?.measure
    const compares =
      measure !== undefined && boundOf(parseTarget(target, { indicator: name }), measure).kind === 'bound'
    if (measure === undefined || !compares) return { id, name, proof: 'unbound', measure: knownMeasureKey(name) }
    return { id, name, proof: measure.shape === 'words' ? 'documented' : 'computed', measure: measure.key }
  })
}
