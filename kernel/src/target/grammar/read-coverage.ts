import { compare, type Decimal, decimal } from '../../decimal.ts'
import { markOf, type Token } from '../tokens/tokens.ts'

/** Hours a day on so many days a week, as 7*24 writes it. */
export type CoverageRead = { readonly daysPerWeek: Decimal; readonly hoursPerDay: Decimal; readonly end: number }

const SEVEN = decimal('7')
const TWENTY_FOUR = decimal('24')
const YEAR_DAYS = new Set(['365', '366'])
const DAY_WORDS = new Set(['天', '日', 'days', 'd', 'D', '个工作日', '工作日'])
const HOUR_WORDS = new Set(['小时', 'h', 'H', 'hours', '个小时'])

type Factor = { readonly value: Decimal; readonly of: 'days' | 'hours' | null; readonly end: number }

/** 7*24 · 每周7天*24小时 · 7天24小时 · 5×8小时 · 24*7 · 365天24小时 · 每天24小时 · 24小时值守. */
export function readCoverage(tokens: readonly Token[], at: number): CoverageRead | null {
  const first = factorAt(tokens, at)
  if (!first) return markOf(tokens[at]) === 'round-the-clock' ? always(at + 1) : null
  const joint = jointAt(tokens, first.end)
  const second = joint.sign || first.of === 'days' ? factorAt(tokens, joint.end) : null
  if (!second || (joint.sign === null && second.of !== 'hours')) return hoursAlone(tokens, at, first)
  const pair = arranged(first, second)
  if (!pair || (joint.sign !== 'times' && !pair.sure)) return null
  const { daysPerWeek, hoursPerDay } = pair
  return { daysPerWeek, hoursPerDay, end: trailing(tokens, second.end) }
}

function factorAt(tokens: readonly Token[], at: number): Factor | null {
  const token = tokens[at]
  if (token?.kind !== 'number' || token.numeral.expanded) return null
  const { value } = token.numeral
  const classifier = tokens[at + 1]?.text === '个' ? 1 : 0
  const unit = tokens[at + 1 + classifier]?.text ?? ''
  if (DAY_WORDS.has(unit)) return { value, of: 'days', end: at + 2 + classifier }
  if (HOUR_WORDS.has(unit)) return { value, of: 'hours', end: at + 2 + classifier }
  return { value, of: null, end: at + 1 }
}

/** A times sign between the factors; 、 / and 每天 join them too, but only where units or 7 and 24 make it sure. */
function jointAt(tokens: readonly Token[], at: number): { sign: 'times' | 'other' | null; end: number } {
  const mark = markOf(tokens[at])
  const next = mark === 'times' || mark === 'middle-dot' || mark === 'slash' || mark === 'comma' ? at + 1 : at
  const daily = tokens[next]?.text === '每天' || tokens[next]?.text === '每日'
  if (daily) return { sign: 'other', end: next + 1 }
  if (mark === 'times') return { sign: 'times', end: next }
  return next > at && tokens[at]?.text !== ',' ? { sign: 'other', end: next } : { sign: null, end: at }
}

type Pair = Omit<CoverageRead, 'end'> & { readonly sure: boolean }

const FIVE = decimal('5')
const EIGHT = decimal('8')

/** Which factor is the days: by its unit, else by its size. 2*6 without units is a product of its own. */
function arranged(first: Factor, second: Factor): Pair | null {
  const swapped =
    first.of === 'hours' || (first.of === null && second.of !== 'hours' && compare(first.value, SEVEN) > 0)
  const [days, hours] = swapped ? [second, first] : [first, second]
  if (days.of === 'hours' || hours.of === 'days') return null
  const daysPerWeek = YEAR_DAYS.has(days.value) ? SEVEN : days.value
  if (compare(daysPerWeek, SEVEN) > 0 || compare(hours.value, TWENTY_FOUR) > 0) return null
  const bare = days.of === null && hours.of === null
  if (bare && (compare(daysPerWeek, FIVE) < 0 || compare(hours.value, EIGHT) < 0)) return null
  const isWeek = days.of === 'days' || compare(daysPerWeek, FIVE) >= 0
  const sure = (hours.of === 'hours' && isWeek) || (daysPerWeek === '7' && hours.value === '24')
  return { daysPerWeek, hoursPerDay: hours.value, sure }
}

/** 7*24小时*365天: the days of the year add nothing. */
function trailing(tokens: readonly Token[], at: number): number {
  if (markOf(tokens[at]) === 'round-the-clock') return at + 1
  if (markOf(tokens[at]) !== 'times') return at
  const third = factorAt(tokens, at + 1)
  return third && YEAR_DAYS.has(third.value) ? third.end : at
}

const ON_DUTY = [
  '值守',
  '值班',
  '不间断',
  '在线',
  '待命',
  '运行',
  '服务',
  '在岗',
  '全覆盖',
  '开放',
  '无间断',
  '全天',
  '连续',
  '畅通',
  '监控',
  '保障',
]

/** 每天24小时 and 24小时值守 promise every hour; 24小时 alone is a length of time. */
function hoursAlone(tokens: readonly Token[], at: number, first: Factor): CoverageRead | null {
  if (first.of !== 'hours' || first.value !== '24') return null
  const before = tokens[at - 1]
  const after = tokens[first.end]
  if (after?.text === '/' && DAY_WORDS.has(tokens[first.end + 1]?.text ?? '')) return always(first.end + 2)
  const everyDay = before?.kind === 'word' && before.word.period?.period === 'day'
  const onDuty = ON_DUTY.some((duty) => after?.text.startsWith(duty)) || markOf(after) === 'round-the-clock'
  return everyDay || onDuty ? always(first.end) : null
}

function always(end: number): CoverageRead {
  return { daysPerWeek: SEVEN, hoursPerDay: TWENTY_FOUR, end }
}
