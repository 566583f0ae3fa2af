import { formatClock } from '#desk/words/format-moment.ts'
import { useWords } from '#desk/words/use-words.ts'
import type { OpenedProbe } from './probe-view.ts'

const WORDS = {
  picture: {
    zh: '最近 {count} 次应答，{from} 至 {until}：{failed} 次失败，成功的最慢 {slowest} 毫秒',
    en: 'Last {count} answers, {from} to {until}: {failed} failed, the slowest good one took {slowest} ms',
  },
  failed: { zh: '{clock}　失败：{problem}', en: '{clock}  failed: {problem}' },
  took: { zh: '{clock}　{ms} 毫秒', en: '{clock}  {ms} ms' },
  ms: { zh: '最慢 {ms} 毫秒', en: 'slowest {ms} ms' },
  none: { zh: '还没有应答', en: 'no answer yet' },
} as const

const WIDTH = 480
const HEIGHT = 130
const PAD = 8
const FLOOR = HEIGHT - 4
const CEILING = 20

type Answer = OpenedProbe['answers'][number]

/** How long the last answers took; a failure is a cross at the top, and time without an answer is a gap. */
export function AnswersChart({
  answers,
  everySeconds,
}: Pick<OpenedProbe, 'answers'> & { readonly everySeconds: number }) {
  const say = useWords(WORDS)
  const points = answers.toReversed().map((answer) => ({ ...answer, second: Date.parse(answer.at) / 1000 }))
  const [first, last] = [points[0], points.at(-1)]
  if (first === undefined || last === undefined) return <p className="small">{say('none')}</p>
  const slowest = Math.max(1, ...points.filter(({ isUp }) => isUp).map(({ tookMs }) => tookMs))
  const span = Math.max(1, last.second - first.second)
  const x = (second: number) => PAD + ((second - first.second) / span) * (WIDTH - 2 * PAD)
  const y = (ms: number) => FLOOR - (ms / slowest) * (FLOOR - CEILING)
  const failed = points.filter(({ isUp }) => !isUp)
  const runs = [...new Set(points.map((point) => point.from))].flatMap((place) =>
    runsOf(
      points.filter((point) => point.from === place),
      everySeconds,
    ),
  )
  const [from, until] = [clockOf({ ...first, from: null }), clockOf({ ...last, from: null })]
  const label = say('picture', { count: points.length, from, until, failed: failed.length, slowest })
  return (
    <div className="watch-chart">
      <span className="small">{say('ms', { ms: slowest })}</span>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
        <line className="watch-axis" x1="0" x2={WIDTH} y1={FLOOR} y2={FLOOR} />
        {runs.map((run) => (
          <polyline
            key={keyOf(run[0])}
            className="watch-run"
            points={run.map(({ second, tookMs }) => `${x(second)},${y(tookMs)}`).join(' ')}
          />
        ))}
        {points.map((point) => (
          <Mark key={keyOf(point)} answer={point} x={x(point.second)} y={point.isUp ? y(point.tookMs) : CEILING - 8} />
        ))}
      </svg>
      <span className="watch-ends small">
        <span>{from}</span>
        <span>{until}</span>
      </span>
    </div>
  )
}

function Mark({ answer, x, y }: { readonly answer: Answer; readonly x: number; readonly y: number }) {
  const say = useWords(WORDS)
  const clock = clockOf(answer)
  if (answer.isUp) {
    return (
      <circle className="watch-point" cx={x} cy={y} r="2.5">
        <title>{say('took', { clock, ms: answer.tookMs })}</title>
      </circle>
    )
  }
  return (
    <path className="watch-cross" d={`M${x - 4} ${y - 4}l8 8m0-8l-8 8`}>
      <title>{say('failed', { clock, problem: answer.problem })}</title>
    </path>
  )
}

/** Two places may answer in one second. */
function keyOf(answer: Answer | undefined): string {
  return `${answer?.at} ${answer?.from ?? ''}`
}

/** When, and from which place. */
function clockOf({ at, from }: Pick<Answer, 'at' | 'from'>): string {
  return [formatClock(at, Date.now()), from ?? ''].join(' ').trim()
}

type Point = Answer & { readonly second: number }

/** Good answers one after the other; a check may come late by half of its interval before there is a gap. */
function runsOf(points: readonly Point[], everySeconds: number): Point[][] {
  const runs: Point[][] = []
  let before: Point | undefined
  for (const point of points) {
    const goesOn = before?.isUp === true && point.second - before.second <= everySeconds * 1.5
    if (point.isUp && goesOn) runs.at(-1)?.push(point)
    else if (point.isUp) runs.push([point])
    before = point
  }
  return runs
}
