import { Button, Input } from 'antd'
import { useWords } from '#desk/words/use-words.ts'

const WORDS = {
  expert: { zh: '第 {number} 位专家', en: 'Expert {number}' },
  score: { zh: '第 {number} 位专家评分', en: 'Score of expert {number}' },
  add: { zh: '加一位专家', en: 'Add an expert' },
} as const

export type ExpertScore = { readonly expert: string; readonly score: string }

type ExpertScoresProps = {
  readonly scores: readonly ExpertScore[]
  readonly onChange: (scores: readonly ExpertScore[]) => void
}

/** 重点评价: each expert's score out of a hundred. */
export function ExpertScores({ scores, onChange }: ExpertScoresProps) {
  const say = useWords(WORDS)
  const put = (at: number, change: Partial<ExpertScore>) =>
    onChange(scores.map((one, index) => (index === at ? { ...one, ...change } : one)))
  return (
    <div className="again-experts">
      {scores.map(({ expert, score }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: experts are known by their place until they have a name
        <p key={at}>
          <Input
            aria-label={say('expert', { number: at + 1 })}
            placeholder={say('expert', { number: at + 1 })}
            value={expert}
            maxLength={100}
            onChange={({ target }) => put(at, { expert: target.value })}
          />
          <Input
            aria-label={say('score', { number: at + 1 })}
            inputMode="decimal"
            value={score}
            onChange={({ target }) => put(at, { score: target.value })}
          />
        </p>
      ))}
      <Button onClick={() => onChange([...scores, { expert: '', score: '' }])}>{say('add')}</Button>
    </div>
  )
}
