import type { Operator, Period, TargetNote } from '../target.ts'
import type { NamedTimes } from '../tokens/named-times.ts'
import type { DirectionWord, OperatorWord } from '../words/comparison-words.ts'
import type { UnitWord } from '../words/measure-words.ts'
import type { PeriodWord } from '../words/time-words.ts'
import { opposed } from './facts.ts'
import type { RecurringSpan } from './recurring-span.ts'

/** Words already passed that wait for their number. */
export type Pending = {
  readonly operator: Operator | null
  readonly operatorSoft: boolean
  readonly operatorSign: boolean
  readonly operatorEnd: number
  readonly conflict: boolean
  readonly period: PeriodWord | null
  readonly perUnit: string | null
  readonly everyOther: RecurringSpan | null
  /** The unit that a label named: 修复时间（小时）≤4. */
  readonly labelUnit: UnitWord | null
  /** A strict word (低于) is followed by something it compares with, so that the number is not its own. */
  readonly strayed: boolean
  /** 早晚各一次 counts twice; 每周一、三、五 three times without any number. */
  readonly times: NamedTimes | null
  /** 力争: behind a promise of the same kind it only says what would be better. */
  readonly aspired: boolean
  readonly within: { readonly period: Period; readonly text: string; readonly end: number } | null
  readonly baseline: boolean
  readonly direction: DirectionWord | null
  readonly directionEnd: number
  readonly notes: readonly TargetNote[]
}

export const NOTHING_PENDING: Pending = {
  operator: null,
  operatorSoft: false,
  operatorSign: false,
  operatorEnd: -1,
  conflict: false,
  period: null,
  perUnit: null,
  everyOther: null,
  labelUnit: null,
  strayed: false,
  times: null,
  aspired: false,
  within: null,
  baseline: false,
  direction: null,
  directionEnd: -1,
  notes: [],
}

/** Behind a comma a number needs its own sign; a period (全年…，…) goes on until another one comes. */
export function afterComma(pending: Pending, enumeration: boolean): Pending {
  const { period, within, baseline } = pending
  return { ...NOTHING_PENDING, period: enumeration ? period : null, within, baseline }
}

/** Words that only name the level reached; 以内 or 以上 behind the number decides. */
const SOFT = /^(?:确保|力争)?(达|提|增|上升|扩大|控制|限制|降|下降|减少|压|缩短)/

/** Signs side by side say one thing together: =至少 is at least, ≥= is ge, ≤≥ is nonsense. */
export function withOperator(pending: Pending, text: string, word: OperatorWord, at: number): Pending {
  const touching = pending.operator !== null && pending.operatorEnd === at
  const before = touching ? pending.operator : null
  const next = {
    ...pending,
    operator: word.operator,
    operatorSoft: !word.sign && SOFT.test(text),
    operatorSign: word.sign,
    operatorEnd: at + 1,
    aspired: pending.aspired || text.startsWith('力争'),
    strayed: false,
  }
  if (before === null || before === word.operator) return next
  if (opposed(before, word.operator)) return pending.operatorSoft ? next : { ...next, conflict: true }
  const notes: readonly TargetNote[] = [...pending.notes, 'sign-redundant']
  if (word.operator === 'eq') return { ...next, operator: inclusive(before), notes }
  if (before === 'eq')
    return { ...next, operator: word.sign && pending.operatorSign ? inclusive(word.operator) : word.operator, notes }
  return { ...next, operator: inclusive(word.operator), notes }
}

function inclusive(operator: Operator): Operator {
  if (operator === 'gt') return 'ge'
  return operator === 'lt' ? 'le' : operator
}
