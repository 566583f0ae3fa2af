import { OwnHours, ServiceWindow, WorkCalendar } from '@shiji/kernel/calendar/work-calendar'
import { Bilingual, Day, YearDays } from '@shiji/kernel/calendar/year-days'
import { z } from 'zod'
import { UnitId } from './directory.ts'
import { endpoint } from './endpoint.ts'

/** Working days with 调休, school terms, service and peak windows. Everybody reads it, an administrator keeps it. */

const keep = { permission: 'calendar.manage' } as const
const Year = z.coerce.number().int().min(1970).max(2199)
/** Without a unit, the one the person belongs to. */
const unitId = UnitId.optional()

export const CalendarWarning = z.object({
  code: z.enum(['year-missing', 'next-year-missing']),
  message: z.string(),
})

const Origin = z.enum(['pack', 'own'])

const CalendarReply = WorkCalendar.omit({ years: true }).extend({
  unitId: UnitId,
  years: z.array(
    z.object({
      year: z.int(),
      source: z.string(),
      origin: Origin,
      holidays: z.int(),
      workdays: z.int(),
    }),
  ),
  warnings: z.array(CalendarWarning),
})

export const CalendarDay = z.object({
  day: Day,
  /** `made-up` is a day of rest that is worked (调休), `holiday` one that is not. */
  kind: z.enum(['working', 'made-up', 'holiday', 'rest']),
  /** Of the holiday, or of the holiday it is worked for. */
  name: Bilingual.nullable(),
  isTerm: z.boolean(),
})

const YearReply = z.object({
  year: z.int(),
  version: z.int(),
  /** The notice it comes from; null for a year nobody imported, judged by weekdays alone. */
  source: z.string().nullable(),
  origin: Origin.nullable(),
  workingDays: z.int(),
  days: z.array(CalendarDay),
  windows: z.array(ServiceWindow),
  warnings: z.array(CalendarWarning),
})

export const calendar = {
  readCalendar: endpoint({
    method: 'GET',
    path: '/calendar',
    summary: 'The calendar of a unit as it stands: hours, terms, years, and the year that is missing',
    access: 'signed-in',
    refuses: ['not-found'],
  })
    .input(z.object({ unitId }))
    .output(CalendarReply),
  showYear: endpoint({
    method: 'GET',
    path: '/calendar/years/{year}',
    summary: 'Every day of a year in the calendar of a unit',
    access: 'signed-in',
    refuses: ['not-found'],
  })
    .input(z.object({ year: Year, unitId }))
    .output(YearReply),
  importYear: endpoint({
    method: 'POST',
    path: '/calendar/years',
    summary:
      'Import the holidays and make-up days of a year, as a file of the packs; the same file again changes nothing',
    access: keep,
    refuses: [],
  })
    .input(YearDays)
    .output(z.object({ year: z.int(), version: z.int() })),
  readOwnHours: endpoint({
    method: 'GET',
    path: '/calendar/units/{unitId}',
    summary: 'What a unit does otherwise than the units above it',
    access: 'signed-in',
    refuses: ['not-found'],
  })
    .input(z.object({ unitId: UnitId }))
    .output(OwnHours.extend({ basedOn: z.int() })),
  keepOwnHours: endpoint({
    method: 'PUT',
    path: '/calendar/units/{unitId}',
    summary: 'Say what a unit does otherwise: its own days, terms and windows',
    access: keep,
    refuses: ['not-found', 'changed-meanwhile'],
  })
    .input(
      OwnHours.extend({
        unitId: UnitId,
        /** The version in which these hours were read; 0 when the unit had none. */
        basedOn: z.int().nonnegative(),
      }),
    )
    .output(z.object({ version: z.int() })),
}
