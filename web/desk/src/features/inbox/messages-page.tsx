import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { type api, queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { useLive } from '#desk/api/use-live.ts'
import { Loaded } from '#desk/kit/loaded.tsx'
import { PageHead } from '#desk/kit/page-head.tsx'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { StateBlock } from '#desk/kit/state-block.tsx'
import { formatMoment } from '#desk/words/format-moment.ts'
import { useWords } from '#desk/words/use-words.ts'
import { QuietHours } from './quiet-hours.tsx'
import './inbox.css'

const WORDS = {
  title: { zh: '消息', en: 'Messages' },
  about: { zh: '告诉过您的事，以及何时不打扰您', en: 'What you were told, and when you are left alone' },
  list: { zh: '消息', en: 'Messages' },
  readAll: { zh: '全部已读', en: 'Mark all as read' },
  unread: { zh: '未读', en: 'unread' },
  more: { zh: '再看 50 条', en: 'Show 50 more' },
  none: { zh: '还没有消息', en: 'No messages yet' },
} as const

type Message = Awaited<ReturnType<typeof api.inbox.listMessages>>['messages'][number]

export function MessagesPage() {
  const say = useWords(WORDS)
  const pages = useInfiniteQuery(
    queries.inbox.listMessages.infiniteOptions({
      input: (before: string | undefined) => ({ before }),
      initialPageParam: undefined,
      getNextPageParam: ({ next }) => next ?? undefined,
    }),
  )
  useLive('messages', queries.inbox.listMessages.key())
  const read = useMutation(
    queries.inbox.readMessages.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: queries.inbox.key() }),
    }),
  )
  const first = pages.data?.pages.at(0)
  const newest = first?.messages.at(0)
  const action =
    newest === undefined || first?.unread === 0 ? undefined : (
      <Button type="primary" loading={read.isPending} onClick={() => read.mutate({ until: newest.at })}>
        {say('readAll')} {first?.unread}
      </Button>
    )
  return (
    <>
      <PageHead title={say('title')} about={say('about')} action={action} />
      <ProblemAlert problem={read.error} />
      <Loaded query={pages}>
        {({ pages: shown }) => {
          const messages = shown.flatMap((page) => page.messages)
          if (messages.length === 0) return <StateBlock state={{ kind: 'empty', title: say('none') }} />
          return (
            <ol className="card message-list" aria-label={say('list')}>
              {messages.map((message) => (
                <MessageLine key={message.id} message={message} />
              ))}
            </ol>
          )
        }}
      </Loaded>
      {pages.hasNextPage ? (
        <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {say('more')}
        </Button>
      ) : null}
      <QuietHours />
    </>
  )
}

function MessageLine({
  message: { sentence, opinion, subjectKind, subjectId, at, readAt },
}: {
  readonly message: Message
}) {
  const say = useWords(WORDS)
  return (
    <li data-unread={readAt === null}>
      <span className="small message-at">
        {formatMoment(at)} {readAt === null ? <b>{say('unread')}</b> : null}
      </span>
      <span>
        <AboutLink {...{ subjectKind, subjectId, sentence }} />
        {opinion === '' ? null : <q className="message-opinion">{opinion}</q>}
      </span>
    </li>
  )
}

/** The sentence leads to what it is about, where that has a page of its own. */
function AboutLink({ subjectKind, subjectId, sentence }: Pick<Message, 'subjectKind' | 'subjectId' | 'sentence'>) {
  if (subjectKind === 'declaration')
    return (
      <Link to="/projects/forms/$formId/approval" params={{ formId: subjectId }}>
        {sentence}
      </Link>
    )
  if (subjectKind === 'self-evaluation')
    return (
      <Link to="/projects/forms/$formId/self-evaluation" params={{ formId: subjectId }}>
        {sentence}
      </Link>
    )
  if (subjectKind === 're-evaluation')
    return (
      <Link to="/projects/forms/$formId/re-evaluation" params={{ formId: subjectId }}>
        {sentence}
      </Link>
    )
  if (subjectKind === 'expert-sheet')
    return (
      <Link to="/expert-sheets" search={{ sheet: subjectId }}>
        {sentence}
      </Link>
    )
  if (subjectKind === 'monitoring')
    return (
      <Link to="/projects/forms/$formId/monitoring" params={{ formId: subjectId }}>
        {sentence}
      </Link>
    )
  if (subjectKind === 'change')
    return (
      <Link to="/changes/$changeId" params={{ changeId: subjectId }}>
        {sentence}
      </Link>
    )
  if (subjectKind === 'regulation')
    return (
      <Link to="/regulations/$regulationId" params={{ regulationId: subjectId }}>
        {sentence}
      </Link>
    )
  if (subjectKind === 'stock-item')
    return (
      <Link to="/stock/$itemId" params={{ itemId: subjectId }}>
        {sentence}
      </Link>
    )
  if (subjectKind === 'shift')
    return (
      <Link to="/upkeep/shifts/$shiftId" params={{ shiftId: subjectId }}>
        {sentence}
      </Link>
    )
  if (subjectKind === 'ticket')
    return (
      <Link to="/tickets/$ticketId" params={{ ticketId: subjectId }}>
        {sentence}
      </Link>
    )
  if (subjectKind === 'major')
    return (
      <Link to="/major-incidents/$ticketId" params={{ ticketId: subjectId }}>
        {sentence}
      </Link>
    )
  return sentence
}
