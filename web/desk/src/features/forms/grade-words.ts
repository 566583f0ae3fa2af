import { useWords } from '#desk/words/use-words.ts'

/** Grades as the packs name them. Forms print the Chinese name, which is also what is kept. */
const WORDS = {
  优: { zh: '优', en: 'excellent' },
  良: { zh: '良', en: 'good' },
  中: { zh: '中', en: 'fair' },
  差: { zh: '差', en: 'poor' },
} as const

/** A grade as people read it; one of a place’s own by its own name. */
export function useGrade(): (grade: string | null) => string {
  const say = useWords(WORDS)
  return (grade) => {
    if (grade === null || grade === '') return '—'
    return isKnown(grade) ? say(grade) : grade
  }
}

function isKnown(grade: string): grade is keyof typeof WORDS {
  return grade in WORDS
}
