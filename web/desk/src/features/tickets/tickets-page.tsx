import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { queries } from '#desk/api/client.ts'
import { Loaded } from '#desk/kit/loaded.tsx'
import { PageHead } from '#desk/kit/page-head.tsx'
import { StateBlock } from '#desk/kit/state-block.tsx'
import { useMe } from '#desk/shell/use-me.ts'
import { useWords } from '#desk/words/use-words.ts'
import { TicketBoard } from './ticket-board.tsx'
import { TicketFilter } from './ticket-filter.tsx'
import type { TicketSearch } from './ticket-search.ts'
import { TicketTable } from './ticket-table.tsx'
import { RENEW_MS } from './ticket-view.ts'
import './tickets.css'

const WORDS = {
  title: { zh: '工单', en: 'Tickets' },
  about: { zh: '谁在等，等谁，还剩多少时间', en: 'Who waits, for whom, and how much time is left' },
  log: { zh: '接报', en: 'Log a call' },
  views: { zh: '看法', en: 'Views' },
  table: { zh: '列表', en: 'Table' },
  board: { zh: '看板', en: 'Board' },
  more: { zh: '再看 50 条', en: 'Show 50 more' },
  none: { zh: '没有这样的工单', en: 'There is no such ticket' },
  noneOpen: { zh: '没有待办的工单', en: 'No ticket is open' },
  noneAbout: {
    zh: '接到电话就立案，时限从那一刻起算。',
    en: 'Log a call when it comes; its time runs from that moment.',
  },
} as const

const VIEWS = ['table', 'board'] as const

export function TicketsPage() {
  const say = useWords(WORDS)
  const asked = useSearch({ from: '/desk/tickets' })
  const navigate = useNavigate()
  const { view = 'table', ...filter } = asked
  const go = (search: TicketSearch) => void navigate({ to: '/tickets', search, replace: true })
  return (
    <>
      <PageHead title={say('title')} about={say('about')} action={<LogButton />} />
      <nav className="ticket-views" aria-label={say('views')}>
        {VIEWS.map((name) => (
          <Link
            key={name}
            to="/tickets"
            search={{ ...filter, view: name }}
            aria-current={name === view ? 'page' : undefined}
            replace
          >
            {say(name)}
          </Link>
        ))}
      </nav>
      <TicketFilter asked={asked} onAsk={go} />
      <Tickets asked={filter} view={view} />
    </>
  )
}

function LogButton() {
  const say = useWords(WORDS)
  const { permissions } = useMe()
  const navigate = useNavigate()
  if (!permissions.includes('desk.log')) return null
  return (
    <Button type="primary" onClick={() => void navigate({ to: '/calls/new' })}>
      ＋ {say('log')}
    </Button>
  )
}

type TicketsProps = { readonly asked: Omit<TicketSearch, 'view'>; readonly view: (typeof VIEWS)[number] }

function Tickets({ asked, view }: TicketsProps) {
  const say = useWords(WORDS)
  const pages = useInfiniteQuery(
    queries.desk.listTickets.infiniteOptions({
      input: (after: string | undefined) => ({ ...asked, after }),
      initialPageParam: undefined,
      getNextPageParam: ({ next }) => next ?? undefined,
      refetchInterval: RENEW_MS,
    }),
  )
  const isPlain = Object.values(asked).every((value) => value === undefined || value === 'open')
  return (
    <Loaded query={pages}>
      {(data) => {
        const tickets = data.pages.flatMap((page) => page.tickets)
        if (tickets.length === 0) {
          const title = say(isPlain ? 'noneOpen' : 'none')
          return <StateBlock state={{ kind: 'empty', title, about: say('noneAbout'), action: <LogButton /> }} />
        }
        return (
          <>
            {view === 'board' ? <TicketBoard tickets={tickets} /> : <TicketTable tickets={tickets} />}
            {pages.hasNextPage ? (
              <Button
                className="ticket-more"
                loading={pages.isFetchingNextPage}
                onClick={() => void pages.fetchNextPage()}
              >
                {say('more')}
              </Button>
            ) : null}
          </>
        )
      }}
    </Loaded>
  )
}
