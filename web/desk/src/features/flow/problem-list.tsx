import { useWords } from '#desk/words/use-words.ts'
import type { OpenedFlow } from './flow-page.tsx'

const WORDS = {
  title: { zh: '发布前要改好的', en: 'To be mended before it is published' },
  none: { zh: '✓ 每个环节都有人，每条路都走得到头，可以发布', en: '✓ Every step has people and every way ends' },
  stale: { zh: '有改动未保存，保存后重新检查。', en: 'Changed and not saved; it is checked again when saved.' },
} as const

type ProblemListProps = { readonly problems: OpenedFlow['problems']; readonly isCurrent: boolean }

/** What keeps the flow from being published; each leads to its step. */
export function ProblemList({ problems, isCurrent }: ProblemListProps) {
  const say = useWords(WORDS)
  return (
    <section className="card flow-problems" aria-live="polite">
      {problems.length === 0 ? <p>{say('none')}</p> : <h2>{say('title')}</h2>}
      <ul>
        {problems.map(({ code, node, message }) => (
          <li key={`${code} ${node} ${message}`}>
            <span className="severity-error" aria-hidden>
              ✕
            </span>{' '}
            {node === null ? message : <a href={`#step-${node}`}>{message}</a>}
          </li>
        ))}
      </ul>
      {isCurrent ? null : <p className="small">{say('stale')}</p>}
    </section>
  )
}
