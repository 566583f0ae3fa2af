import { useWords } from '#desk/words/use-words.ts'
import { MONTHS } from './curve-draft.ts'
import type { MonitoredRow } from './month-draft.ts'

const WORDS = { line: { zh: '计划曲线', en: 'The plan over the year' } } as const

const WIDTH = 480
const HEIGHT = 90
const STEP = WIDTH / 12

/** The share of the year's target that should stand at the end of each month; nothing where words decide. */
export function PlanLine({ curve }: { readonly curve: MonitoredRow['curve'] }) {
  const say = useWords(WORDS)
  const shares = sharesOf(curve)
  if (shares === null) return null
  const y = (share: number) => HEIGHT - 8 - share * (HEIGHT - 22)
  return (
    <svg className="plan-line" viewBox={`0 0 ${WIDTH} ${HEIGHT + 14}`} role="img" aria-label={say('line')}>
      <polyline points={shares.map((share, at) => `${at * STEP + STEP / 2},${y(share)}`).join(' ')} />
      {MONTHS.map((month) => (
        <text key={month} x={(month - 1) * STEP + STEP / 2} y={HEIGHT + 10}>
          {month}
        </text>
      ))}
    </svg>
  )
}

function sharesOf(curve: MonitoredRow['curve']): readonly number[] | null {
  switch (curve.kind) {
    case 'even':
      return MONTHS.map((month) => month / 12)
    case 'level':
    case 'cap':
      return MONTHS.map(() => 1)
    case 'once':
      return MONTHS.map((month) => (month >= curve.month ? 1 : 0))
    case 'monthly': {
      const most = Math.max(...curve.planned.map(Number), 1)
      return curve.planned.map((sum) => Number(sum) / most)
    }
    case 'words':
      return null
  }
}
