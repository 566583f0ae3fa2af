import type { FormId } from '@shiji/contract/performance'
import { emptyContent } from '@shiji/kernel/form/empty-content'
import type { FormContent } from '@shiji/kernel/form/form-content'
import type { FormTemplate } from '@shiji/kernel/form/form-template'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { officeDay } from '#platform/office-day'
import { refuse } from '#platform/refusal'
import { listRectificationRows } from '../monitoring/rectification-store.ts'
import { findSheet, placeOf } from '../official-sheets.ts'
import { type Format, printContent } from '../print-content.ts'
import { listResultRows } from '../results/result-store.ts'
import { listReEvaluationRows } from './re-evaluation-store.ts'
import { type Feedback, sayFeedback } from './say-feedback.ts'
import { findSelfEvaluation } from './self-evaluation-store.ts'

/** 反馈书: the latest re-evaluation as it is given back to the unit. rules.md §3.2. */
export async function printFeedback(context: Context, { id, as: format }: { id: FormId; as: Format }): Promise<File> {
  requirePermission(context, 'performance.read')
  const { actor, now } = context
  const today = officeDay(now)
  const given = await read(context.db, async (reader): Promise<Feedback> => {
    const own = (await findSelfEvaluation(reader, actor, id)) ?? refuse('not-found')
    const report = (await listReEvaluationRows(reader, id)).at(-1) ?? refuse('not-re-evaluated')
    const notices = await listRectificationRows(reader, actor, { formId: own.declarationId, today })
    const results = await listResultRows(reader, actor, { projectId: own.projectId })
    const effect = results.find(({ formId }) => formId === id)?.effect ?? null
    return { content: own.content, report, notices, effect }
  })
  const template = findSheet(placeOf(given.content), ({ id: sheet }) => sheet === 'CN-RESULT-FEEDBACK')
  if (template === null) return refuse('template-unknown', { template: '绩效评价结果反馈书' })
  return printContent({ template, content: contentOf(template, given), format, writtenOn: today.toString() })
}

function contentOf(template: FormTemplate, given: Feedback): FormContent {
  const { project, unit, year } = given.content
  return { ...emptyContent(template), project, unit, year, ...sayFeedback(given) }
}
