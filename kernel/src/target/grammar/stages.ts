import { add, compare, type Decimal, decimal } from '../../decimal.ts'
import type { Stage } from '../target.ts'
import { type Fact, isDownward, isUpward } from './facts.ts'

type Dated = { readonly by: string; readonly fact: Fact; readonly operator: Stage['operator']; readonly value: Decimal }

const HUNDRED = decimal('100')
const FEWEST_STAGES = 2

/**
 * 一季度≥20%，二季度≥45%，…: numbers that each carry their day. Rising ones are the stages of one target, whose last is
 * the target of the year; others (25% in every quarter may be meant to add up) stay promises of their own, each with its
 * day. Null when the text is no such list.
 */
export function datedStages(facts: readonly Fact[]): readonly Fact[] | null {
  const dated = datedNumbers(facts)
  const last = dated?.at(-1)
  if (!dated || !last || dated.length < FEWEST_STAGES) return null
  if (!isOneTarget(dated)) return facts.map((fact) => ({ ...fact, loose: false }))
  const stages = dated.map(({ by, operator, value }) => ({ by, operator, value }))
  const unit = 'unit' in last.fact.meaning ? last.fact.meaning.unit : null
  const meaning = { kind: 'number', operator: last.operator, value: last.value, unit, period: null, stages } as const
  const notes = [...dated.flatMap(({ fact }) => fact.notes), 'stages-kept' as const]
  return [{ ...last.fact, meaning, notes }]
}

/** Every number with the day before it; null when something else stands between. */
function datedNumbers(facts: readonly Fact[]): readonly Dated[] | null {
  const dated: Dated[] = []
  let by: string | null = null
  for (const fact of facts) {
    const { meaning } = fact
    if (meaning.kind === 'deadline') {
      if (by !== null || meaning.date === null || meaning.within !== null || meaning.grades.length > 0) return null
      by = meaning.date
      continue
    }
    if (meaning.kind !== 'number' && meaning.kind !== 'frequency') return null
    if (meaning.period !== null && meaning.period !== 'year') return null
    by ??= fact.wholeYear && dated.length > 0 ? '12-31' : null
    if (by === null) return null
    dated.push({ by, fact, operator: meaning.operator, value: meaning.value })
    by = null
  }
  return by === null ? dated : null
}

function isOneTarget(dated: readonly Dated[]): boolean {
  const units = new Set(dated.map(({ fact }) => ('unit' in fact.meaning ? fact.meaning.unit : null)))
  const years = new Set(dated.map(({ by }) => (by.length === 10 ? by.slice(0, 4) : '')))
  const upward = !dated.some(({ operator }) => isDownward(operator))
  const downward = !dated.some(({ operator }) => isUpward(operator))
  const later = dated.every(({ by }, at) => at === 0 || sortable(dated[at - 1]?.by ?? '') < sortable(by))
  if (units.size !== 1 || years.size !== 1 || !later || !(upward || downward)) return false
  const [first, last] = [dated[0]?.value ?? HUNDRED, dated.at(-1)?.value ?? HUNDRED]
  return addsUp(dated, [...units][0] ?? null) ? false : isSteady(dated, compare(last, first))
}

/** 10%、20%、30%、40% make 100 % together. */
function addsUp(dated: readonly Dated[], unit: string | null): boolean {
  const sum = dated.reduce((total, { value }) => add(total, value), decimal('0'))
  return unit === '%' && compare(sum, HUNDRED) === 0
}

function isSteady(dated: readonly Dated[], direction: -1 | 0 | 1): boolean {
  if (direction === 0) return false
  return dated.every(({ value }, at) => {
    const step = at === 0 ? direction : compare(value, dated[at - 1]?.value ?? value)
    return step === direction || step === 0
  })
}

/** A month alone ends after all its days. */
function sortable(by: string): string {
  return by.length === 2 ? `${by}-32` : by
}
