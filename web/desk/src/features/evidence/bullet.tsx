import { useWords } from '#desk/words/use-words.ts'
import { type EvidenceRow, isUpper, SIGNS } from './row-types.ts'

const WORDS = {
  measure: {
    zh: '实际 {value}{unit}，目标 {sign}{target}{unit}',
    en: 'actual {value} {unit}, target {sign}{target} {unit}',
  },
  forecast: { zh: '，期末预计 {low}–{high}', en: ', {low}–{high} expected at the end' },
  pips: { zh: '允许 {limit}，已发生 {count}', en: '{limit} allowed, {count} happened' },
} as const

const WIDTH = 240
const HEIGHT = 28
const MOST_PIPS = 12

/** How far to the promise: the measure as a bar, the target as a mark, what is expected as a band; few events as dots. */
export function Bullet({ row }: { readonly row: EvidenceRow }) {
  const say = useWords(WORDS)
  const { bound, reading, measure, forecast } = row
  if (bound === null || measure === null || reading?.value == null) return null
  const [value, target] = [Number(reading.value), Number(bound.value)]
  if (measure.shape === 'count' && isUpper(row) && target <= MOST_PIPS && value <= MOST_PIPS) {
    return <Pips label={say('pips', { limit: bound.value, count: reading.value })} limit={target} count={value} />
  }
  const top = measure.unit === '%' && target <= 100 ? 100 : Math.max(value, target, forecast?.high ?? 0) * 1.15 || 1
  const x = (at: number) => (Math.min(Math.max(at, 0), top) / top) * WIDTH
  const words = say('measure', {
    value: reading.value,
    unit: measure.unit,
    sign: SIGNS[bound.operator],
    target: bound.value,
  })
  const expected =
    forecast === null ? '' : say('forecast', { low: oneDigit(forecast.low), high: oneDigit(forecast.high) })
  return (
    <svg className="bullet" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={`${words}${expected}`}>
      <title>{`${words}${expected}`}</title>
      <rect className="bullet-ground" x="0" y="6" width={WIDTH} height="16" />
      <rect
        className="bullet-kept"
        x={isUpper(row) ? 0 : x(target)}
        y="6"
        width={isUpper(row) ? x(target) : WIDTH - x(target)}
        height="16"
      />
      {forecast === null ? null : (
        <rect
          className="bullet-forecast"
          x={x(forecast.low)}
          y="8"
          width={Math.max(2, x(forecast.high) - x(forecast.low))}
          height="12"
        />
      )}
      <rect className="bullet-measure" x="0" y="11" width={x(value)} height="6" />
      <rect className="bullet-target" x={x(target) - 1.5} y="2" width="3" height="24" />
    </svg>
  )
}

type PipsProps = { readonly label: string; readonly limit: number; readonly count: number }

/** How many are left: dots filled one by one, those beyond the limit with a cross. */
function Pips({ label, limit, count }: PipsProps) {
  const dots = Math.max(limit, count, 1)
  return (
    <svg className="bullet" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      <title>{label}</title>
      {Array.from({ length: dots }, (_, at) => {
        const kind = at >= limit ? 'over' : at < count ? 'full' : 'free'
        // biome-ignore lint/suspicious/noArrayIndexKey: dots have no other name than their place.
        return <circle key={at} className={`pip-${kind}`} cx={14 + at * 22} cy={HEIGHT / 2} r="7" />
      })}
    </svg>
  )
}

function oneDigit(value: number): number {
  return Math.round(value * 10) / 10
}
