import { ReEvaluationId, type ReEvaluationReply } from '@shiji/contract/evaluation'
import { FormId } from '@shiji/contract/performance'
import type { Decimal } from '@shiji/kernel/decimal'
import { z } from 'zod'
import type { Reader, Tx } from '#platform/database/transaction'

type Reply = z.infer<typeof ReEvaluationReply>

/** What is kept of a re-evaluation beside its total: the report as it was given. */
export type Report = Pick<Reply, 'selfTotal' | 'difference' | 'selfGrade' | 'rows' | 'largest'>

export type NewReEvaluation = Pick<Reply, 'kind' | 'opinion' | 'grade' | 'experts'> & {
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

const Kept = z.custom<Report>((value) => typeof value === 'object' && value !== null && 'rows' in value)
const Experts = z.custom<Reply['experts']>((value) => Array.isArray(value))

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
