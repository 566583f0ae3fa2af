import { WINDOW_WORDS } from '@shiji/kernel/change/change-wording'
import { say as sayIn } from '@shiji/kernel/wording'
import { Link } from '@tanstack/react-router'
import { Light } from '#desk/kit/light.tsx'
import { formatMoment } from '#desk/words/format-moment.ts'
import { useLanguage, useWords } from '#desk/words/use-words.ts'
import { type ChangeListed, WINDOW_LIGHTS } from './change-view.ts'

const WORDS = {
  windows: { zh: '{month} 的窗口', en: 'Windows of {month}' },
  days: { zh: '一 二 三 四 五 六 日', en: 'Mon Tue Wed Thu Fri Sat Sun' },
  day: { zh: '{day} 日', en: '{day}' },
} as const

type ChangeCalendarProps = { readonly month: string; readonly changes: readonly ChangeListed[] }

/** The windows day by day, weeks from Monday; on a phone only the days that have one. */
export function ChangeCalendar({ month, changes }: ChangeCalendarProps) {
  const say = useWords(WORDS)
  return (
    <section className="card change-calendar" aria-label={say('windows', { month })}>
      <ol className="change-weekdays" aria-hidden>
        {say('days')
          .split(' ')
          .map((day) => (
            <li key={day}>{day}</li>
          ))}
      </ol>
      <ol className="change-days">
        {daysOf(month).map((day, index) => {
          const here = changes.filter((change) => touches(change, day))
          return (
            <li key={day} data-first={index === 0 ? weekday(day) : undefined} data-empty={here.length === 0}>
              <time dateTime={day}>{say('day', { day: Number(day.slice(8)) })}</time>
              {here.map((change) => (
                <Window key={change.id} change={change} day={day} />
              ))}
            </li>
          )
        })}
      </ol>
    </section>
  )
}

function Window({ change: { id, what, from, until, standing }, day }: { change: ChangeListed; day: string }) {
  const language = useLanguage()
  return (
    <span className="two-lines">
      <span className="small">
        {clockOn(from, day, '00:00')}–{clockOn(until, day, '24:00')}
      </span>
      <Link to="/changes/$changeId" params={{ changeId: id }}>
        {what}
      </Link>
      <Light kind={WINDOW_LIGHTS[standing]} word={sayIn(WINDOW_WORDS[standing], language)} />
    </span>
  )
}

function clockOn(instant: string, day: string, otherwise: string): string {
  const [on, clock] = formatMoment(instant).split(' ')
  return on === day && clock !== undefined ? clock : otherwise
}

function touches({ from, until }: ChangeListed, day: string): boolean {
  const begins = Date.parse(`${day}T00:00:00+08:00`)
  return Date.parse(from) < begins + DAY_MS && Date.parse(until) > begins
}

const DAY_MS = 86_400_000

function daysOf(month: string): string[] {
  const [year = 0, number = 0] = month.split('-').map(Number)
  const count = new Date(Date.UTC(year, number, 0)).getUTCDate()
  return Array.from({ length: count }, (_, index) => `${month}-${String(index + 1).padStart(2, '0')}`)
}

/** Monday is 1. */
function weekday(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7
}
