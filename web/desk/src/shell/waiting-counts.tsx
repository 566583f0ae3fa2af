import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { queries } from '#desk/api/client.ts'
import { useLive } from '#desk/api/use-live.ts'
import { useWords } from '#desk/words/use-words.ts'

const WORDS = {
  tasks: { zh: '待办', en: 'Tasks' },
  messages: { zh: '消息', en: 'Messages' },
  waiting: { zh: '{count} 件等您办或阅', en: '{count} wait for you' },
  unread: { zh: '{count} 条未读', en: '{count} unread' },
} as const

const MOST_SHOWN = 99

/** What waits and what is unread, on every page; both move as soon as the server says so. */
export function WaitingCounts() {
  const say = useWords(WORDS)
  const tasks = useQuery(queries.flow.countTasks.queryOptions())
  const messages = useQuery(queries.inbox.countMessages.queryOptions())
  useLive('tasks', queries.flow.countTasks.key())
  useLive('messages', queries.inbox.countMessages.key())
  const waiting = (tasks.data?.waiting ?? 0) + (tasks.data?.reading ?? 0)
  const unread = messages.data?.unread ?? 0
  return (
    <nav className="waiting-counts" aria-label={say('tasks')}>
      <Link className="waiting-count" to="/tasks">
        {say('tasks')} <Count count={waiting} about={say('waiting', { count: waiting })} />
      </Link>
      <Link className="waiting-count" to="/messages">
        {say('messages')} <Count count={unread} about={say('unread', { count: unread })} />
      </Link>
    </nav>
  )
}

function Count({ count, about }: { readonly count: number; readonly about: string }) {
  if (count === 0) return null
  return (
    <>
      <b aria-hidden>{count > MOST_SHOWN ? `${MOST_SHOWN}+` : count}</b>
      <span className="visually-hidden">{about}</span>
    </>
  )
}
