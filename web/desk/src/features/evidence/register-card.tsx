import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { queries } from '#desk/api/client.ts'
import { Loaded } from '#desk/kit/loaded.tsx'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { useMay } from '#desk/shell/use-me.ts'
import { formatMoment } from '#desk/words/format-moment.ts'
import { useWords } from '#desk/words/use-words.ts'

const WORDS = {
  about: {
    zh: '“没有发生”要有人逐月核对过《{name}》才算数。',
    en: '“Nothing happened” counts when somebody looked {name} through every month.',
  },
  missing: { zh: '还没有核对的月份', en: 'Months not looked through' },
  none: { zh: '过去的月份都核对过。', en: 'Every past month was looked through.' },
  review: { zh: '{year} 年 {month} 月已核对，记录齐全', en: '{year}-{month} looked through and complete' },
  done: { zh: '{year} 年 {month} 月 {by} 于 {at} 核对', en: '{year}-{month}: by {by} at {at}' },
} as const

type Props = {
  readonly register: { readonly key: string; readonly name: string }
  readonly unitId: string
  readonly year: number
}

/** Zero needs proof: who looked the register through for which month. */
export function RegisterCard({ register: { key, name }, unitId, year }: Props) {
  const say = useWords(WORDS)
  const mayReview = useMay('evidence.write')
  const client = useQueryClient()
  const kept = useQuery(queries.evidence.readRegister.queryOptions({ input: { key, unitId, year } }))
  const review = useMutation(
    queries.evidence.reviewRegister.mutationOptions({
      onSuccess: async () => {
        await client.invalidateQueries({ queryKey: queries.evidence.key() })
        await client.invalidateQueries({ queryKey: queries.evidenceRows.key() })
      },
    }),
  )
  return (
    <>
      <p className="small">{say('about', { name })}</p>
      <ProblemAlert problem={review.error} />
      <Loaded query={kept} rows={2}>
        {({ missing, reviews }) => (
          <>
            {missing.length === 0 ? <p>{say('none')}</p> : <p>{say('missing')}</p>}
            <ul className="plain-list">
              {missing.map((month) => (
                <li key={month}>
                  {mayReview ? (
                    <Button
                      size="small"
                      disabled={review.isPending}
                      onClick={() => review.mutate({ key, unitId, year, month, note: '' })}
                    >
                      {say('review', { year, month })}
                    </Button>
                  ) : (
                    month
                  )}
                </li>
              ))}
              {reviews.map(({ month, reviewedBy, reviewedAt }) => (
                <li key={month} className="small">
                  {say('done', { year, month, by: reviewedBy, at: formatMoment(reviewedAt) })}
                </li>
              ))}
            </ul>
          </>
        )}
      </Loaded>
    </>
  )
}
