import { type Decimal, decimal, multiply } from '../../decimal.ts'
import type { TargetNote } from '../target.ts'
import type { NamedTimes } from '../tokens/named-times.ts'
import type { Closing } from './closing-facts.ts'
import type { Pending } from './pending.ts'
import type { Amount } from './read-single.ts'
import type { Scan } from './scan.ts'

const ONE = decimal('1')

/** 6月、12月各: what follows is due at each of them; the times themselves are kept as printed. */
export function takeTimes(scan: Scan, times: NamedTimes): void {
  const { pending } = scan
  const before = pending.times
  const period = before?.period ?? pending.period?.period ?? times.period
  const whole =
    before === null ? times : { ...times, count: before.count * times.count, each: before.each || times.each }
  if (times.printed !== null) scan.qualifiers.push(times.printed)
  scan.pending = {
    ...pending,
    times: { ...whole, period },
    period: pending.perUnit === null && period !== null ? { period, span: 'whole' } : null,
  }
}

/** 早晚各1次 is two a day; 9:00、15:00两次 already counts both. What 50% at each of two times comes to nobody knows. */
export function atEachTime(amount: Amount, { count, each }: NamedTimes, signed: boolean): Amount {
  if (amount.family === 'percent') return each && !signed ? { ...amount, problem: 'numbers-unclear' } : amount
  if (!each && (amount.family !== 'count' || amount.value !== ONE)) return amount
  const times = decimal(String(count))
  const value: Decimal = multiply(amount.value, times)
  const notes: readonly TargetNote[] = [...amount.notes, 'occurrences-added']
  return { ...amount, value, upper: amount.upper && multiply(amount.upper, times), notes }
}

/** 每周一、三、五: the list itself says how often. */
export function countOfTimes({ times, operator, notes }: Pending): Closing | null {
  if (!times?.alone || times.each || times.period === null) return null
  const value = decimal(String(times.count))
  return {
    meaning: { kind: 'frequency', operator: operator ?? 'eq', value, unit: '次', period: times.period },
    notes: [...notes, 'occurrences-added', ...(operator === null ? (['operator-implied'] as const) : [])],
    explicit: operator !== null,
  }
}
