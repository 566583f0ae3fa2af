import { Light } from '#desk/kit/light.tsx'
import { useWords } from '#desk/words/use-words.ts'
import { minutesUncovered, type ShiftSeen } from './duty-words.ts'

const WORDS = {
  gap: { zh: '缺 {count} 人', en: '{count} short' },
  missed: { zh: '空班', en: 'nobody came' },
  waived: { zh: '免值', en: 'waived' },
  ahead: { zh: '未到', en: 'ahead' },
  on: { zh: '在岗', en: 'there now' },
  handed: { zh: '已交接', en: 'handed over' },
  left: { zh: '已离岗', en: 'left' },
  absent: { zh: '未签到', en: 'not checked in' },
  full: { zh: '全程在岗', en: 'covered' },
  short: { zh: '缺岗 {count} 分钟', en: 'uncovered {count} min' },
} as const

/** What is known of a shift, in one word: the gap before it, who is there within it, what was covered after it. */
export function ShiftLight({ shift }: { readonly shift: ShiftSeen }) {
  const say = useWords(WORDS)
  const { state, phase, gap, turns } = shift
  if (state === 'waived') return <Light kind="none" word={say('waived')} />
  if (state === 'missed') return <Light kind="bad" word={say('missed')} />
  if (gap > 0) return <Light kind="watch" word={say('gap', { count: gap })} />
  const isOver = Date.parse(shift.dueAt) <= Date.now()
  if (isOver) {
    const count = minutesUncovered(shift)
    return count <= 0 ? <Light kind="good" word={say('full')} /> : <Light kind="watch" word={say('short', { count })} />
  }
  if (turns.some(({ inAt, outAt }) => inAt !== null && outAt === null)) return <Light kind="good" word={say('on')} />
  if (shift.handOver?.takenAt != null) return <Light kind="good" word={say('handed')} />
  if (turns.some(({ outAt }) => outAt !== null)) return <Light kind="bad" word={say('left')} />
  return phase === 'ahead' ? (
    <Light kind="not-started" word={say('ahead')} />
  ) : (
    <Light kind="bad" word={say('absent')} />
  )
}
