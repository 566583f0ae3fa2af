import { MeterKind } from '@shiji/kernel/upkeep/meter'
import { planReadings, type ReadingPlan, type ReadingSheet } from '@shiji/kernel/upkeep/reading-sheet'
import type { PersonContext } from '#platform/context'
import type { Reader } from '#platform/database/transaction'
import { OFFICE_TIME_ZONE } from '#platform/office-day'
import { inReach } from '../visible-plans.ts'

/** What a list would add as things stand now. */
export async function planReadingList(
  reader: Reader,
  { actor, now }: PersonContext,
  sheet: ReadingSheet,
): Promise<ReadingPlan> {
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
  return planReadings(sheet, { meters: known, now: wallClock(now) })
}

function wallClock(at: Temporal.Instant): string {
  return at.toZonedDateTimeISO(OFFICE_TIME_ZONE).toPlainDateTime().toString({ smallestUnit: 'minute' })
}

export function instantOfWall(at: string): Temporal.Instant {
  return Temporal.PlainDateTime.from(at).toZonedDateTime(OFFICE_TIME_ZONE).toInstant()
}
