import { dayNumberOf, dayText } from '@shiji/kernel/calendar/day-number'
import { type DayTable, dayTable } from '@shiji/kernel/calendar/day-table'
import { findUnit } from '#modules/directory'
import { type Context, requireSignedIn } from '#platform/context'
import { read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { calendarOf } from './calendar-of.ts'
import { listYears } from './change-store.ts'
import { warnOfYears } from './warn-of-years.ts'

type Asked = { readonly year: number; readonly unitId?: string | undefined }

export async function showYear(context: Context, { year, unitId: asked }: Asked) {
  requireSignedIn(context)
  const { actor, now } = context
  return read(context.db, async (reader) => {
    const { id: unitId } = (await findUnit(reader, actor, asked ?? actor.unitId)) ?? refuse('not-found')
    const calendar = await calendarOf(reader, { unitId, at: now })
    const imported = await listYears(reader, calendar.version)
    const notice = calendar.years.find((one) => one.year === year)
    const isOwn = imported.some(({ days }) => days.year === year)
    const table = dayTable(calendar)
    const days = daysOf(year, table)
    return {
      year,
      version: calendar.version,
      source: notice?.source.text ?? null,
      origin: notice === undefined ? null : isOwn ? ('own' as const) : ('pack' as const),
      workingDays: days.filter(({ kind }) => kind === 'working' || kind === 'made-up').length,
      days,
      windows: calendar.windows,
      warnings: warnOfYears(calendar, context),
    }
  })
}

function daysOf(year: number, table: DayTable) {
  const first = dayNumberOf(year, 1, 1)
  return Array.from({ length: dayNumberOf(year + 1, 1, 1) - first }, (_, index) => {
    const what = table.kindOf(first + index)
    const name = 'name' in what ? what.name : null
    return { day: dayText(first + index), kind: what.kind, name, isTerm: table.isTerm(first + index) }
  })
}
