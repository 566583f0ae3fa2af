import { createHash } from 'node:crypto'
import { cellName } from '@shiji/kernel/list-import/list-sheet'
import { MeterKind } from '@shiji/kernel/upkeep/meter'
import {
  findReadingSheet,
  planReadings,
  READING_PROBLEM_WORDS,
  type ReadingPlan,
  saySheetProblem,
} from '@shiji/kernel/upkeep/reading-sheet'
import { type Language, say } from '@shiji/kernel/wording'
import type { Actor } from '#platform/context'
import type { Reader } from '#platform/database/transaction'
import { openListFile } from '#platform/lists/open-list-file'
import { OFFICE_TIME_ZONE } from '#platform/office-day'
import { refuse } from '#platform/refusal'
import { inReach } from '../visible-plans.ts'

export async function openReadingList(file: File, language: Language) {
  const opened = await openListFile(file, language)
  const found = findReadingSheet(opened.given)
  if (found.ok) return { ...opened, sheet: found.value }
  return refuse('file-unreadable', { sentence: saySheetProblem(found.problem, language) })
}

export type ReadingList = Awaited<ReturnType<typeof openReadingList>>
type Asking = { readonly actor: Actor; readonly now: Temporal.Instant }

/** What a list would add as things stand now, with a print of it. */
export async function planReadingList(
  reader: Reader,
  { actor, now }: Asking,
  { sheet }: ReadingList,
): Promise<ReadingPlan & { readonly fingerprint: string }> {
  const meters = await reader
    .selectFrom('upkeepMeter')
    .select(['id', 'kind', 'name'])
    .where('endedAt', 'is', null)
    .where(inReach(actor, 'upkeepMeter.unitId'))
    .orderBy('id')
    .execute()
  const readings = await reader
    .selectFrom('upkeepReading as one')
    .innerJoin('upkeepMeter as meter', 'meter.id', 'one.meterId')
    .select(['one.meterId', 'one.at', 'one.value'])
    .where('meter.endedAt', 'is', null)
    .where('one.withdrawnAt', 'is', null)
    .where(inReach(actor, 'meter.unitId'))
    .execute()
  const of = Map.groupBy(readings, ({ meterId }) => meterId)
  const known = meters.map(({ id, kind, name }) => ({
    id,
    name,
    kind: MeterKind.parse(kind),
    readings: (of.get(id) ?? []).map(({ at, value }) => ({ at: wallClock(at), value })),
  }))
  const plan = planReadings(sheet, { meters: known, now: wallClock(now) })
  return { ...plan, fingerprint: createHash('sha256').update(JSON.stringify(plan)).digest('hex') }
}

export function sayProblems({ problems }: ReadingPlan, { sheet }: ReadingList, language: Language) {
  return problems.map(({ code, line, column, parameters }) => ({
    sheet: sheet.name,
    cell: cellName(column, line),
    reason: say(READING_PROBLEM_WORDS[code], language, parameters),
  }))
}

function wallClock(at: Temporal.Instant): string {
  return at.toZonedDateTimeISO(OFFICE_TIME_ZONE).toPlainDateTime().toString({ smallestUnit: 'minute' })
}

export function instantOfWall(at: string): Temporal.Instant {
  return Temporal.PlainDateTime.from(at).toZonedDateTime(OFFICE_TIME_ZONE).toInstant()
}
