import type { RectificationReply } from '@shiji/contract/monitoring'
import type { ReEvaluationReply } from '@shiji/contract/re-evaluation'
import { decimal } from '@shiji/kernel/decimal'
import { BLANK_ROWS } from '@shiji/kernel/form/blank-row'
import type { FormContent } from '@shiji/kernel/form/form-content'
import type { Effect } from '@shiji/kernel/life/life-rules'
import { LIFE_RULES } from '@shiji/kernel/rules/life-rule-words'
import type { z } from 'zod'
import { officeDay } from '#platform/office-day'
import { lifeRulesOf } from '../official-sheets.ts'

type Report = z.infer<typeof ReEvaluationReply>
type Notice = z.infer<typeof RectificationReply>

export type Feedback = {
  /** The self-evaluation that was scored again. */
  readonly content: FormContent
  readonly report: Report
  readonly notices: readonly Notice[]
  readonly effect: Effect | null
}

/** What a 反馈书 says below its heading; sheets for the office are written in Chinese. */
export function sayFeedback({ content, report, notices, effect }: Feedback) {
  const { kind, selfTotal, selfGrade, total, grade, difference, opinion, doneBy } = report
  const doneOn = officeDay(Temporal.Instant.from(report.doneAt))
  return {
    fields: {
      评价方式: kind === 'key' ? '重点评价（专家评分）' : '复核',
      评价人: `${doneBy}，${sayDay(doneOn)}`,
      自评结果: sayScore(selfTotal, selfGrade),
      评价结果: `${sayScore(total, grade)}，相差 ${difference} 分`,
      下年预算: effect === null ? '没有规定' : LIFE_RULES[effect].zh,
      反馈期限: sayLimit(content, doneOn),
      评价意见: opinion,
    },
    indicators: report.rows.map((row) => sayRow(content, row, kind)),
    schedule: sayParts(report),
    revisions: sayNotices(notices),
  }
}

function sayScore(total: string, grade: string | null): string {
  return grade === null ? `${total} 分` : `${total} 分（${grade}）`
}

function sayDay(day: Temporal.PlainDate): string {
  return `${day.year}年${day.month}月${day.day}日`
}

/** rules.md §3.2: Shanghai gives the result back within a month. */
function sayLimit(content: FormContent, doneOn: Temporal.PlainDate): string {
  const within = lifeRulesOf(content).application.feedbackWithinMonths
  return within === null ? '没有规定' : `${sayDay(doneOn.add({ months: within.months }))}前`
}

/** A row nobody scored again keeps the unit's own points; experts score parts, and rows only where they wrote one. */
function sayRow({ indicators }: FormContent, row: Report['rows'][number], kind: Report['kind']) {
  const { level1 = '', level3 = row.indicator, target = '' } = indicators[row.position] ?? {}
  const again = row.again ?? (kind === 're-score' ? row.self : null)
  return {
    ...BLANK_ROWS.indicators,
    ...{ level1, level3, target },
    weight: row.weight === null ? null : decimal(row.weight),
    actual: row.self ?? '',
    score: again === null ? null : decimal(again),
    remark: row.difference ?? '',
    reason: row.reason,
  }
}

function sayParts({ parts }: Report): FormContent['schedule'] {
  if (parts.length === 0) return [{ period: '逐行复核，不按部分评分', content: '—', line: null }]
  return parts.map(({ name, weight, mean }) => ({ period: `${name}（${weight} 分）`, content: mean, line: null }))
}

/** What monitoring asked for earlier in the year is not part of this result. */
function sayNotices(notices: readonly Notice[]): FormContent['revisions'] {
  const asked = notices.filter(({ origin }) => origin === 're-evaluation')
  if (asked.length === 0) return [{ ...BLANK_ROWS.revisions, indicator: '没有' }]
  return asked.map(({ remedy, demand, dueOn, answer }) => ({
    ...BLANK_ROWS.revisions,
    indicator: LIFE_RULES[remedy].zh,
    originalTarget: demand,
    revisedTarget: dueOn,
    explanation: answer === '' ? '未答复' : answer,
  }))
}
