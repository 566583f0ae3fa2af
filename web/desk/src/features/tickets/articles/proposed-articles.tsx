import { skipToken, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useDeferredValue } from 'react'
import { queries } from '#desk/api/client.ts'
import { useWords } from '#desk/words/use-words.ts'
import './articles.css'

const WORDS = {
  title: { zh: '知识库里可能有用', en: 'This may help' },
  helped: { zh: '{helped} 次有用', en: 'helped {helped} times' },
} as const

/** What helped with the like before, while the caller is still on the line. */
export function ProposedArticles({ service, words }: { readonly service: string; readonly words: string }) {
  const say = useWords(WORDS)
  const sought = useDeferredValue(words.trim())
  const input = service === '' ? skipToken : { service, words: sought }
  const found = useQuery(queries.deskArticles.proposeArticles.queryOptions({ input, placeholderData: (last) => last }))
  if (found.data === undefined || found.data.length === 0) return null
  return (
    <section className="card card-body" aria-label={say('title')}>
      <strong>{say('title')}</strong>
      <ul className="article-proposals">
        {found.data.map(({ id, title, remedy, helped }) => (
          <li key={id}>
            <details>
              <summary>
                {title} {helped === 0 ? null : <span className="small">{say('helped', { helped })}</span>}
              </summary>
              <p>{remedy}</p>
              <Link to="/knowledge/$articleId" params={{ articleId: id }} target="_blank">
                {title}
              </Link>
            </details>
          </li>
        ))}
      </ul>
    </section>
  )
}
