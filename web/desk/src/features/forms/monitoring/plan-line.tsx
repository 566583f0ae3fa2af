import { useWords } from '#desk/words/use-words.ts'
import { MONTHS } from './curve-draft.ts'
import type { MonitoredRow } from './month-draft.ts'
import { heightOf, type PlanPoint, pointsOf, promisedOf, tickValues, todayAt } from './plan-points.ts'

const WORDS = {
  line: { zh: '计划曲线（{unit}）：{months}', en: 'The plan over the year ({unit}): {months}' },
  point: { zh: '{month}月底 {value}', en: 'end of month {month}: {value}' },
  due: { zh: '{month} 月底应达 {value} {unit}', en: 'Due by the end of month {month}: {value} {unit}' },
  nothingDue: { zh: '到 {month} 月底还不要求完成', en: 'Nothing is due by the end of month {month}' },
  most: { zh: '全年不超过 {value} {unit}', en: 'Not above {value} {unit} in the whole year' },
  today: { zh: '今天', en: 'Today' },
  month: { zh: '{month}月', en: '{month}' },
  ofTarget: { zh: '占目标 %', en: '% of the target' },
  per: { zh: '{unit}/{period}', en: '{unit} per {period}' },
} as const

const PERIODS = {
  'half-year': { zh: '半年', en: 'half-year' },
  quarter: { zh: '季', en: 'quarter' },
  month: { zh: '月', en: 'month' },
  week: { zh: '周', en: 'week' },
  day: { zh: '天', en: 'day' },
} as const

const HEIGHT = 100
const WIDTH = 120
const MONTH = WIDTH / 12

type PlanLineProps = Pick<MonitoredRow, 'curve' | 'promised'> & {
  readonly year: number
  /** The day of the office. */
  readonly today: string
}

/** What should stand in the course of the year, in the unit of the target, with today on it; nothing where words decide. */
export function PlanLine({ curve, promised, year, today }: PlanLineProps) {
  const say = useWords(WORDS)
  const unit = useUnit(promised)
  const target = promisedOf(promised)
  const points = pointsOf(curve, target)
  if (points === null) return null
  const ticks = tickValues(points, target)
  const high = Number(ticks.at(-1))
  const months = MONTHS.map((month) => say('point', { month, value: heightOf(points, month) })).join(' · ')
  const now = todayAt(year, today)
  return (
    <figure className="plan-figure">
      <figcaption className="small">
        <span>{unit}</span>
        {now === null ? null : <strong>{dueNow({ curve, points, month: now.month, unit, say })}</strong>}
      </figcaption>
      <div className="plan-plot">
        <div className="plan-values" aria-hidden="true">
          {ticks.map((tick) => (
            <span key={tick} style={{ bottom: `${share(tick, high)}%` }}>
              {tick}
            </span>
          ))}
        </div>
        <div className="plan-field">
          <svg
            viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
            preserveAspectRatio="none"
            role="img"
            aria-label={say('line', { unit, months })}
          >
            {MONTHS.map((month) => (
              <line key={month} className="plan-grid" x1={month * MONTH} x2={month * MONTH} y1="0" y2={HEIGHT} />
            ))}
            {ticks.map((tick) => {
              const y = HEIGHT - share(tick, high)
              return <line key={tick} className="plan-grid" x1="0" x2={WIDTH} y1={y} y2={y} />
            })}
            <polyline className="plan-course" points={drawn(points, high)} />
            {now === null ? null : (
              <line className="plan-today" x1={now.at * MONTH} x2={now.at * MONTH} y1="0" y2={HEIGHT} />
            )}
          </svg>
          {now === null ? null : (
            <span className="plan-now" aria-hidden="true" style={{ left: `${(now.at / 12) * 100}%` }}>
              {say('today')}
            </span>
          )}
        </div>
        <div className="plan-months" aria-hidden="true">
          {MONTHS.map((month) => (
            <span key={month}>{say('month', { month })}</span>
          ))}
        </div>
      </div>
    </figure>
  )
}

/** 次/天: a promise per period names its period. */
function useUnit(promised: MonitoredRow['promised']): string {
  const say = useWords(WORDS)
  const sayPeriod = useWords(PERIODS)
  if (promised === null) return say('ofTarget')
  const { period } = promised
  const unit = promised.unit ?? ''
  if (period === null || period === 'year') return unit
  return say('per', { unit, period: sayPeriod(period) })
}

type Due = {
  readonly curve: MonitoredRow['curve']
  readonly points: readonly PlanPoint[]
  readonly month: number
  readonly unit: string
  readonly say: ReturnType<typeof useWords<typeof WORDS>>
}

function dueNow({ curve, points, month, unit, say }: Due): string {
  const value = heightOf(points, month)
  if (curve.kind === 'cap') return say('most', { value, unit })
  return value === '0' ? say('nothingDue', { month }) : say('due', { month, value, unit })
}

function share(value: string, high: number): number {
  return (Number(value) / high) * 100
}

function drawn(points: readonly PlanPoint[], high: number): string {
  return points.map(({ at, value }) => `${at * MONTH},${HEIGHT - share(value, high)}`).join(' ')
}
