import { useWords } from '#desk/words/use-words.ts'
import type { EvidenceRow } from './row-types.ts'
import '#desk/kit/data-table.css'

const WORDS = {
  month: { zh: '{month} 月', en: 'Month {month}' },
  table: { zh: '各月读数', en: 'Readings by month' },
  chart: {
    zh: '各月读数和期末预测的图，下表是同样的数',
    en: 'Readings by month and the forecast; the table below has the same figures',
  },
  end: { zh: '期末预测', en: 'Forecast at the end' },
  expected: { zh: '{value}（{low}–{high}）', en: '{value} ({low}–{high})' },
} as const

const WIDTH = 560
const HEIGHT = 180
const LEFT = 44
const RIGHT = 70
const PAD = 18

/** Will we make it? Months so far, then a fan to the end of the year; the table below holds the same figures. */
export function ForecastFan({ row }: { readonly row: EvidenceRow }) {
  const say = useWords(WORDS)
  const { months, forecast, bound } = row
  const known = months.flatMap((value, at) => (value === null ? [] : [{ at, value: Number(value) }]))
  const last = known.at(-1)
  if (last === undefined) return null
  const target = bound === null ? null : Number(bound.value)
  const all = [...known.map(({ value }) => value), ...(target === null ? [] : [target])]
  const ends = forecast === null ? [] : [forecast.low, forecast.high]
  const [low, high] = [Math.min(...all, ...ends), Math.max(...all, ...ends)]
  const span = high - low || 1
  const y = (value: number) => HEIGHT - PAD - ((value - low) / span) * (HEIGHT - 2 * PAD)
  const x = (at: number) => LEFT + (at / 12) * (WIDTH - LEFT - RIGHT)
  return (
    <>
      <svg className="fan" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={say('chart')}>
        {target === null || bound === null ? null : (
          <>
            <line className="trend-target" x1={LEFT} x2={WIDTH - RIGHT} y1={y(target)} y2={y(target)} />
            <text className="fan-label" x={LEFT - 6} y={y(target) + 4} textAnchor="end">
              {bound.value}
            </text>
          </>
        )}
        {forecast === null ? null : (
          <>
            <polygon
              className="fan-band"
              points={`${x(last.at)},${y(last.value)} ${x(12)},${y(forecast.low)} ${x(12)},${y(forecast.high)}`}
            />
            <text className="fan-label" x={x(12) + 6} y={y(forecast.value) + 4}>
              {oneDigit(forecast.value)}
            </text>
          </>
        )}
        <polyline className="trend-run" points={known.map(({ at, value }) => `${x(at)},${y(value)}`).join(' ')} />
        {known.map(({ at, value }) => (
          <circle key={at} className="trend-last" cx={x(at)} cy={y(value)} r="3">
            <title>{`${say('month', { month: at + 1 })} ${value}`}</title>
          </circle>
        ))}
      </svg>
      <div className="table-frame">
        <table className="data-table month-table">
          <caption className="visually-hidden">{say('table')}</caption>
          <thead>
            <tr>
              {known.map(({ at }) => (
                <th key={at} scope="col" className="cell-number">
                  {say('month', { month: at + 1 })}
                </th>
              ))}
              {forecast === null ? null : (
                <th scope="col" className="cell-number">
                  {say('end')}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            <tr>
              {known.map(({ at, value }) => (
                <td key={at} className="cell-number" data-title={say('month', { month: at + 1 })}>
                  {value}
                </td>
              ))}
              {forecast === null ? null : (
                <td className="cell-number" data-title={say('end')}>
                  {say('expected', {
                    value: oneDigit(forecast.value),
                    low: oneDigit(forecast.low),
                    high: oneDigit(forecast.high),
                  })}
                </td>
              )}
            </tr>
          </tbody>
        </table>
      </div>
    </>
  )
}

function oneDigit(value: number): number {
  return Math.round(value * 10) / 10
}
