import { useWords } from '#desk/words/use-words.ts'
import type { EvidenceRow } from './row-types.ts'

const WORDS = {
  trend: { zh: '各月：{months}', en: 'By month: {months}' },
  none: { zh: '还没有数据', en: 'no data yet' },
  month: { zh: '{month}月 {value}', en: '{month}: {value}' },
} as const

const WIDTH = 108
const HEIGHT = 32
const PAD = 4

/** Twelve months and the target as a line of its own; months without a figure leave a gap. */
export function TrendLine({ row }: { readonly row: EvidenceRow }) {
  const say = useWords(WORDS)
  const known = row.months.flatMap((value, at) => (value === null ? [] : [{ at, value: Number(value) }]))
  if (known.length === 0) return <span className="small">{say('none')}</span>
  const target = row.bound === null ? null : Number(row.bound.value)
  const all = [...known.map(({ value }) => value), ...(target === null ? [] : [target])]
  const [low, high] = [Math.min(...all), Math.max(...all)]
  const y = (value: number) =>
    high === low ? HEIGHT / 2 : HEIGHT - PAD - ((value - low) / (high - low)) * (HEIGHT - 2 * PAD)
  const x = (at: number) => PAD + (at / 11) * (WIDTH - 2 * PAD)
  const months = known.map(({ at, value }) => say('month', { month: at + 1, value })).join(' · ')
  const last = known.at(-1)
  return (
    <svg className="trend" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={say('trend', { months })}>
      {target === null ? null : <line className="trend-target" x1="0" x2={WIDTH} y1={y(target)} y2={y(target)} />}
      {runsOf(known).map((run) => (
        <polyline
          key={run[0]?.at}
          className="trend-run"
          points={run.map(({ at, value }) => `${x(at)},${y(value)}`).join(' ')}
        />
      ))}
      {last === undefined ? null : <circle className="trend-last" cx={x(last.at)} cy={y(last.value)} r="2.5" />}
    </svg>
  )
}

type Point = { readonly at: number; readonly value: number }

function runsOf(points: readonly Point[]): Point[][] {
  const runs: Point[][] = []
  for (const point of points) {
    const run = runs.at(-1)
    if (run?.at(-1)?.at === point.at - 1) run.push(point)
    else runs.push([point])
  }
  return runs
}
