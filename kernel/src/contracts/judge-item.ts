import { judgeFulfilment } from '../scoring/fulfilment.ts'
import { meets } from '../target/compare-target.ts'
import { parseActual } from '../target/parse-actual.ts'
import { parseTarget } from '../target/parse-target.ts'

/** A line of an acceptance sheet: what was required, what was measured, and what those who signed say where words decide. */
type AcceptanceItem = {
  readonly required: string
  readonly measured: string
  readonly verdict: boolean | null
}

type JudgedItem =
  | { readonly kind: 'judged'; readonly passed: boolean; readonly by: 'figures' | 'people' }
  | { readonly kind: 'undecided' }
  /** Those who signed say the opposite of the figures. */
  | { readonly kind: 'contradicted' }

/** Figures decide where there are figures; people where there are only words. Nothing is taken as passed by default. */
export function judgeItem({ required, measured, verdict }: AcceptanceItem): JudgedItem {
  const decided = decide(required, measured)
  if (decided === null)
    return verdict === null ? { kind: 'undecided' } : { kind: 'judged', passed: verdict, by: 'people' }
  if (verdict !== null && verdict !== decided) return { kind: 'contradicted' }
  return { kind: 'judged', passed: decided, by: 'figures' }
}

function decide(required: string, measured: string): boolean | null {
  const target = parseTarget(required)
  if (target.kind === 'grade') {
    const said = judgeFulfilment(required, target.grades, measured)
    return said === 'open' ? null : said === 'fulfilled'
  }
  const actual = parseActual(measured, target)
  if (actual.kind !== 'figure') return null
  const kept = meets(target, actual.value)
  return kept === 'undecidable' ? null : kept
}
