import { UnitId } from '@shiji/contract/directory'
import { findUnit } from '#modules/directory'
import { type Context, requireSignedIn } from '#platform/context'
import { read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { calendarOf } from './calendar-of.ts'
import { listYears } from './change-store.ts'
import { warnOfYears } from './warn-of-years.ts'

export async function readCalendar(context: Context, { unitId: asked }: { unitId?: string | undefined }) {
  requireSignedIn(context)
  const { actor, now } = context
  return read(context.db, async (reader) => {
    const { id: unitId } = (await findUnit(reader, actor, asked ?? actor.unitId)) ?? refuse('not-found')
    const { years, ...calendar } = await calendarOf(reader, { unitId, at: now })
    const own = new Set((await listYears(reader, calendar.version)).map(({ days }) => days.year))
    return {
      ...calendar,
      unitId: UnitId.parse(unitId),
      years: years.map(({ year, source, holidays, workdays }) => ({
        year,
        source: source.text,
        origin: own.has(year) ? ('own' as const) : ('pack' as const),
        holidays: holidays.length,
        workdays: workdays.length,
      })),
      warnings: warnOfYears({ ...calendar, years }, context),
    }
  })
}
