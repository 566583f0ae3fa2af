import { OCCURRENCE_WORDS } from '@shiji/kernel/upkeep/occurrence-wording'
import { Link } from '@tanstack/react-router'
import type { api } from '#desk/api/client.ts'
import { useWords } from '#desk/words/use-words.ts'

const WORDS = {
  picture: {
    zh: '{year} 年逐日完成情况，月份为行，日子为列',
    en: 'Every day of {year}: months are rows, days columns',
  },
  month: { zh: '{month} 月', en: '{month}' },
  cell: { zh: '{day} 第 {slot} 次：{state}', en: '{day}, time {slot}: {state}' },
  late: { zh: '补录', en: 'entered late' },
} as const

type Cell = Awaited<ReturnType<typeof api.upkeep.readYear>>['cells'][number]
type HeatMapProps = { readonly year: number; readonly cells: readonly Cell[]; readonly slots: number }

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1)
const DAYS = Array.from({ length: 31 }, (_, index) => index + 1)

/** Months × days; a day with several times is divided among them. Missed is an outline with a cross, not a colour alone. */
export function HeatMap({ year, cells, slots }: HeatMapProps) {
  const say = useWords(WORDS)
  const byDay = new Map<string, Cell[]>()
  for (const cell of cells) byDay.set(cell.day, [...(byDay.get(cell.day) ?? []), cell])
  return (
    <div className="upkeep-heat-frame">
      <table className="upkeep-heat" data-slots={Math.min(slots, 4)}>
        <caption className="visually-hidden">{say('picture', { year })}</caption>
        <thead>
          <tr>
            <td />
            {DAYS.map((day) => (
              <th key={day} scope="col">
                {day % 5 === 0 || day === 1 ? day : <span className="visually-hidden">{day}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {MONTHS.map((month) => (
            <tr key={month}>
              <th scope="row">{say('month', { month })}</th>
              {DAYS.map((day) => (
                <td key={day}>
                  <Day cells={byDay.get(dayText(year, month, day)) ?? []} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Day({ cells }: { readonly cells: readonly Cell[] }) {
  const say = useWords(WORDS)
  const sayState = useWords(OCCURRENCE_WORDS)
  return (
    <span className="upkeep-day">
      {cells
        .filter(({ state }) => state !== 'withdrawn' || cells.length === 1)
        .map(({ id, day, slot, state, isLateEntry }) => {
          const told = say('cell', { day, slot: slot + 1, state: sayState(state) })
          const label = isLateEntry ? `${told} ${say('late')}` : told
          return (
            <Link
              key={id}
              to="/upkeep/due/$occurrenceId"
              params={{ occurrenceId: id }}
              className={`upkeep-cell upkeep-${state}`}
              title={label}
              aria-label={label}
              tabIndex={state === 'missed' || state === 'done-late' ? 0 : -1}
            >
              {state === 'missed' ? '✕' : ''}
            </Link>
          )
        })}
    </span>
  )
}

function dayText(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
