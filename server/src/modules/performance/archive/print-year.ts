import type { PersonContext } from '#platform/context'
import { Refusal } from '#platform/refusal'
import { printEvaluationTrail } from '../evaluation/print-evaluation-trail.ts'
import { printFeedback } from '../evaluation/print-feedback.ts'
import { printAnswer } from '../monitoring/print-answer.ts'
import { printMonth } from '../monitoring/print-month.ts'
import { findTemplate } from '../official-sheets.ts'
import { printContent } from '../print-content.ts'
import { printForm } from '../print-form.ts'
import { printPublicCopy } from '../results/print-public-copy.ts'
import { printReview } from '../results/print-review.ts'
import { printTrail } from '../results/print-trail.ts'
import { printRevision } from '../revision/print-revision.ts'
import type { Part } from './bundle-part.ts'
import type { Year } from './collect-year.ts'

type Sheet = { readonly path: string; readonly title: string; readonly print: () => Promise<File> }

/** The sheets of the year as PDF/A, one after another; a sheet its place does not have is left out. */
export async function printYear(context: PersonContext, year: Year): Promise<Part[]> {
  const parts: Part[] = []
  for (const { path, title, print } of sheetsOf(context, year)) {
    const file = await print().catch(nullForNoTemplate)
    if (file !== null) parts.push({ path, title, bytes: new Uint8Array(await file.arrayBuffer()) })
  }
  return parts
}

function nullForNoTemplate(error: unknown): null {
  if (error instanceof Refusal && error.code === 'template-unknown') return null
  throw error
}

function sheetsOf(context: PersonContext, year: Year): Sheet[] {
  const { declaration, approved, revisions, months } = year
  const { id } = declaration
  const as = 'pdf'
  const reported = months.filter(({ state }) => state === 'reported')
  return [
    ...approved.map((form, index) => ({
      path: `表/1-申报表-第${index + 1}版.pdf`,
      title: index === 0 ? '绩效目标申报表（批复）' : `绩效目标申报表（第 ${index} 次修订后）`,
      print: () => printApproved(form),
    })),
    { path: '表/2-审核表.pdf', title: '审核表', print: () => printReview(context, { id, as }) },
    { path: '表/3-审批单.pdf', title: '审批单', print: () => printTrail(context, { id, as }) },
    ...revisions.map((revision) => ({
      path: `表/4-修订表-${revision.number}.pdf`,
      title: `修订申报表（第 ${revision.number} 次）`,
      print: () => printRevision(context, { id: revision.id, as }),
    })),
    ...reported.map(({ month }) => ({
      path: `表/5-监控表-${String(month).padStart(2, '0')}月.pdf`,
      title: `绩效运行监控表（${month} 月）`,
      print: () => printMonth(context, { id, month, as }),
    })),
    ...evaluationSheets(context, year),
    {
      path: '公开/1-申报表-公开件.pdf',
      title: '绩效目标申报表（公开件，姓名、电话和不公开的行已隐去）',
      print: () => printPublicCopy(context, { id, as }),
    },
  ]
}

function evaluationSheets(
  context: PersonContext,
  { selfEvaluation, reEvaluations, rectifications }: Year,
): readonly Sheet[] {
  const as = 'pdf'
  const answers = rectifications.map(({ id }, index) => ({
    path: `表/9-整改回复-${index + 1}.pdf`,
    title: `整改回复（第 ${index + 1} 件）`,
    print: () => printAnswer(context, { id, as }),
  }))
  if (selfEvaluation === null) return answers
  const { id } = selfEvaluation
  const feedback = {
    path: '表/8-评价结果反馈书.pdf',
    title: '绩效评价结果反馈书',
    print: () => printFeedback(context, { id, as }),
  }
  return [
    { path: '表/6-自评表.pdf', title: '绩效自评表', print: () => printForm(context, { id, as }) },
    { path: '表/7-自评审批单.pdf', title: '自评审批单', print: () => printEvaluationTrail(context, { id, as }) },
    ...(reEvaluations.length === 0 ? [] : [feedback]),
    ...answers,
    {
      path: '公开/2-自评表-公开件.pdf',
      title: '绩效自评表（公开件，姓名、电话和不公开的行已隐去）',
      print: () => printPublicCopy(context, { id, as }),
    },
  ]
}

function printApproved({ content, savedAt }: Year['approved'][number]): Promise<File> {
  const template = findTemplate(content)
  if (template === null) throw new Refusal('template-unknown', { template: content.template })
  return printContent({ template, content, format: 'pdf', writtenOn: savedAt.toString().slice(0, 10) })
}
