import type { LedgerRow, RectificationStanding } from '@shiji/contract/oversight'
import { FormId, ProjectId } from '@shiji/contract/performance'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Actor } from '#platform/context'
import type { Reader } from '#platform/database/transaction'
import { rectifications, toReply } from './rectification-store.ts'

export type Standing = z.infer<typeof RectificationStanding>

type Asked = {
  readonly year: number | undefined
  /** With the units below it. */
  readonly unitId: string | undefined
  readonly today: Temporal.PlainDate
}

/** The notices of all projects: unanswered ones by their day, then those to be accepted, then the closed. */
export async function listLedgerRows(
  reader: Reader,
  actor: Actor,
  { standing, limit, ...asked }: Asked & { readonly standing: Standing | undefined; readonly limit: number },
): Promise<z.infer<typeof LedgerRow>[]> {
  const rows = await notices(reader, actor, asked)
    .leftJoin('performanceSelfEvaluation as own', 'own.declarationId', 'form.id')
    .select(['form.year', 'form.projectId', 'directoryUnit.name as unit'])
    .select('own.formId as selfEvaluationId')
    .$if(standing !== undefined, (query) => query.where(isStanding(standing ?? 'open', asked.today)))
    .orderBy(sql`array_position(array['open', 'answered', 'closed'], notice.state)`)
    .orderBy('notice.dueOn')
    .orderBy('notice.id')
    .limit(limit)
    .execute()
  return rows.map(({ year, projectId, unit, selfEvaluationId, ...row }) => ({
    ...toReply(row, asked.today),
    ...{ year, project: row.project, unit },
    projectId: ProjectId.parse(projectId),
    selfEvaluationId: FormId.nullable().parse(selfEvaluationId),
  }))
}

export async function countStandings(reader: Reader, actor: Actor, asked: Asked): Promise<Record<Standing, number>> {
  const count = (standing: Standing) => sql<number>`count(*) filter (where ${isStanding(standing, asked.today)})::int`
  const row = await notices(reader, actor, asked)
    .clearSelect()
    .select([
      count('open').as('open'),
      count('overdue').as('overdue'),
      count('answered').as('answered'),
      count('closed').as('closed'),
    ])
    .executeTakeFirstOrThrow()
  return row
}

function notices(reader: Reader, actor: Actor, { year, unitId }: Asked) {
  return rectifications(reader, actor)
    .$if(year !== undefined, (query) => query.where('form.year', '=', year ?? 0))
    .$if(unitId !== undefined, (query) =>
      query.where(sql<boolean>`directory_unit.ancestors @> array[${unitId}]::uuid[]`),
    )
}

/** Overdue ones are open too. */
function isStanding(standing: Standing, today: Temporal.PlainDate) {
  return standing === 'overdue'
    ? sql<boolean>`(notice.state = 'open' and notice.due_on < ${today.toString()}::date)`
    : sql<boolean>`notice.state = ${standing}`
}
