import { isZero, ZERO } from '../decimal.ts'
import { parseTarget } from '../target/parse-target.ts'
import type { Operator, Target, TargetNote } from '../target/target.ts'
import type { Actual } from './actual.ts'
import { isPlainStatement } from './fulfilment.ts'
import { note, type RowNote } from './row.ts'

export type ReadActual = { readonly actual: Actual; readonly notes: readonly RowNote[] }

const NEVER =
  /^(?:全年|本年|年度内?)?(?:均|都)?(?:无|未发生|没有发生|未出现|没有出现|零发生)(?:[\p{Script=Han}]{0,8}(?:事故|事件|故障|投诉|情况))?$/u
/** Words around a figure that make it a wish, a miss or a plan instead of an actual. */
const NOT_REACHED = /未|没|尚|不(?!断)|接近|将近|近(?=\d)|预计|力争|争取|正在|(?:计划|拟|将)(?=\d|完成(?!率)|达|于)/
const BOUND_WORDS = /不(?:低于|少于|小于|超过|高于|大于|多于|足|到)/g
const PRINTED_SIGN = /[<>≤≥]|以[上下内]|[不超低高大小少多]于|超过/
const TO_CHECK: readonly TargetNote[] = ['approximate', 'other-numbers', 'several-values', 'read-from-sentence']

/**
 * Reads what was achieved in the light of what was promised. A form prints actuals the way it prints targets
 * (>=98%, =100%); such a bound is taken at its edge, unless it runs against the target and so says nothing.
 */
export function readActual(text: string, target: Target): ReadActual {
  const written = parseTarget(text)
  const notes = TO_CHECK.some((doubt) => written.notes.includes(doubt))
    ? [note('actual-to-check', 'actual', { actual: text })]
    : []
  switch (written.kind) {
    case 'number':
    case 'frequency': {
      const { value, unit, period, operator } = written
      if (runsAgainst(operator, target) || !saysReached(text)) return { actual: { kind: 'words' }, notes }
      return { actual: { kind: 'number', value, unit, period }, notes: [...notes, ...printedBound(operator, text)] }
    }
    case 'coverage':
      return { actual: written, notes }
    case 'deadline':
      return {
        actual:
          isPlainStatement(text) && written.date !== null ? { kind: 'date', date: written.date } : { kind: 'words' },
        notes,
      }
    case 'relative':
      if (written.value === null) return { actual: { kind: 'words' }, notes }
      return {
        actual: { kind: 'change', direction: written.direction, value: written.value, unit: written.unit },
        notes,
      }
    case 'none':
      return written.reason === 'blank' ? { actual: { kind: 'blank' }, notes } : neverHappened(text, target)
    case 'grade':
      return neverHappened(text, target)
    case 'range':
    case 'several':
    case 'unreadable':
      return { actual: { kind: 'words' }, notes }
  }
}

/** 未发生 where accidents were to stay few is the number 0; a person confirms it. */
function neverHappened(text: string, target: Target): ReadActual {
  const few =
    (target.kind === 'number' || target.kind === 'frequency') && (downward(target.operator) || isZero(target.value))
  if (!few || !NEVER.test(text.replace(/[\s。]/g, ''))) return { actual: { kind: 'words' }, notes: [] }
  const actual = { kind: 'number', value: ZERO, unit: target.unit, period: target.period } as const
  return { actual, notes: [note('actual-read-as-zero', 'actual', { actual: text })] }
}

function saysReached(text: string): boolean {
  const plain = text
    .normalize('NFKC')
    .replace(/\([^()]*\)/g, '')
    .replace(BOUND_WORDS, '')
  return !NOT_REACHED.test(plain)
}

function runsAgainst(operator: Operator, target: Target): boolean {
  if (operator === 'eq' || !('operator' in target) || target.operator === undefined) return false
  return target.operator === 'eq' ? false : downward(operator) !== downward(target.operator)
}

function downward(operator: Operator): boolean {
  return operator === 'le' || operator === 'lt'
}

function printedBound(operator: Operator, text: string): RowNote[] {
  const sign = operator !== 'eq' && PRINTED_SIGN.test(text.normalize('NFKC'))
  return !sign ? [] : [{ ...note('actual-with-sign', 'actual', { actual: text }), severity: 'hint' }]
}
