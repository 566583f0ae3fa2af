import { type Decimal, divide, isNegative, isZero, multiply, negate, normalize, subtract } from '../decimal.ts'
import type { RulePack } from '../rule-pack.ts'
import type { Target } from '../target/target.ts'
import { judgeWords } from './judge-words.ts'
import { fullPoints, HUNDRED } from './points.ts'
import { type Judged, type Row, scored } from './row.ts'
import { scoreBound, withUnit } from './score-bound.ts'
import { step, type TraceStep } from './trace.ts'

type RelativeTarget = Extract<Target, { kind: 'relative' }>

/** How far the value went in the promised direction; `steps` say how it was found. */
type Change = { readonly value: Decimal; readonly steps: readonly TraceStep[] }

const CHANGE_PLACES = { scale: 10, rounding: 'half-up' } as const

/** Against last year: by the change when it is known, otherwise a person's judgement by band. */
export function judgeRelative(row: Row, target: RelativeTarget, pack: RulePack): Judged {
  const change = row.band === null ? changeOf(row, target) : null
  if (change === null) return byWords(row, target, pack)
  if (target.value !== null) {
    const { operator, value, unit } = target
    const points = scoreBound({ operator, target: value, actual: change.value, weight: row.weight, unit }, pack.scoring)
    return scored({ ...points, rule: 'R-REL', steps: [...change.steps, ...points.steps] })
  }
  const kept = target.direction === 'keep' ? isZero(change.value) : !isNegative(change.value) && !isZero(change.value)
  if (!kept) return byWords(row, target, pack)
  const score = fullPoints(row.weight)
  const met = step('met', { actual: row.actualText, target: row.targetText, score })
  return scored({ score, rule: 'R-REL', steps: [...change.steps, met] })
}

function byWords(row: Row, { direction }: RelativeTarget, pack: RulePack): Judged {
  const grades = { rise: ['提升'], fall: ['减少'], keep: ['持平'] }[direction]
  return judgeWords(row, { rule: 'R-REL', grades }, pack)
}

function changeOf(row: Row, target: RelativeTarget): Change | null {
  const { actual, baseline } = row
  if (actual.kind === 'change') {
    if (target.value !== null && actual.unit !== target.unit) return null
    return { value: inDirection(actual.direction === 'fall' ? negate(actual.value) : actual.value, target), steps: [] }
  }
  if (actual.kind !== 'number' || baseline === null) return null
  const difference = subtract(actual.value, baseline)
  const growth = target.value !== null && target.unit === '%'
  if (growth && (isZero(baseline) || isNegative(baseline))) return null
  const value = growth ? normalize(divide(multiply(difference, HUNDRED), baseline, CHANGE_PLACES)) : difference
  const change = withUnit(value, growth ? '%' : actual.unit)
  const said = { actual: row.actualText, baseline: withUnit(baseline, actual.unit), change }
  return { value: inDirection(value, target), steps: [step('change', said)] }
}

function inDirection(change: Decimal, { direction }: RelativeTarget): Decimal {
  return direction === 'fall' ? negate(change) : change
}
