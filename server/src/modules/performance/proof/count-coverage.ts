import type { Provable, RowBinding } from '@shiji/kernel/evidence/binding-table'
import { boundOf } from '@shiji/kernel/evidence/bound'
import type { RowList } from '@shiji/kernel/evidence/row-list'
import { parseTarget } from '@shiji/kernel/target/parse-target'
import type { Wording } from '@shiji/kernel/wording'
import type { Measures } from '#platform/measure'
import { ROW_BINDINGS } from '../official-sheets.ts'

type CoveredRow = {
  readonly id: string
  readonly name: string
  /** How the row can be proved today: a figure of records, material on file, a statement, or not bound at all. */
  readonly proof: Provable | 'unbound'
  readonly measure: string | null
  /** Of which records. */
  readonly records: string | null
  readonly strength: string | null
  /** Why only somebody's word stands for it; null where records do. */
  readonly why: Wording | null
  /** Its measure is named, and no module makes it yet. */
  readonly planned: boolean
}

const BINDINGS = new Map(ROW_BINDINGS.flatMap(({ binding }) => binding.rows.map((row) => [row, binding] as const)))

const PLANNED: Wording = {
  zh: '口径已定，给出它的模块还没有；在那之前只能说明。',
  en: 'Its measure is settled, the module that makes it is not there yet; until then it can only be stated.',
}
const NO_FIGURE: Wording = {
  zh: '目标与口径的单位不同或不成数，不能比较。',
  en: 'Target and measure cannot be compared.',
}

/** How much of what real forms promise can be proved by what the product does today. Nothing is claimed for the rest. */
export function countCoverage({ rows }: RowList, measures: Measures): CoveredRow[] {
  return rows.map((row) => coverRow(row, BINDINGS.get(row.id), measures))
}

function coverRow(
  { id, name, target }: RowList['rows'][number],
  binding: RowBinding | undefined,
  measures: Measures,
): CoveredRow {
  const nothing = { id, name, measure: null, records: null, strength: null, why: null, planned: false }
  if (binding === undefined) return { ...nothing, proof: 'unbound' }
  if (binding.proof === 'asserted') return { ...nothing, proof: 'asserted', strength: 'D', why: binding.why }
  const { measure: key, records, strength, proof } = binding
  const known = { ...nothing, measure: key, records, strength }
  const measure = measures.get(key)
  if (measure === undefined) return { ...known, proof: 'asserted', strength: 'D', why: PLANNED, planned: true }
  // The module knows best how strongly its own records prove.
  const made = { ...known, strength: measure.strength }
  return canBeHeldAgainst(name, target, measure) ? { ...made, proof } : { ...made, proof: 'asserted', why: NO_FIGURE }
}

/** A row that lost its target still has a figure; a relative one is held against last year's. */
function canBeHeldAgainst(name: string, target: string, measure: Parameters<typeof boundOf>[1]): boolean {
  const parsed = parseTarget(target, { indicator: name })
  if (parsed.kind === 'relative') return true
  const bound = boundOf(parsed, measure)
  return bound.kind === 'bound' || bound.why === 'nothing-promised'
}
