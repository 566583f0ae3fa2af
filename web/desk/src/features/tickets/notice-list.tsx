import { useMutation } from '@tanstack/react-query'
import { useEffect } from 'react'
import { queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { Light } from '#desk/kit/light.tsx'
import { formatMoment } from '#desk/words/format-moment.ts'
import { useWords } from '#desk/words/use-words.ts'
import type { TicketSeen } from './ticket-view.ts'

const WORDS = {
  title: { zh: '通知', en: 'Notices' },
  sent: { zh: '已发送', en: 'sent' },
  delivered: { zh: '已送达', en: 'delivered' },
  read: { zh: '已读 {at}', en: 'read {at}' },
  failed: { zh: '没有可通知的人', en: 'nobody to tell' },
} as const

type Notice = TicketSeen['notices'][number]

/** Who was told of what, and what became of it. What is for the reader is read by being shown. */
export function NoticeList({ notices }: Pick<TicketSeen, 'notices'>) {
  const say = useWords(WORDS)
  const { mutate } = useMutation(
    queries.desk.acknowledgeNotice.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: queries.desk.listNotices.key() }),
    }),
  )
  const unread = notices
    .filter(({ isMine, readAt }) => isMine && readAt === null)
    .map(({ id }) => id)
    .join(' ')
  useEffect(() => {
    for (const id of unread.split(' ').filter((one) => one !== '')) mutate({ id: id as Notice['id'], what: 'read' })
  }, [unread, mutate])
  if (notices.length === 0) return null
  return (
    <section className="card" aria-labelledby="notices-title">
      <h2 id="notices-title">{say('title')}</h2>
      <ul className="card-body notice-list">
        {notices.map((notice) => (
          <li key={notice.id}>
            <span>{notice.sentence}</span>
            <span className="small">
              {notice.person} {formatMoment(notice.sentAt)}
            </span>
            <Fate notice={notice} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Fate({ notice: { failedAt, readAt, deliveredAt } }: { readonly notice: Notice }) {
  const say = useWords(WORDS)
  if (failedAt !== null) return <Light kind="bad" word={say('failed')} />
  if (readAt !== null) return <Light kind="good" word={say('read', { at: formatMoment(readAt) })} />
  return <Light kind="not-started" word={say(deliveredAt === null ? 'sent' : 'delivered')} />
}
