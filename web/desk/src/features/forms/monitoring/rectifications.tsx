import type { RectificationReply, Remedy } from '@shiji/contract/monitoring'
import type { FormId } from '@shiji/contract/performance'
import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { queries } from '#desk/api/client.ts'
import { Light } from '#desk/kit/light.tsx'
import { Loaded } from '#desk/kit/loaded.tsx'
import { useMay } from '#desk/shell/use-me.ts'
import { formatMoment } from '#desk/words/format-moment.ts'
import { useWords } from '#desk/words/use-words.ts'
import { AnswerNotice, IssueNotice, SettleNotice } from './notice-forms.tsx'

const WORDS = {
  title: { zh: '整改通知', en: 'Asked to correct' },
  none: { zh: '没有整改通知。', en: 'Nothing was asked.' },
  calls: { zh: '按规定，连续的灯要求：{remedy}', en: 'By the rules the lights call for: {remedy}' },
  remind: { zh: '提醒', en: 'a reminder' },
  correct: { zh: '限期整改', en: 'a correction by a day' },
  'hold-payment': { zh: '暂缓拨款', en: 'holding payment' },
  open: { zh: '{day} 前答复', en: 'Answer by {day}' },
  late: { zh: '已逾期，应于 {day} 前答复', en: 'Late, was due by {day}' },
  answered: { zh: '已答复，待认可', en: 'Answered, to be accepted' },
  closed: { zh: '已销号', en: 'Closed' },
  of: { zh: '{month} 月', en: 'Month {month}' },
  issued: { zh: '{by} 于 {at} 发出', en: 'Issued by {by} at {at}' },
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
  const mayReview = useMay('performance.review')
  const notices = useQuery(queries.monitoring.listRectifications.queryOptions({ input: { id } }))
  return (
    <section aria-label={say('title')}>
      <h2 className="month-section">{say('title')}</h2>
      {remedy === null ? null : <p>{say('calls', { remedy: say(remedy) })}</p>}
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
  const mayWrite = useMay('performance.write')
  const mayReview = useMay('performance.review')
  const { state, dueOn: day, month, remedy, issuedBy: by, issuedAt } = notice
  return (
    <article className="card">
      <div className="card-body">
        <p>
          <span className="strong">{say(remedy)}</span> {month === null ? null : say('of', { month })}{' '}
          <NoticeLight notice={notice} day={day} />
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
        {mayWrite && state === 'open' ? <AnswerNotice notice={notice} /> : null}
        {mayReview && state === 'answered' ? <SettleNotice notice={notice} /> : null}
      </div>
    </article>
  )
}

function NoticeLight({ notice: { state, overdue }, day }: { readonly notice: Notice; readonly day: string }) {
  const say = useWords(WORDS)
  switch (state) {
    case 'open':
      return <Light kind={overdue ? 'bad' : 'watch'} word={say(overdue ? 'late' : 'open', { day })} />
    case 'answered':
      return <Light kind="not-started" word={say('answered')} />
    case 'closed':
      return <Light kind="good" word={say('closed')} />
  }
}
