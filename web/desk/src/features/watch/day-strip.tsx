import { useWords } from '#desk/words/use-words.ts'
import type { ProbeLine } from './probe-view.ts'

const WORDS = {
  picture: {
    zh: '近 {days} 天：{good} 天全天可用，{out} 天有中断，{unseen} 天没有观测',
    en: 'Last {days} days: up all day on {good}, outages on {out}, not observed on {unseen}',
  },
  day: {
    zh: '{day}　{share}%　中断 {outages} 次　覆盖 {coverage}%',
    en: '{day}  {share} %, {outages} outages, coverage {coverage} %',
  },
  unseen: { zh: '{day}　没有观测', en: '{day}  not observed' },
} as const

const STEP = 4
const HEIGHT = 26
/** Heights tell the cases apart where colours do not. */
const TOPS = { good: 8, out: 0, unseen: 18 } as const

type Day = ProbeLine['days'][number]

/** A day is whole, has an outage or was not seen; one bar each, the oldest left. */
export function DayStrip({ days }: { readonly days: readonly Day[] }) {
  const say = useWords(WORDS)
  const kinds = days.map(kindOf)
  const count = (kind: keyof typeof TOPS) => kinds.filter((one) => one === kind).length
  const label = say('picture', { days: days.length, good: count('good'), out: count('out'), unseen: count('unseen') })
  return (
    <svg
      className="watch-strip"
      viewBox={`0 0 ${days.length * STEP} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      {days.map((day, at) => {
        const kind = kindOf(day)
        return (
          <rect
            key={day.day}
            className={`watch-day-${kind}`}
            x={at * STEP}
            y={TOPS[kind]}
            width={STEP - 1}
            height={HEIGHT - TOPS[kind]}
          >
            <title>
              {day.share === null
                ? say('unseen', { day: day.day })
                : say('day', { ...day, share: day.share, coverage: day.coverage ?? '0' })}
            </title>
          </rect>
        )
      })}
    </svg>
  )
}

function kindOf({ share, outages }: Day): keyof typeof TOPS {
  if (share === null) return 'unseen'
  return outages > 0 ? 'out' : 'good'
}
