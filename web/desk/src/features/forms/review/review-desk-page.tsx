import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { api, queries } from '#desk/api/client.ts'
import { useLive } from '#desk/api/use-live.ts'
import { Loaded } from '#desk/kit/loaded.tsx'
import { PageHead } from '#desk/kit/page-head.tsx'
import { StateBlock } from '#desk/kit/state-block.tsx'
import { formatMoment } from '#desk/words/format-moment.ts'
import { useWords } from '#desk/words/use-words.ts'
import { TakeWorkbook } from '../results/take-workbook.tsx'
import { CaseOnDesk } from './case-on-desk.tsx'
import './review.css'

const WORDS = {
  title: { zh: '审核台', en: 'Review desk' },
  about: {
    zh: '一件接一件地审：A 同意 · R 退回 · C 批注 · N 下一件 · J/K 上下',
    en: 'One after another: A agree · R return · C comment · N next · J/K up and down',
  },
  queue: { zh: '等您审的申报', en: 'Declarations waiting for you' },
  due: { zh: '{at} 前', en: 'by {at}' },
  more: { zh: '再看 50 件', en: 'Show 50 more' },
  none: { zh: '没有等您审的申报', en: 'No declaration waits for you' },
  noneAbout: {
    zh: '本次已审 {count} 件。单位送审后，申报会出现在这里。',
    en: 'You decided {count} this time. What units send for review will be here.',
  },
  take: { zh: '导出我的审核结果', en: 'Take my decisions as Excel' },
  seeDone: { zh: '看已办', en: 'See what was done' },
} as const

type Row = Awaited<ReturnType<typeof api.flow.listBox>>['rows'][number]

/** S09: the queue of waiting declarations, the one on the desk, and what helps to decide it, on one page. */
export function ReviewDeskPage() {
  const say = useWords(WORDS)
  const [decided, setDecided] = useState(0)
  useLive('tasks', queries.flow.listBox.key())
  const pages = useInfiniteQuery(
    queries.flow.listBox.infiniteOptions({
      input: (before: string | undefined) => ({ box: 'waiting', before }),
      initialPageParam: undefined,
      getNextPageParam: ({ next }) => next ?? undefined,
    }),
  )
  return (
    <>
      <PageHead
        title={say('title')}
        about={say('about')}
        tools={<TakeWorkbook take={() => api.review.takeDecisions({})} label={say('take')} />}
      />
      <Loaded query={pages}>
        {(data) => {
          const rows = data.pages.flatMap((page) => page.rows).filter(isForReview)
          if (rows.length === 0 && !pages.hasNextPage) {
            const done = (
              <Link className="button-link" to="/tasks" search={{ box: 'done' }}>
                {say('seeDone')}
              </Link>
            )
            const about = say('noneAbout', { count: decided })
            return <StateBlock state={{ kind: 'empty', title: say('none'), about, action: done }} />
          }
          return (
            <Desk
              rows={rows}
              onDecided={() => setDecided((count) => count + 1)}
              more={
                pages.hasNextPage ? (
                  <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
                    {say('more')}
                  </Button>
                ) : null
              }
            />
          )
        }}
      </Loaded>
    </>
  )
}

/** A declaration at a desk; one that came back to its writer is corrected elsewhere. */
function isForReview({ subjectKind, node }: Row): boolean {
  return subjectKind === 'declaration' && node !== ''
}

type DeskProps = {
  readonly rows: readonly Row[]
  readonly onDecided: () => void
  readonly more: React.ReactNode
}

function Desk({ rows, onDecided, more }: DeskProps) {
  const say = useWords(WORDS)
  const navigate = useNavigate()
  const { case: chosen } = useSearch({ from: '/desk/reviews' })
  const at = Math.max(
    0,
    rows.findIndex(({ caseId }) => caseId === chosen),
  )
  const here = rows[at]
  const open = (index: number) => {
    const row = rows[Math.min(Math.max(index, 0), rows.length - 1)]
    if (row !== undefined) void navigate({ to: '/reviews', search: { case: row.caseId }, replace: true })
  }
  return (
    <div className="review-desk">
      <nav className="review-queue" aria-label={say('queue')}>
        <h2>
          {say('queue')} <span className="small">{rows.length}</span>
        </h2>
        <ol>
          {rows.map(({ caseId, task, subject, unit, dueAt }) => (
            <li key={`${caseId} ${task}`}>
              <Link
                to="/reviews"
                search={{ case: caseId }}
                replace
                aria-current={caseId === here?.caseId ? 'true' : undefined}
              >
                <span>{subject}</span>
                <span className="small">
                  {unit}
                  {dueAt === null ? '' : ` · ${say('due', { at: formatMoment(dueAt) })}`}
                </span>
              </Link>
            </li>
          ))}
        </ol>
        {more}
      </nav>
      {here === undefined ? null : (
        <CaseOnDesk
          key={here.caseId}
          caseId={here.caseId}
          formId={here.subjectId}
          move={(step) => open(at + step)}
          onDecided={() => {
            onDecided()
            // The one decided leaves the list; the next takes its place, or the one before when it was the last.
            open(at + 1 < rows.length ? at + 1 : at - 1)
          }}
        />
      )}
    </div>
  )
}
