import { FormId } from '@shiji/contract/performance'
import { ReEvaluationId, ReEvaluationReply } from '@shiji/contract/re-evaluation'
import type { Decimal } from '@shiji/kernel/decimal'
import { z } from 'zod'
import type { Reader, Tx } from '#platform/database/transaction'

type Reply = z.infer<typeof ReEvaluationReply>

/** What is kept of a re-evaluation beside its total: the report as it was given. */
export type Report = Pick<Reply, 'selfTotal' | 'difference' | 'selfGrade' | 'rows' | 'largest' | 'parts'>

type NewReEvaluation = Pick<Reply, 'kind' | 'opinion' | 'grade' | 'experts'> & {
  readonly id: string
  readonly formId: string
  readonly report: Report
  readonly total: Decimal
  readonly doneAt: Temporal.Instant
  readonly doneBy: string
}

export async function saveReEvaluation(tx: Tx, { report, experts, ...again }: NewReEvaluation): Promise<void> {
  await tx
    .insertInto('performanceReEvaluation')
    .values({ ...again, rows: JSON.stringify(report), experts: JSON.stringify(experts) })
    .execute()
}

/** Reports kept before experts scored part by part have their totals only. */
const Kept = ReEvaluationReply.pick({
  selfTotal: true,
  difference: true,
  selfGrade: true,
  rows: true,
  largest: true,
}).extend({ parts: ReEvaluationReply.shape.parts.default([]) })
const KeptExpert = ReEvaluationReply.shape.experts.element
const Experts = z.array(
  KeptExpert.extend({
    points: KeptExpert.shape.points.default([]),
    remark: z.string().default(''),
    paper: z.boolean().default(true),
  }),
)

/** Oldest first. */
export async function listReEvaluationRows(reader: Reader, formId: string): Promise<Reply[]> {
  const rows = await reader
    .selectFrom('performanceReEvaluation as again')
    .innerJoin('directoryPerson as person', 'person.id', 'again.doneBy')
    .selectAll('again')
    .select('person.name as doneByName')
    .where('again.formId', '=', formId)
    .orderBy('again.doneAt')
    .orderBy('again.id')
    .execute()
  return rows.map((row) => ({
    ...Kept.parse(row.rows),
    id: ReEvaluationId.parse(row.id),
    formId: FormId.parse(row.formId),
    kind: row.kind as Reply['kind'],
    opinion: row.opinion,
    total: row.total,
    grade: row.grade,
    experts: Experts.parse(row.experts),
    doneAt: row.doneAt.toString(),
    doneBy: row.doneByName,
  }))
}
