import { compare } from '../../decimal.ts'
import type { Target, TargetMeaning, TargetNote } from '../target.ts'
import { type Fact, type Findings, isUpward, opposed } from './facts.ts'
import { datedStages } from './stages.ts'

/** From what was found in a text with numbers to one reading; null when no promise was found. */
export function decide({ facts, problem, words, qualifiers, unfilled }: Findings): Target | null {
  if (problem) return { kind: 'unreadable', problem, notes: [] }
  const settled = settle(facts)
  if (settled === 'unclear') return { kind: 'unreadable', problem: 'numbers-unclear', notes: [] }
  const [first] = settled
  if (!first) return null
  const spare: readonly TargetNote[] = facts.length > settled.length && !isWhole(settled) ? ['other-numbers'] : []
  const around: readonly TargetNote[] = [
    ...spare,
    ...(/[^，]/.test(words) &&
    !settled.every(
      ({ meaning }) => meaning.kind === 'relative' || (meaning.kind === 'deadline' && meaning.within !== null),
    )
      ? (['read-from-sentence'] as const)
      : []),
    ...(qualifiers.length > 0 ? (['qualifier-kept'] as const) : []),
    ...(unfilled ? (['partly-unfilled'] as const) : []),
  ]
  const kept = qualifiers.length > 0 ? { qualifier: qualifiers.join('；') } : {}
  const notes = distinct([...settled.flatMap((fact) => fact.notes), ...around])
  if (settled.length === 1) return { ...first.meaning, notes, ...kept }
  return {
    kind: 'several',
    parts: settled.map((fact) => fact.meaning),
    notes: distinct([...notes, 'several-values']),
    ...kept,
  }
}

/** Made of all the numbers of the text. */
function isWhole(facts: readonly Fact[]): boolean {
  const [first] = facts
  if (facts.length !== 1 || !first) return false
  return first.meaning.kind === 'range' || (first.meaning.kind === 'number' && first.meaning.stages !== undefined)
}

function distinct(notes: readonly TargetNote[]): readonly TargetNote[] {
  return [...new Set(notes)]
}

function settle(facts: readonly Fact[]): readonly Fact[] | 'unclear' {
  const dated = datedStages(facts)
  if (dated) return dated
  const solid = facts.some((fact) => !fact.loose) ? facts.filter((fact) => !fact.loose) : facts.slice(-1)
  const merged = mergeBounds(solid)
  const segments = new Map<number, Fact[]>()
  for (const fact of merged) segments.set(fact.segment, [...(segments.get(fact.segment) ?? []), fact])
  const settled: Fact[] = []
  for (const group of segments.values()) {
    const kept = settleSegment(group)
    if (kept === 'unclear') return 'unclear'
    settled.push(...kept)
  }
  return settled
}

/** Inside one segment a day stands beside the number it holds for; promises side by side are all kept; else the only one with a sign; else nobody knows. */
function settleSegment(segment: readonly Fact[]): readonly Fact[] | 'unclear' {
  const group = segment.filter((fact) => fact.meaning.kind !== 'deadline')
  const days = segment.filter((fact) => fact.meaning.kind === 'deadline')
  const kept = settleAmounts(group)
  return kept === 'unclear' ? kept : [...days, ...kept]
}

function settleAmounts(found: readonly Fact[]): readonly Fact[] | 'unclear' {
  const group = withoutRepeats(found)
  if (group.length <= 1) return group
  if (group.some((fact, at) => at > 0 && mayBeOneNumber(group[at - 1] ?? fact, fact))) return 'unclear'
  const touching = group.every((fact, at) => at === 0 || touches(group[at - 1], fact))
  if (touching || group.every((fact) => fact.explicit)) return group
  const explicit = group.filter((fact) => fact.explicit)
  return explicit.length === 1 ? explicit : 'unclear'
}

/** 100%/100% says one thing twice. */
function withoutRepeats(facts: readonly Fact[]): readonly Fact[] {
  const seen = new Map(facts.map((fact) => [JSON.stringify(fact.meaning), fact]))
  return facts.filter((fact) => seen.get(JSON.stringify(fact.meaning)) === fact)
}

/** Two bare numbers side by side (500 000) may be one number; a unit or a sign of the second parts them. */
function touches(before: Fact | undefined, fact: Fact): boolean {
  return before?.end === fact.start && !mayBeOneNumber(before, fact)
}

function mayBeOneNumber(before: Fact, fact: Fact): boolean {
  return before.end === fact.start && !fact.explicit && 'unit' in before.meaning && before.meaning.unit === null
}

/** ≥90%，≤95% are the two ends of one range. */
function mergeBounds(facts: readonly Fact[]): readonly Fact[] {
  const [first, second, ...rest] = facts
  if (!first || !second || rest.length > 0) return facts
  const range = rangeOf(first.meaning, second.meaning)
  if (!range || first.clause !== second.clause || second.start - first.end > MOST_WORDS_BETWEEN_BOUNDS) return facts
  return [{ ...first, meaning: range, notes: [...first.notes, ...second.notes], end: second.end }]
}

/** A sign, a comma and 且 may stand between the two ends. */
const MOST_WORDS_BETWEEN_BOUNDS = 3

function rangeOf(left: TargetMeaning, right: TargetMeaning): Extract<Fact['meaning'], { kind: 'range' }> | null {
  if (left.kind !== 'number' || right.kind !== 'number' || !opposed(left.operator, right.operator)) return null
  if (left.unit !== null && left.unit !== right.unit) return null
  const [low, high] = isUpward(left.operator) ? [left, right] : [right, left]
  if (compare(low.value, high.value) > 0) return null
  return {
    kind: 'range',
    value: low.value,
    upper: high.value,
    unit: right.unit === '月' ? '个月' : right.unit,
    period: left.period ?? right.period,
  }
}
