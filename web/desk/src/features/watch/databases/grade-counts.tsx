import { Light } from '#desk/kit/light.tsx'
import { useWords } from '#desk/words/use-words.ts'
import { type CheckupLine, GRADE_LIGHTS, GRADE_WORDS, GRADES } from './database-words.ts'

const WORDS = {
  count: { zh: '{grade} {count}', en: '{grade} {count}' },
  sound: { zh: '没有发现问题', en: 'nothing found' },
} as const

/** How many findings of each grade there are; those there are none of are left out. */
export function GradeCounts({ counts }: { readonly counts: CheckupLine['counts'] }) {
  const say = useWords(WORDS)
  const sayGrade = useWords(GRADE_WORDS)
  const found = GRADES.filter((grade) => counts[grade] > 0)
  if (found.length === 0) return <Light kind="good" word={say('sound')} />
  return (
    <span className="watch-acts">
      {found.map((grade) => {
        const word = say('count', { grade: sayGrade(grade), count: counts[grade] })
        return <Light key={grade} kind={GRADE_LIGHTS[grade]} word={word} />
      })}
    </span>
  )
}
