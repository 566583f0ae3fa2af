import { FormId } from '@shiji/contract/performance'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { queries } from '#desk/api/client.ts'
import { useWords } from '#desk/words/use-words.ts'
import { useCellName } from './cell-name.ts'
import { Comments } from './review-rows.tsx'
import './review.css'

const WORDS = { title: { zh: '批注', en: 'Comments' } } as const

/** What reviewers pinned to the cells of a declaration, each beside the way to its cell; nothing when nobody did. */
export function CommentList({ formId }: { readonly formId: string }) {
  const say = useWords(WORDS)
  const { data } = useQuery(queries.review.readReview.queryOptions({ input: { id: FormId.parse(formId) } }))
  const nameOf = useCellName(data?.rows ?? [])
  if (data === undefined || data.comments.length === 0) return null
  const places = [...new Set(data.comments.map(({ place }) => place))]
  return (
    <section aria-label={say('title')}>
      <h2 className="case-heading">{say('title')}</h2>
      {places.map((place) => (
        <div key={place} className="review-cell">
          <Link to="/projects/forms/$formId" params={{ formId }} search={place === 'form' ? {} : { at: place }}>
            {nameOf(place)}
          </Link>
          <Comments form={data} at={place} />
        </div>
      ))}
    </section>
  )
}
