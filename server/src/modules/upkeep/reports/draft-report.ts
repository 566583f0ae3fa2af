import { OccurrenceId } from '@shiji/contract/upkeep'
import { say } from '@shiji/kernel/wording'
import { sql } from 'kysely'
import type { Context } from '#platform/context'
import { type Reader, read } from '#platform/database/transaction'
import type { Measure, MeasureQuery } from '#platform/measure'
import { refuse } from '#platform/refusal'
import { findOccurrence } from '../occurrences/occurrence-store.ts'
import { REPORT_SECTIONS } from './report-figures.ts'

/** The report from the records of its time, as known when it was handed in, or as known now. */
export function draftReport(context: Context, id: OccurrenceId) {
  const { actor, now, db, language } = context
  return read(db, async (reader) => {
    const occurrence = await findOccurrence(reader, actor, { id, now })
    if (occurrence === undefined || occurrence.kind !== 'report') return refuse('not-found')
    const { planId, unit, day: from, lastDay: until, enteredAt } = occurrence
    const asOf = enteredAt === null ? now : Temporal.Instant.from(enteredAt)
    const projectId = await findProject(reader, planId)
    const query = { scope: { unitId: unit.id, projectId }, period: { from, until }, asOf }
    const figures = []
    for (const { name: section, measures } of REPORT_SECTIONS) {
      for (const key of measures) {
        const measure = context.measures.get(key)
        const figure = measure === undefined ? undefined : await readFigure(reader, measure, query)
        if (measure === undefined || figure === undefined) continue
        const { name, formula, unit: of } = measure
        const said = { section: say(section, language), name: say(name, language), formula: say(formula, language) }
        figures.push({ ...said, ...figure, unit: of })
      }
    }
    return { occurrence, from, until, asOf: asOf.toString(), figures, missed: await listMissed(reader, query) }
  })
}

/** Measures that have to be told which of several things they mean have no place in a report of them all. */
async function readFigure(reader: Reader, measure: Measure, query: Omit<MeasureQuery, 'params'>) {
  const params = measure.params.safeParse({})
  if (!params.success) return undefined
  const { value, parts } = await measure.read(reader, { ...query, params: params.data })
  return { value, counted: parts.counted }
}

async function findProject(reader: Reader, planId: string): Promise<string | null> {
  const plan = await reader.selectFrom('upkeepPlan').select('projectId').where('id', '=', planId).executeTakeFirst()
  return plan?.projectId ?? null
}

/** What was not done in that time, with its cause as far as it was stated. */
async function listMissed(reader: Reader, { scope, period, asOf }: Omit<MeasureQuery, 'params'>) {
  const rows = await reader
    .selectFrom('upkeepOccurrence as one')
    .innerJoin('upkeepPlan as plan', 'plan.id', 'one.planId')
    .select(['one.id', 'plan.name as what', 'one.day', 'one.cause'])
    .where('one.state', '=', 'missed')
    .where('one.closesAt', '<', asOf)
    .where('one.day', '>=', period.from)
    .where('one.day', '<=', period.until)
    .where(
      sql<boolean>`plan.unit_id in (select id from directory_unit where ancestors @> array[${scope.unitId}]::uuid[])`,
    )
    .orderBy('one.opensAt')
    .orderBy('one.id')
    .limit(200)
    .execute()
  return rows.map(({ id, ...row }) => ({ ...row, id: OccurrenceId.parse(id) }))
}
