import { Link } from '@tanstack/react-router'
import { useWords } from '#desk/words/use-words.ts'
import { hoursOf, namesOf, type ShiftSeen } from './duty-words.ts'
import { ShiftLight } from './shift-light.tsx'

const WORDS = {
  caption: { zh: '{month} 值班表，一行一周', en: 'Roster of {month}, a week to a row' },
  nobody: { zh: '没有人', en: 'nobody' },
  mon: { zh: '一', en: 'Mon' },
  tue: { zh: '二', en: 'Tue' },
  wed: { zh: '三', en: 'Wed' },
  thu: { zh: '四', en: 'Thu' },
  fri: { zh: '五', en: 'Fri' },
  sat: { zh: '六', en: 'Sat' },
  sun: { zh: '日', en: 'Sun' },
} as const

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

type RosterProps = { readonly month: string; readonly today: string; readonly shifts: readonly ShiftSeen[] }

/** Weeks × days. A gap ahead is said in words on the colour of a warning; a narrow screen shows the days below each other. */
export function RosterGrid({ month, today, shifts }: RosterProps) {
  const say = useWords(WORDS)
  const byDay = new Map<string, ShiftSeen[]>()
  for (const shift of shifts) byDay.set(shift.day, [...(byDay.get(shift.day) ?? []), shift])
  return (
    <table className="duty-grid">
      <caption className="visually-hidden">{say('caption', { month })}</caption>
      <thead>
        <tr>
          {WEEKDAYS.map((weekday) => (
            <th key={weekday} scope="col">
              {say(weekday)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map((week) => (
          <tr key={week.find((day) => day !== null)}>
            {week.map((day, index) => (
              <td key={WEEKDAYS[index]} className={day === today ? 'duty-today' : undefined} data-empty={day === null}>
                {day === null ? null : <Day day={day} weekday={index} shifts={byDay.get(day) ?? []} />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type DayProps = { readonly day: string; readonly weekday: number; readonly shifts: readonly ShiftSeen[] }

function Day({ day, weekday, shifts }: DayProps) {
  const say = useWords(WORDS)
  return (
    <>
      <span className="duty-day">
        {Number(day.slice(8))} <span className="duty-weekday">{say(WEEKDAYS[weekday] ?? 'mon')}</span>
      </span>
      {shifts.map((shift) => (
        <Link
          key={shift.id}
          to="/upkeep/shifts/$shiftId"
          params={{ shiftId: shift.id }}
          className={shift.gap > 0 ? 'duty-shift duty-gap' : `duty-shift duty-${shift.state}`}
        >
          <span className="small">{hoursOf(shift)}</span>
          <span>{namesOf(shift) || say('nobody')}</span>
          {isQuiet(shift) ? null : <ShiftLight shift={shift} />}
        </Link>
      ))}
    </>
  )
}

/** What lies ahead with everybody it needs says nothing more. */
function isQuiet({ gap, phase, state }: ShiftSeen): boolean {
  return gap === 0 && phase === 'ahead' && state === 'planned'
}

function weeksOf(month: string): (string | null)[][] {
  const first = new Date(`${month}-01T00:00:00Z`)
  const before = (first.getUTCDay() + 6) % 7
  const count = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  const weeks = Math.ceil((before + count) / 7)
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (__, index) => {
      const day = week * 7 + index - before + 1
      return day < 1 || day > count ? null : `${month}-${String(day).padStart(2, '0')}`
    }),
  )
}
