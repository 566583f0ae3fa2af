import { type Column, DataTable } from '#desk/kit/data-table.tsx'
import { useWords } from '#desk/words/use-words.ts'
import { moneyTicks } from './money-ticks.ts'
import { inYuan } from './yuan.ts'

const WORDS = {
  month: { zh: '{month}月', en: '{month}' },
  twin: { zh: '看成表格', en: 'As a table' },
  monthTitle: { zh: '月份', en: 'Month' },
  last: { zh: '{name} {value}', en: '{name} {value}' },
  told: { zh: '{caption}（元）：{series}', en: '{caption} (yuan): {series}' },
  yuan: { zh: '元', en: 'yuan' },
  wan: { zh: '万元', en: '10 000 yuan' },
} as const

export type StepSeries = {
  readonly key: 'plan' | 'actual' | 'granted'
  readonly name: string
  /** By month as it adds up, January first; null in months to come. */
  readonly values: readonly (string | null)[]
}

const WIDTH = 720
const HEIGHT = 200
const BOTTOM = 4
const TOP = 10
const MONTH = WIDTH / 12

/** Amounts that grow month by month as step lines, and the same figures as a table. */
export function StepLines({ caption, series }: { readonly caption: string; readonly series: readonly StepSeries[] }) {
  const say = useWords(WORDS)
  const all = series.flatMap(({ values }) => values.flatMap((value) => (value === null ? [] : [Number(value)])))
  const { at: ticks, per } = moneyTicks(Math.max(0, ...all))
  const high = ticks.at(-1) ?? 1
  const y = (value: string | number) => HEIGHT - BOTTOM - (Number(value) / high) * (HEIGHT - BOTTOM - TOP)
  const told = series.map(({ name, values }) => say('last', { name, value: lastOf(values) })).join(' · ')
  return (
    <figure className="step-figure">
      <figcaption>
        {series.map(({ key, name }) => (
          <span key={key} className="step-key">
            <svg viewBox="0 0 24 8" aria-hidden="true">
              <path className={`step-line step-${key}`} d="M0 4H24" />
            </svg>
            {name}
          </span>
        ))}
      </figcaption>
      <div className="step-plot">
        <span className="step-unit">{say(per === 1 ? 'yuan' : 'wan')}</span>
        <div className="step-values" aria-hidden="true">
          {ticks.map((tick) => (
            <span key={tick} style={{ top: `${(y(tick) / HEIGHT) * 100}%` }}>
              {inYuan(String(tick / per))}
            </span>
          ))}
        </div>
        <svg
          className="step-lines"
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={say('told', { caption, series: told })}
        >
          {ticks.map((tick) => (
            <line key={tick} className="step-grid" x1="0" x2={WIDTH} y1={y(tick)} y2={y(tick)} />
          ))}
          {MONTHS.map((month) => (
            <line
              key={month}
              className="step-grid"
              x1={month * MONTH}
              x2={month * MONTH}
              y1={TOP}
              y2={HEIGHT - BOTTOM}
            />
          ))}
          {series.map(({ key, values }) => (
            <path key={key} className={`step-line step-${key}`} d={pathOf(values, y)} />
          ))}
        </svg>
        <div className="step-months" aria-hidden="true">
          {MONTHS.map((month) => (
            <span key={month}>{say('month', { month })}</span>
          ))}
        </div>
      </div>
      <details>
        <summary>{say('twin')}</summary>
        <Twin caption={caption} series={series} />
      </details>
    </figure>
  )
}

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const

function lastOf(values: StepSeries['values']): string {
  const last = values.findLast((value) => value !== null)
  return last == null ? '—' : inYuan(last)
}

function pathOf(values: StepSeries['values'], y: (value: string) => number): string {
  return values
    .flatMap((value, at) => {
      if (value === null) return []
      const [from, until] = [at * MONTH, (at + 1) * MONTH]
      return `${at === 0 ? 'M' : 'L'}${from} ${y(value)}H${until}`
    })
    .join('')
}

function Twin({ caption, series }: { readonly caption: string; readonly series: readonly StepSeries[] }) {
  const say = useWords(WORDS)
  const columns: readonly Column<number>[] = [
    { key: 'month', title: say('monthTitle'), cell: (month) => say('month', { month }) },
    ...series.map(
      ({ key, name, values }): Column<number> => ({
        key,
        title: name,
        kind: 'number',
        cell: (month) => {
          const value = values[month - 1] ?? null
          return value === null ? '—' : inYuan(value)
        },
      }),
    ),
  ]
  return <DataTable caption={caption} columns={columns} rows={MONTHS} keyOf={String} />
}
