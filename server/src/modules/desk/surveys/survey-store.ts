import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor } from '#platform/context'
import type { Reader, Tx } from '#platform/database/transaction'
import type { Listed } from './survey-frame.ts'

type NewSurveyRow = {
  readonly id: string
  readonly unitId: string
  readonly projectId: string | null
  readonly title: string
  readonly audience: string
  readonly seed: string
  readonly sampleSize: number
  readonly minimum: number
  readonly judgedOn: string
  readonly closesAt: Temporal.Instant
  readonly openedAt: Temporal.Instant
  readonly openedBy: string
}
export type Numbered = Listed & { readonly number: number; readonly isDrawn: boolean }

const SCORES = [1, 2, 3, 4, 5] as const
const ROWS_AT_ONCE = 1_000

export async function saveSurvey(
  tx: Tx,
  survey: NewSurveyRow,
  { people, codes }: { people: readonly Numbered[]; codes: readonly string[] },
): Promise<void> {
  const { id: surveyId } = survey
  await tx.insertInto('deskSurvey').values(survey).execute()
  for (let from = 0; from < people.length; from += ROWS_AT_ONCE) {
    const some = people.slice(from, from + ROWS_AT_ONCE).map((one) => ({ ...one, surveyId }))
    await tx.insertInto('deskSurveyPerson').values(some).execute()
  }
  // In the order of their hashes, which is nobody's.
  const links = codes.map((code) => ({ surveyId, codeHash: hashOf(code) })).sort(byHash)
  await tx.insertInto('deskSurveyLink').values(links).execute()
  await tx
    .insertInto('deskSurveyTally')
    .values(SCORES.map((score) => ({ surveyId, score, count: 0 })))
    .execute()
}

function byHash(one: { codeHash: string }, other: { codeHash: string }): number {
  return one.codeHash < other.codeHash ? -1 : 1
}

/** The surveys of the own unit and below. */
export function surveysSeenBy(reader: Reader, actor: Actor) {
  const own = actor.kind === 'person' ? actor.unitId : null
  return reader
    .selectFrom('deskSurvey as survey')
    .innerJoin('directoryUnit as unit', 'unit.id', 'survey.unitId')
    .innerJoin('directoryPerson as opener', 'opener.id', 'survey.openedBy')
    .leftJoin(sql<{ id: string; name: string }>`shared_project`.as('project'), 'project.id', 'survey.projectId')
    .selectAll('survey')
    .select(['unit.name as unitName', 'opener.name as opener', 'project.name as projectName'])
    .select(
      sql<number>`(select count(*)::int from desk_survey_link link where link.survey_id = survey.id)`.as('invited'),
    )
    .where(sql<boolean>`unit.ancestors @> array[${own}]::uuid[]`)
}

export type SurveySeen = Awaited<ReturnType<ReturnType<typeof surveysSeenBy>['executeTakeFirstOrThrow']>>

/** Answers by score of several surveys. */
export async function listTallies(reader: Reader, ids: readonly string[]) {
  return reader
    .selectFrom('deskSurveyTally')
    .select(['surveyId', 'score', 'count'])
    .where(sql<boolean>`survey_id = any(${[...ids]}::uuid[])`)
    .orderBy('score', 'desc')
    .execute()
}

export function listPeople(reader: Reader, surveyId: string) {
  return reader
    .selectFrom('deskSurveyPerson')
    .select(['number', 'name', 'office', 'isBarred', 'isDrawn'])
    .where('surveyId', '=', surveyId)
    .orderBy('number')
    .execute()
}

/** The survey a link leads to. */
export function findLink(reader: Reader, code: string) {
  return reader
    .selectFrom('deskSurveyLink as link')
    .innerJoin('deskSurvey as survey', 'survey.id', 'link.surveyId')
    .select(['link.isUsed', 'survey.id', 'survey.title', 'survey.closesAt', 'survey.withdrawnAt', 'survey.closedAt'])
    .where('link.codeHash', '=', hashOf(code))
    .executeTakeFirst()
}

/** Whether the link was good for one more answer. */
export async function spendLink(tx: Tx, code: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('deskSurveyLink')
    .set({ isUsed: true })
    .where('codeHash', '=', hashOf(code))
    .where('isUsed', '=', false)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** All lines are written anew, so that the database itself does not tell which of them an answer went to. */
export async function countAnswer(tx: Tx, surveyId: string, score: number): Promise<void> {
  await tx
    .updateTable('deskSurveyTally')
    .set({ count: sql<number>`count + case when score = ${score} then 1 else 0 end` })
    .where('surveyId', '=', surveyId)
    .execute()
}

function hashOf(code: string): string {
  return createHash('sha256').update(code).digest('hex')
}
