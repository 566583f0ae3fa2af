import { useSession } from '../session/session.ts'
import { useWords } from '../words/use-words.ts'
import { type DraftSpan, usualSpan } from './work-draft.ts'

const WORDS = {
  title: { zh: '工时', en: 'Time' },
  from: { zh: '工时 {number} 开始', en: 'Time {number} from' },
  until: { zh: '工时 {number} 结束', en: 'Time {number} until' },
  remove: { zh: '去掉', en: 'Remove' },
  add: { zh: '加我的工时', en: 'Add my time' },
} as const

type SpanFieldsProps = {
  readonly spans: readonly DraftSpan[]
  readonly onChange: (spans: readonly DraftSpan[]) => void
}

/** When who worked on it. */
export function SpanFields({ spans, onChange }: SpanFieldsProps) {
  const say = useWords(WORDS)
  const { me } = useSession()
  const change = (index: number, changed: Partial<DraftSpan>) =>
    onChange(spans.map((span, at) => (at === index ? { ...span, ...changed } : span)))
  return (
    <section className="card fields" aria-labelledby="spans-title">
      <h2 id="spans-title">{say('title')}</h2>
      {spans.map((span, index) => {
        const number = index + 1
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: stretches of time have no name, and their order is theirs.
          <div key={index} className="fields">
            <p>{span.name}</p>
            {(['from', 'until'] as const).map((edge) => (
              <label key={edge}>
                {say(edge, { number })}
                <input
                  type="datetime-local"
                  value={span[edge]}
                  onChange={({ target }) => change(index, { [edge]: target.value })}
                />
              </label>
            ))}
            <div className="buttons">
              <button type="button" className="button" onClick={() => onChange(spans.filter((_, at) => at !== index))}>
                {say('remove')}
              </button>
            </div>
          </div>
        )
      })}
      {me === null ? null : (
        <button type="button" className="button" onClick={() => onChange([...spans, usualSpan(me.person)])}>
          {say('add')}
        </button>
      )}
    </section>
  )
}
