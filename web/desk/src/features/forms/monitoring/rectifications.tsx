import type { RectificationReply, Remedy } from '@shiji/contract/monitoring'
import type { FormId } from '@shiji/contract/performance'
import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { api, queries } from '#desk/api/client.ts'
import { Loaded } from '#desk/kit/loaded.tsx'
import { useMay } from '#desk/shell/use-me.ts'
import { formatMoment } from '#desk/words/format-moment.ts'
import { useWords } from '#desk/words/use-words.ts'
import { TakeSheet } from '../take-sheet.tsx'
import { AnswerNotice, IssueNotice, SettleNotice } from './notice-forms.tsx'
import { NoticeLight, REMEDY_WORDS } from './notice-light.tsx'

const WORDS = {
  title: { zh: '整改通知', en: 'Asked to correct' },
  none: { zh: '没有整改通知。', en: 'Nothing was asked.' },
  calls: { zh: '按规定，连续的灯要求：{remedy}', en: 'By the rules the lights call for: {remedy}' },
  of: { zh: '{month} 月', en: 'Month {month}' },
  issued: { zh: '{by} 于 {at} 发出', en: 'Issued by {by} at {at}' },
  sheet: { zh: '整改回复', en: 'Answer sheet' },
  answer: { zh: '答复（{at}，附件 {files} 个）：{answer}', en: 'Answer ({at}, {files} files): {answer}' },
} as const

export type Notice = z.infer<typeof RectificationReply>

type RectificationsProps = {
  readonly id: FormId
  /** Null when it was not a month that went wrong, but the year as a whole at re-evaluation. */
  readonly month: number | null
  readonly remedy: z.infer<typeof Remedy> | null
}

/** What was asked when it went wrong, by when, and what was answered. */
export function Rectifications({ id, month, remedy }: RectificationsProps) {
  const say = useWords(WORDS)
  const sayRemedy = useWords(REMEDY_WORDS)
  const mayReview = useMay('performance.review')
  const notices = useQuery(queries.monitoring.listRectifications.queryOptions({ input: { id } }))
  return (
    <section aria-label={say('title')}>
      <h2 className="month-section">{say('title')}</h2>
      {remedy === null ? null : <p>{say('calls', { remedy: sayRemedy(remedy) })}</p>}
      <Loaded query={notices} rows={2}>
        {(rows) =>
          rows.length === 0 ? (
            <p className="small">{say('none')}</p>
          ) : (
            <div className="notice-cards">
              {rows.map((notice) => (
                <NoticeCard key={notice.id} notice={notice} />
              ))}
            </div>
          )
        }
      </Loaded>
      {mayReview ? <IssueNotice id={id} month={month} remedy={remedy ?? 'correct'} /> : null}
    </section>
  )
}

function NoticeCard({ notice }: { readonly notice: Notice }) {
  const say = useWords(WORDS)
  const sayRemedy = useWords(REMEDY_WORDS)
  const mayWrite = useMay('performance.write')
  const mayReview = useMay('performance.review')
  const { id, state, month, remedy, issuedBy: by, issuedAt } = notice
  return (
    <article className="card">
      <div className="card-body">
        <p>
          <span className="strong">{sayRemedy(remedy)}</span> {month === null ? null : say('of', { month })}{' '}
          <NoticeLight notice={notice} />
        </p>
        <p>{notice.demand}</p>
        <p className="small">{say('issued', { by, at: formatMoment(issuedAt) })}</p>
        {notice.answeredAt === null ? null : (
          <p>
            {say('answer', {
              at: formatMoment(notice.answeredAt),
              files: notice.documentIds.length,
              answer: notice.answer,
            })}
          </p>
        )}
        <p className="month-tools">
          <TakeSheet sheet={say('sheet')} take={(as) => api.monitoring.printAnswer({ id, as })} />
        </p>
        {mayWrite && state === 'open' ? <AnswerNotice notice={notice} /> : null}
        {mayReview && state === 'answered' ? <SettleNotice notice={notice} /> : null}
      </div>
    </article>
  )
}
