import type { FormId, ProjectId } from '@shiji/contract/performance'
import type { FormContent } from '@shiji/kernel/form/form-content'
import type { PersonContext } from '#platform/context'
import { type Reader, read } from '#platform/database/transaction'
import { officeDay } from '#platform/office-day'
import { refuse } from '#platform/refusal'
import { listReEvaluationRows } from '../evaluation/re-evaluation-store.ts'
import { saySelfEvaluation } from '../evaluation/say-self-evaluation.ts'
import { findOfDeclaration, findSelfEvaluation } from '../evaluation/self-evaluation-store.ts'
import { type FormRow, findForm } from '../form-store.ts'
import { findDeclaration, listApprovals, listSteps } from '../life/life-store.ts'
import { listPaymentDocuments, listPaymentRows } from '../money/money-store.ts'
import { sayMoney } from '../money/read-money.ts'
import { listMonthRecords } from '../monitoring/monitoring-store.ts'
import { listRectificationRows } from '../monitoring/rectification-store.ts'
import { listResultRows } from '../results/result-store.ts'
import { listRevisionRows } from '../revision/revision-store.ts'
import { sayRevision } from '../revision/say-revision.ts'

/** All that one declaration left behind in its year, in one reading of the database. */
export type Year = Awaited<ReturnType<typeof collectYear>>

const EVERY_PAYMENT = 1_000_000

export function collectYear(context: PersonContext, id: FormId) {
  const { actor } = context
  return read(context.db, async (reader) => {
    const declaration = (await findDeclaration(reader, actor, id)) ?? refuse('not-found')
    const { projectId, year } = declaration
    const approvals = await listApprovals(reader, id)
    return {
      declaration,
      approvals,
      approved: await versionsOf(reader, context, { id, versions: approvals.map(({ version }) => version) }),
      steps: await listSteps(reader, id),
      revisions: await revisionsOf(reader, context, id),
      months: await listMonthRecords(reader, id),
      rectifications: await listRectificationRows(reader, actor, { formId: id, today: officeDay(context.now) }),
      money: await moneyOf(reader, projectId as ProjectId, year),
      ...(await evaluationOf(reader, context, id)),
      results: (await listResultRows(reader, actor, { projectId })).filter((result) => result.year === year),
    }
  })
}

async function versionsOf(
  reader: Reader,
  { actor }: PersonContext,
  { id, versions }: { id: FormId; versions: readonly number[] },
): Promise<FormRow[]> {
  const found: FormRow[] = []
  for (const version of versions) found.push((await findForm(reader, actor, { id, version })) ?? refuse('not-found'))
  return found
}

async function revisionsOf(reader: Reader, { actor }: PersonContext, id: FormId) {
  const said = []
  for (const row of await listRevisionRows(reader, actor, id)) said.push(await sayRevision(reader, actor, row))
  return said
}

async function moneyOf(reader: Reader, id: ProjectId, year: number) {
  const payments = await listPaymentRows(reader, { projectId: id, year, after: undefined, limit: EVERY_PAYMENT })
  const paymentLists = await listPaymentDocuments(reader, id, year)
  return { ...(await sayMoney(reader, { id, year })), payments, paymentLists }
}

async function evaluationOf(reader: Reader, context: PersonContext, declarationId: FormId) {
  const id = await findOfDeclaration(reader, declarationId)
  const own = id === null ? undefined : await findSelfEvaluation(reader, context.actor, id)
  if (own === undefined) return { selfEvaluation: null, selfContent: null, reEvaluations: [] }
  const selfEvaluation = await saySelfEvaluation(reader, context, own)
  const reEvaluations = await listReEvaluationRows(reader, own.id)
  const selfContent: FormContent = own.content
  return { selfEvaluation, selfContent, reEvaluations }
}
