import { Light, MonthReply, ReportedRow } from '@shiji/contract/monitoring'
import type { Decimal } from '@shiji/kernel/decimal'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Reader, Tx } from '#platform/database/transaction'

export type Reported = z.infer<typeof ReportedRow>
export type Answers = z.infer<typeof MonthReply>['answers']

export type MonthRecord = {
  readonly formId: string
  readonly month: number
  readonly state: 'draft' | 'reported'
  readonly baseVersion: number
  readonly rows: readonly Reported[]
  readonly answers: Answers
  readonly executed: Decimal
  readonly budget: Decimal | null
  readonly rulePack: string
  readonly light: z.infer<typeof Light> | null
  readonly savedAt: Temporal.Instant
  readonly savedBy: string
}

/** The months of a declaration, January first. */
export async function listMonthRecords(reader: Reader, formId: string): Promise<MonthRecord[]> {
  const rows = await reader
    .selectFrom('performanceMonitoring as record')
    .innerJoin('directoryPerson as person', 'person.id', 'record.savedBy')
    .selectAll('record')
    .select('person.name as savedByName')
    .where('record.formId', '=', formId)
    .orderBy('record.month')
    .execute()
  return rows.map(({ state, rows: reported, answers, light, savedByName, ...row }) => ({
    ...row,
    state: state as MonthRecord['state'],
    rows: ReportedRow.array().parse(reported),
    answers: MonthReply.shape.answers.parse(answers),
    light: Light.nullable().parse(light),
    savedBy: savedByName,
  }))
}

export type MonthLight = Pick<MonthRecord, 'month' | 'state' | 'light'>

/** What each declaration wrote of the year, January first; those that wrote nothing are not there. */
export async function listMonthLights(
  reader: Reader,
  formIds: readonly string[],
): Promise<ReadonlyMap<string, readonly MonthLight[]>> {
  const rows = await reader
    .selectFrom('performanceMonitoring')
    .select(['formId', 'month', 'state', 'light'])
    .where(sql<boolean>`form_id = any(${formIds}::uuid[])`)
    .orderBy('formId')
    .orderBy('month')
    .execute()
  return Map.groupBy(
    rows.map(({ state, light, ...row }) => ({
      ...row,
      state: state as MonthRecord['state'],
      light: Light.nullable().parse(light),
    })),
    ({ formId }) => formId,
  )
}

export async function saveMonthRecord(tx: Tx, { rows, answers, ...record }: MonthRecord): Promise<void> {
  const { formId: _, month: __, ...columns } = record
  const values = {
    ...columns,
    rows: JSON.stringify(rows),
    answers: answers === null ? null : JSON.stringify(answers),
  }
  await tx
    .insertInto('performanceMonitoring')
    .values({ formId: record.formId, month: record.month, ...values })
    .onConflict((conflict) => conflict.columns(['formId', 'month']).doUpdateSet(values))
    .execute()
}
