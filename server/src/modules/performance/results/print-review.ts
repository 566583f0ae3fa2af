import type { FormId } from '@shiji/contract/performance'
import { emptyContent } from '@shiji/kernel/form/empty-content'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { officeDay } from '#platform/office-day'
import { refuse } from '#platform/refusal'
import { findDeclaration, listSteps } from '../life/life-store.ts'
import { findSheet, lifeRulesOf, placeOf } from '../official-sheets.ts'
import { opinionsOf } from '../opinions-of.ts'
import { type Format, printContent } from '../print-content.ts'
import { listResultRows } from './result-store.ts'

/** 审核表 of the place: the scores of the closed years before, and the opinion of every desk so far. */
export async function printReview(context: Context, { id, as: format }: { id: FormId; as: Format }): Promise<File> {
  requirePermission(context, 'performance.read')
  const { declaration, steps, results } = await read(context.db, async (reader) => {
    const found = (await findDeclaration(reader, context.actor, id)) ?? refuse('not-found')
    const past = await listResultRows(reader, context.actor, { projectId: found.projectId })
    return { declaration: found, steps: await listSteps(reader, id), results: past }
  })
  const { content: declared, year } = declaration
  const template = findSheet(
    placeOf(declared),
    ({ stage, columns }) => stage === 'review' && 'priorEvaluations' in columns,
  )
  if (template === null) return refuse('template-unknown', { template: '审核表' })

  const blank = emptyContent(template)
  const { pastYearsOnReview } = lifeRulesOf(declared).application
  const priorEvaluations = Array.from({ length: pastYearsOnReview }, (_, back) => {
    const closed = year - pastYearsOnReview + back
    const result = results.find((one) => one.year === closed)
    return { year: closed, score: result?.total ?? '', opinion: result?.grade ?? '' }
  })
  const reviews = opinionsOf(blank.reviews, steps)
  const { project, unit } = declared
  const content = { ...blank, project, unit, year, priorEvaluations, reviews }
  return printContent({ template, content, format, writtenOn: officeDay(context.now).toString() })
}
