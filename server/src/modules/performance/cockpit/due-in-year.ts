import { isInForce } from '@shiji/kernel/life/declaration-life'
import { lifeRulesOf } from '../official-sheets.ts'
import type { Approved } from '../proof/approved-store.ts'
import type { Standing } from './cockpit-store.ts'

export type Due = { readonly kind: 'rectification' | 'monitoring' | 'self-evaluation'; readonly dueOn: string }

/** rules.md §3.2: what the place still asks of an approved promise of the year. */
export function dueInYear({ content, year }: Approved, standing: Standing | undefined): Due[] {
  if (standing === undefined) return []
  const { monitoring, selfEvaluating } = lifeRulesOf(content)
  const { state, reported, isAccepted, notices } = standing
  const { gathering } = monitoring
  const due: Due[] = notices.map((dueOn) => ({ kind: 'rectification', dueOn }))
  if (gathering !== null && isInForce(state) && !reported.includes(gathering.through)) {
    due.push({ kind: 'monitoring', dueOn: `${year}-${gathering.reportBy}` })
  }
  if ((isInForce(state) || state === 'self-evaluated') && !isAccepted) {
    due.push({ kind: 'self-evaluation', dueOn: `${year + 1}-${selfEvaluating.doneBy}` })
  }
  return due
}
