import { type Decimal, decimal } from '@shiji/kernel/decimal'
import { grownByMonth, planByMonth } from '@shiji/kernel/payments/plan-line'
import type { api } from '#desk/api/client.ts'
import { useWords } from '#desk/words/use-words.ts'
import { StepLines, type StepSeries } from './step-lines.tsx'

const WORDS = {
  caption: { zh: '{year} 年预算执行', en: 'Spending of {year}' },
  plan: { zh: '序时计划', en: 'Plan by the calendar' },
  actual: { zh: '已执行', en: 'Spent' },
  granted: { zh: '已拨款', en: 'Appropriated' },
} as const

export type ProjectMoney = Awaited<ReturnType<typeof api.money.readMoney>>

/** Plan against actual: what the calendar asks, what was appropriated, what was spent. */
export function MoneyLines({ money }: { readonly money: ProjectMoney }) {
  const say = useWords(WORDS)
  const { year, fullYear } = money
  const known = monthsKnown(year)
  const untilNow = (values: readonly Decimal[]) => values.map((value, at) => (at < known ? value : null))
  const granted = grownByMonth(appropriatedByMonth(money))
  const series: StepSeries[] = [
    ...(fullYear === null ? [] : [{ key: 'plan' as const, name: say('plan'), values: planByMonth(decimal(fullYear)) }]),
    { key: 'granted', name: say('granted'), values: untilNow(granted) },
    { key: 'actual', name: say('actual'), values: untilNow(grownByMonth(money.byMonth.map(decimal))) },
  ]
  return <StepLines caption={say('caption', { year })} series={series} />
}

/** Months that have begun. */
function monthsKnown(year: number): number {
  const now = new Date()
  if (now.getFullYear() !== year) return now.getFullYear() > year ? 12 : 0
  return now.getMonth() + 1
}

function appropriatedByMonth({ entries, year }: ProjectMoney): Decimal[] {
  return Array.from({ length: 12 }, (_, at) => {
    const month = `${year}-${String(at + 1).padStart(2, '0')}`
    // What was decided before the year begins with it.
    const isHere = (day: string) => day.startsWith(month) || (at === 0 && day < month)
    const here = entries.filter(({ kind, decidedOn }) => kind === 'appropriation' && isHere(decidedOn))
    return grownByMonth(here.map(({ amount }) => decimal(amount))).at(-1) ?? decimal('0')
  })
}
