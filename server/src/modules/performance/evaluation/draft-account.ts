import { compare, isZero } from '@shiji/kernel/decimal'
import type { CellEdit } from '@shiji/kernel/form/apply-edits'
import { type Account, type AccountedRow, draftAccount } from '@shiji/kernel/reevaluation/draft-account'
import { indicatorName } from '@shiji/kernel/revision/revise-declaration'
import type { EvaluatedRow } from '@shiji/kernel/scoring/evaluation'
import { say } from '@shiji/kernel/wording'
import { officeDay } from '#platform/office-day'
import { findTemplate } from '../official-sheets.ts'
import type { EvaluationFacts } from './load-facts.ts'
import type { SelfEvaluation } from './self-evaluation-store.ts'

/** The cell of the sheet the account is printed in; null on a sheet without one. */
export function accountField({ content }: Pick<SelfEvaluation, 'content'>): string | null {
  const fields = findTemplate(content)?.fields ?? []
  return fields.find(({ labels }) => labels.includes('实际完成情况'))?.key ?? null
}

/** 实际完成情况 as the readings kept with the self-evaluation tell it. */
export function accountOf({ own, kept, evaluation }: EvaluationFacts): Account {
  const rows = own.content.indicators.flatMap((row, position): AccountedRow[] => {
    const reading = kept.get(indicatorName(row))
    if (reading === undefined) return []
    const { parts, period, asOf, measure, actual } = reading
    return [
      {
        ...{ position, name: row.level3, target: row.target, actual, stated: row.actual ?? '' },
        isReached: actual.trim() === row.actual?.trim() ? isReached(evaluation.rows[position]) : null,
        ...period,
        counted: parts.counted,
        late: parts.late,
        excluded: Object.entries(parts.excluded).map(([reason, count]) => {
          const wording = measure.exclusions[reason]
          return { reason: wording === undefined ? reason : say(wording, 'zh'), count }
        }),
        asOf: officeDay(asOf).toString(),
      },
    ]
  })
  // What weighs nothing is no promise.
  const promised = own.content.indicators.filter(({ weight }) => weight === null || !isZero(weight))
  const unread = promised.filter((row) => !kept.has(indicatorName(row)))
  return draftAccount(rows, unread.length)
}

/** An account nobody wrote is the draft, printed in the form that is handed in. */
export function accountEdit(facts: EvaluationFacts): CellEdit[] {
  const field = accountField(facts.own)
  const { text } = accountOf(facts)
  if (field === null || text === '' || (facts.own.content.fields[field] ?? '').trim() !== '') return []
  return [{ where: `fields.${field}`, was: facts.own.content.fields[field] ?? '', now: text }]
}

/** Full points by the rule; a row that weighs nothing is not judged. */
function isReached(scored: EvaluatedRow | undefined): boolean | null {
  if (scored?.outcome.kind !== 'scored' || scored.weight === null || isZero(scored.weight)) return null
  return compare(scored.outcome.score, scored.weight) === 0
}
