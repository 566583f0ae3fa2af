import type { LedgerLine } from '@shiji/contract/directory-ledger'
import { LEDGER_WORDS } from '@shiji/contract/ledger-words'
import { say as sayIn } from '@shiji/kernel/wording'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { z } from 'zod'
import { queries } from '#desk/api/client.ts'
import { type Column, DataTable } from '#desk/kit/data-table.tsx'
import { Loaded } from '#desk/kit/loaded.tsx'
import { StateBlock } from '#desk/kit/state-block.tsx'
import { formatMoment } from '#desk/words/format-moment.ts'
import { useLanguage, useWords } from '#desk/words/use-words.ts'
import type { Question } from './ledger-filter.tsx'

type Line = z.infer<typeof LedgerLine>

const WORDS = {
  caption: { zh: '操作账本', en: 'Ledger' },
  number: { zh: '编号', en: 'Number' },
  unsealed: { zh: '待封存', en: 'Not sealed yet' },
  at: { zh: '时间', en: 'Time' },
  person: { zh: '人员', en: 'Person' },
  system: { zh: '系统或未登录', en: 'System or not signed in' },
  did: { zh: '事项', en: 'What was done' },
  detail: { zh: '内容', en: 'Detail' },
  more: { zh: '再看 50 条', en: 'Show 50 more' },
  none: { zh: '没有符合条件的记录', en: 'Nothing matches' },
  noneAbout: { zh: '请放宽时间，或减少条件。', en: 'Widen the time, or ask for less.' },
} as const

export function LedgerTable({ question }: { readonly question: Question }) {
  const say = useWords(WORDS)
  const columns = useColumns()
  const pages = useInfiniteQuery(
    queries.ledger.searchLedger.infiniteOptions({
      input: (after: string | undefined) => ({ ...question, after }),
      initialPageParam: undefined,
      getNextPageParam: ({ next }) => next ?? undefined,
    }),
  )
  return (
    <Loaded query={pages}>
      {(data) => {
        const lines = data.pages.flatMap((page) => page.lines)
        if (lines.length === 0) {
          return <StateBlock state={{ kind: 'empty', title: say('none'), about: say('noneAbout') }} />
        }
        return (
          <>
            <DataTable caption={say('caption')} columns={columns} rows={lines} keyOf={({ id }) => id} />
            {pages.hasNextPage ? (
              <Button
                className="ledger-more"
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

function useColumns(): readonly Column<Line>[] {
  const say = useWords(WORDS)
  const language = useLanguage()
  return [
    { key: 'at', title: say('at'), cell: ({ at }) => <span className="ledger-at">{formatMoment(at)}</span> },
    {
      key: 'person',
      title: say('person'),
      cell: ({ person }) =>
        person === null ? (
          <span className="small">{say('system')}</span>
        ) : (
          <span className="ledger-short">{person}</span>
        ),
    },
    {
      key: 'did',
      title: say('did'),
      cell: ({ did }) => {
        const wording = LEDGER_WORDS[did]
        return wording === undefined ? (
          <code>{did}</code>
        ) : (
          <span className="ledger-short">{sayIn(wording, language)}</span>
        )
      },
    },
    {
      key: 'detail',
      title: say('detail'),
      cell: ({ detail }) => <span className="ledger-detail">{readable(detail)}</span>,
    },
    { key: 'number', title: say('number'), kind: 'number', cell: ({ number }) => number ?? say('unsealed') },
  ]
}

/** The names of the fields stay as they are kept; quotes and braces help nobody. */
function readable(detail: string): string {
  const fields = Object.entries(JSON.parse(detail) as Readonly<Record<string, unknown>>)
  return fields
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(' · ')
}
