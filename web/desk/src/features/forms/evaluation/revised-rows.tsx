import { useWords } from '#desk/words/use-words.ts'
import type { SelfEvaluation } from './self-evaluation.ts'

const WORDS = {
  title: { zh: '批复后修订过的内容', en: 'Revised since the first approval' },
  line: { zh: '{where}：原 {was}，现 {now}', en: '{where}: was {was}, now {now}' },
} as const

/** rules.md §3.4: measured by the version revised last, with the original beside it. */
export function RevisedRows({ revised }: Pick<SelfEvaluation, 'revised'>) {
  const say = useWords(WORDS)
  if (revised.length === 0) return null
  return (
    <section className="card">
      <h2>{say('title')}</h2>
      <ul className="evaluation-list">
        {revised.map((change) => (
          <li key={change.where}>{say('line', change)}</li>
        ))}
      </ul>
    </section>
  )
}
