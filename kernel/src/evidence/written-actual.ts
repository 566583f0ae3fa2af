import { compare, type Decimal } from '../decimal.ts'
import type { Target } from '../target/target.ts'
import { boundOf, type Measured } from './bound.ts'
import { holds } from './judge-reading.ts'

const IN_WORDS: readonly Target['kind'][] = ['frequency', 'coverage', 'grade', 'deadline']

/**
 * A figure as 实际完成值 is written beside its target: figure and unit. What was promised in words (合格, 每月一次, 年内完成)
 * and is there as a whole is written in the same words, because 100 % is no answer to them.
 */
export function writtenActual(
  target: Target,
  targetText: string,
  { value, ...measure }: Measured & { readonly value: Decimal },
): string {
  const figure = `${value}${measure.unit}`
  if (!IN_WORDS.includes(target.kind) || measure.unit !== '%') return figure
  const read = boundOf(target, measure)
  if (read.kind === 'none') return figure
  return holds(compare(value, read.bound.value), read.bound.operator) ? targetText.trim() : figure
}
