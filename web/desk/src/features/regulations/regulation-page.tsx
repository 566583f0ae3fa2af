import { RegulationId } from '@shiji/contract/regulations'
import { REGULATION_KIND_WORDS } from '@shiji/kernel/regulation/regulation'
import { say as sayIn } from '@shiji/kernel/wording'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { type api, queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { AskButton } from '#desk/kit/ask-button.tsx'
import { Loaded } from '#desk/kit/loaded.tsx'
import { PageHead } from '#desk/kit/page-head.tsx'
import { useMay } from '#desk/shell/use-me.ts'
import { formatMoment } from '#desk/words/format-moment.ts'
import { today } from '#desk/words/today.ts'
import { useLanguage, useWords } from '#desk/words/use-words.ts'
import { ReviewRegulation } from './review-regulation.tsx'
import { StateLight } from './state-light.tsx'
import './regulations.css'

const WORDS = {
  texts: { zh: '文本', en: 'Texts' },
  reviews: { zh: '复核记录', en: 'Reviews' },
  noReviews: { zh: '还没有复核过', en: 'Never reviewed' },
  always: { zh: '长期', en: 'no end' },
  next: { zh: '下次 {day}', en: 'next {day}' },
  entered: { zh: '{by} 于 {at} 登记', en: 'entered by {by} at {at}' },
  repeal: { zh: '废止', en: 'Repeal' },
  on: { zh: '废止日期', en: 'From what day' },
  because: { zh: '为什么废止', en: 'Why it is repealed' },
  repealed: { zh: '{on} 起废止：{because}（{by}）', en: 'repealed from {on}: {because} ({by})' },
} as const

type Seen = Awaited<ReturnType<typeof api.regulations.openRegulation>>

export function RegulationPage() {
  const { regulationId } = useParams({ from: '/desk/regulations/$regulationId' })
  const input = { id: regulationId as RegulationId }
  const seen = useQuery(queries.regulations.openRegulation.queryOptions({ input }))
  return <Loaded query={seen}>{(regulation) => <Shown regulation={regulation} />}</Loaded>
}

function Shown({ regulation }: { readonly regulation: Seen }) {
  const say = useWords(WORDS)
  const language = useLanguage()
  const mayWrite = useMay('documents.keep')
  const { name, number, kind, unit, state, repealed } = regulation
  const id = RegulationId.parse(regulation.id)
  const about = [sayIn(REGULATION_KIND_WORDS[kind], language), number, unit.name].filter((part) => part !== '')
  const isOpen = mayWrite && repealed === null
  return (
    <>
      <PageHead
        title={name}
        about={about.join(' · ')}
        tools={
          <>
            <StateLight state={state} />
            {isOpen ? <Repeal id={id} /> : null}
          </>
        }
        action={isOpen ? <ReviewRegulation id={id} /> : undefined}
      />
      {repealed === null ? null : <p>{say('repealed', repealed)}</p>}
      <Texts {...regulation} />
      <Reviews {...regulation} />
    </>
  )
}

function Texts({ versions }: Pick<Seen, 'versions'>) {
  const say = useWords(WORDS)
  return (
    <section className="card" aria-labelledby="texts-title">
      <h2 id="texts-title">{say('texts')}</h2>
      <ul className="plain-list card-body">
        {versions.map(({ document, validFrom, validUntil, at, by }) => (
          <li key={at} className="two-lines">
            <span>
              {document.name} · {validFrom} – {validUntil ?? say('always')}
            </span>
            <span className="small">{say('entered', { by, at: formatMoment(at) })}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Reviews({ reviews }: Pick<Seen, 'reviews'>) {
  const say = useWords(WORDS)
  return (
    <section className="card regulation-reviews" aria-labelledby="reviews-title">
      <h2 id="reviews-title">{say('reviews')}</h2>
      {reviews.length === 0 ? <p className="card-body small">{say('noReviews')}</p> : null}
      <ul className="plain-list card-body">
        {reviews.map(({ on, note, nextReviewOn, at, by }) => (
          <li key={at} className="two-lines">
            <span>
              {on} {note} {nextReviewOn === null ? null : say('next', { day: nextReviewOn })}
            </span>
            <span className="small">{say('entered', { by, at: formatMoment(at) })}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Repeal({ id }: { readonly id: RegulationId }) {
  const say = useWords(WORDS)
  const repeal = useMutation(
    queries.regulations.repealRegulation.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: queries.regulations.key() }),
    }),
  )
  return (
    <AskButton
      label={say('repeal')}
      questions={[
        { name: 'on', label: say('on'), kind: 'day', initial: today() },
        { name: 'because', label: say('because') },
      ]}
      deed={repeal}
      inputOf={(answer) => ({ id, on: answer('on'), because: answer('because') })}
    />
  )
}
