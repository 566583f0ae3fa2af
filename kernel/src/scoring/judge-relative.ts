import {
  compare,
  type Decimal,
  divide,
  isNegative,
  isZero,
  multiply,
  negate,
  normalize,
  subtract,
  ZERO,
} from '../decimal.ts'
import type { RulePack } from '../rule-pack.ts'
import type { Target } from '../target/target.ts'
import { RATES_OF_CHANGE } from '../target/words/comparison-words.ts'
import { judgeWords } from './judge-words.ts'
import { fullPoints, HUNDRED } from './points.ts'
import { type Judged, type Row, scored } from './row.ts'
import { scoreBound, withUnit } from './score-bound.ts'
import { step, type TraceStep } from './trace.ts'

type RelativeTarget = Extract<Target, { kind: 'relative' }>

/** This year's value less last year's, or that in percent of last year's; `steps` say how it was found. */
type Change = { readonly value: Decimal; readonly steps: readonly TraceStep[] }

const CHANGE_PLACES = { scale: 10, rounding: 'half-up' } as const

/** Against last year: by the change when it is known, otherwise a person's judgement by band. */
export function judgeRelative(row: Row, target: RelativeTarget, pack: RulePack): Judged {
  const change = row.band === null ? changeOf(row, target) : null
  if (change === null) return byWords(row, target, pack)
  if (target.value === null) return judgeDirection(row, { target, change }, pack)
  const { operator, value, unit, direction } = target
  const size = direction === 'fall' ? negate(change.value) : change.value
  const points = scoreBound({ operator, target: value, actual: size, weight: row.weight, unit }, pack.scoring)
  return scored({ ...points, rule: 'R-REL', steps: [...change.steps, ...points.steps] })
}

/** No size is promised: the operator compares with last year's number itself, and a miss is judged by a person. */
function judgeDirection(
  row: Row,
  { target, change }: { target: RelativeTarget; change: Change },
  pack: RulePack,
): Judged {
  const order = compare(change.value, ZERO)
  const kept = { ge: order >= 0, gt: order > 0, le: order <= 0, lt: order < 0, eq: order === 0 }[target.operator]
  if (!kept) return byWords(row, target, pack)
  const score = fullPoints(row.weight)
  const met = step('met', { actual: row.actualText, target: row.targetText, score })
  return scored({ score, rule: 'R-REL', steps: [...change.steps, met] })
}

function byWords(row: Row, { direction }: RelativeTarget, pack: RulePack): Judged {
  const grades = { rise: ['提升'], fall: ['减少'], keep: ['持平'] }[direction]
  return judgeWords(row, { rule: 'R-REL', grades }, pack)
}

/** 同比增幅≥5% with 4.5%: what the name of a rate asks for is the change itself. */
function isRate({ actual, targetText }: Row, target: RelativeTarget): boolean {
  const named = [...RATES_OF_CHANGE].some(([word, way]) => way === target.direction && targetText.includes(word))
  return named && actual.kind === 'number' && target.value !== null && actual.unit === target.unit
}

function changeOf(row: Row, target: RelativeTarget): Change | null {
  const { actual, baseline } = row
  if (actual.kind === 'change') {
    if (target.value !== null && actual.unit !== target.unit) return null
    return { value: actual.direction === 'fall' ? negate(actual.value) : actual.value, steps: [] }
  }
  if (actual.kind === 'number' && baseline === null && isRate(row, target))
    return { value: target.direction === 'fall' ? negate(actual.value) : actual.value, steps: [] }
  if (actual.kind !== 'number' || baseline === null) return null
  const difference = subtract(actual.value, baseline)
  const growth = target.value !== null && target.unit === '%'
  if (growth && (isZero(baseline) || isNegative(baseline))) return null
  const value = growth ? normalize(divide(multiply(difference, HUNDRED), baseline, CHANGE_PLACES)) : difference
  const change = withUnit(value, growth ? '%' : actual.unit)
  const said = { actual: row.actualText, baseline: withUnit(baseline, actual.unit), change }
  return { value, steps: [step('change', said)] }
}
