import { compare, type Decimal } from '../decimal.ts'
import type { Bound } from '../evidence/bound.ts'
import { holds } from '../evidence/judge-reading.ts'
import { say, type Wording } from '../wording.ts'

export type DeviationFacts = {
  readonly actual: string
  readonly target: string
  readonly bound: Bound
  /** January first; null in months without a figure. */
  readonly months: readonly (Decimal | null)[]
  /** Of one month, as it is written: figure and unit. */
  readonly unit: string
  /** Records behind the actual, and those entered later than they happened. */
  readonly counted: number
  readonly late: number
  /** Whether the year fell short; otherwise it went far beyond. */
  readonly isShort: boolean
}

/**
 * 偏差原因, begun from what the records say: a person adds why, and what is done about it. In the language of the form,
 * which is Chinese whatever the page speaks.
 */
export function proposeReason({ bound, months, unit, counted, late, ...facts }: DeviationFacts): string {
  const known = months.flatMap((value, at) => (value === null ? [] : [{ month: at + 1, value }]))
  const missed = known.filter(({ value }) => !holds(compare(value, bound.value), bound.operator))
  const list = missed.map(({ month, value }) => `${month}月${value}${unit}`).join('、')
  const { actual, target, isShort } = facts
  const parts: Wording[] = [isShort ? WORDS.short : WORDS.beyond]
  if (isShort && missed.length > 0) parts.push(missed.length === known.length ? WORDS.everyMonth : WORDS.months)
  parts.push(WORDS.records)
  if (late > 0) parts.push(WORDS.late)
  const values = { actual, target, list, count: missed.length, counted, late }
  return `${parts.map((part) => say(part, 'zh', values)).join('；')}。`
}

const WORDS = {
  short: { zh: '全年实际{actual}，未达到目标{target}', en: 'the year reached {actual}, not {target}' },
  beyond: { zh: '全年实际{actual}，大幅超过目标{target}', en: 'the year reached {actual}, far beyond {target}' },
  months: { zh: '其中{count}个月未达到：{list}', en: '{count} months fell short: {list}' },
  everyMonth: { zh: '各月均未达到', en: 'every month fell short' },
  records: { zh: '依据{counted}条记录计算', en: 'from {counted} records' },
  late: { zh: '其中补录{late}条', en: '{late} of them entered late' },
} as const
