import { useWords } from '#desk/words/use-words.ts'
import type { Reading } from './row-types.ts'

const WORDS = {
  A: { zh: '系统采集', en: 'by a system' },
  B: { zh: '现场签名·照片·扫码', en: 'signed or photographed on the spot' },
  C: { zh: '盖章材料', en: 'stamped material' },
  D: { zh: '说明', en: 'statements' },
  bar: { zh: '依据强度：{parts}', en: 'Strength of the evidence: {parts}' },
} as const

const GRADES = ['A', 'B', 'C', 'D'] as const
const WIDTH = 100

/** How strong the proof is, as one thin bar and in words. */
export function StrengthBar({ strengths }: Pick<Reading, 'strengths'>) {
  const say = useWords(WORDS)
  const all = GRADES.reduce((sum, grade) => sum + strengths[grade], 0)
  if (all === 0) return null
  const shares = GRADES.map((grade) => ({ grade, share: strengths[grade] / all })).filter(({ share }) => share > 0)
  const parts = shares.map(({ grade, share }) => `${grade} ${Math.round(share * 100)}% ${say(grade)}`).join(' · ')
  let from = 0
  return (
    <svg
      className="strength"
      viewBox={`0 0 ${WIDTH} 4`}
      preserveAspectRatio="none"
      role="img"
      aria-label={say('bar', { parts })}
    >
      <title>{say('bar', { parts })}</title>
      {shares.map(({ grade, share }) => {
        const x = from
        from += share * WIDTH
        return (
          <rect
            key={grade}
            className={`strength-${grade.toLowerCase()}`}
            x={x}
            y="0"
            width={share * WIDTH}
            height="4"
          />
        )
      })}
    </svg>
  )
}
