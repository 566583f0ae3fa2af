import { isInForce } from '@shiji/kernel/life/declaration-life'
import { lifeRulesOf } from '../official-sheets.ts'
import type { Approved } from '../proof/approved-store.ts'
import type { Standing } from './cockpit-store.ts'

export type Due = {
  readonly kind: 'rectification' | 'monitoring' | 'budget-meeting' | 'self-evaluation'
  readonly dueOn: string
}

type Asked = { readonly standing: Standing; readonly today: Temporal.PlainDate }

/** rules.md §3.2: what the place still asks of an approved promise of the year. */
export function dueInYear({ content, year }: Approved, { standing, today }: Asked): Due[] {
  const { monitoring, budgetMeeting, selfEvaluating } = lifeRulesOf(content)
  const { state, reported, isAccepted, isPromisedAgain, notices } = standing
  const { gathering } = monitoring
  const due: Due[] = notices.map((dueOn) => ({ kind: 'rectification', dueOn }))
  if (gathering !== null && isInForce(state) && !reported.includes(gathering.through)) {
    due.push({ kind: 'monitoring', dueOn: `${year}-${gathering.reportBy}` })
  }
  if (budgetMeeting !== null && isInForce(state) && !isPromisedAgain) {
    const held = Temporal.PlainYearMonth.from({ year, month: budgetMeeting.month })
    const dueOn = held.toPlainDate({ day: held.daysInMonth })
    // A custom and no rule: who missed the meeting, or lets the project end, is late with nothing.
    if (Temporal.PlainDate.compare(today, dueOn) <= 0) due.push({ kind: 'budget-meeting', dueOn: dueOn.toString() })
  }
  if ((isInForce(state) || state === 'self-evaluated') && !isAccepted) {
    due.push({ kind: 'self-evaluation', dueOn: `${year + 1}-${selfEvaluating.doneBy}` })
  }
  return due
}
