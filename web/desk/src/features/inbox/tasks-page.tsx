import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { type api, queries } from '#desk/api/client.ts'
import { useLive } from '#desk/api/use-live.ts'
import { type Column, DataTable } from '#desk/kit/data-table.tsx'
import { Light } from '#desk/kit/light.tsx'
import { Loaded } from '#desk/kit/loaded.tsx'
import { PageHead } from '#desk/kit/page-head.tsx'
import { StateBlock } from '#desk/kit/state-block.tsx'
import { formatMoment } from '#desk/words/format-moment.ts'
import { useWords } from '#desk/words/use-words.ts'
import { DraftsList } from './drafts-list.tsx'
import './inbox.css'
import { TaskBox } from './task-box.ts'

const WORDS = {
  title: { zh: '待办', en: 'Tasks' },
  about: { zh: '哪些事等我办，我发起的到了哪里', en: 'What waits for me, and where my own cases are' },
  boxes: { zh: '信箱', en: 'Boxes' },
  waiting: { zh: '待办', en: 'To do' },
  reading: { zh: '待阅', en: 'To read' },
  done: { zh: '已办', en: 'Done' },
  copied: { zh: '抄送我', en: 'Copied to me' },
  started: { zh: '我发起', en: 'Started by me' },
  drafts: { zh: '草稿', en: 'Drafts' },
  subject: { zh: '事项', en: 'Case' },
  node: { zh: '环节', en: 'Step' },
  from: { zh: '发起', en: 'From' },
  at: { zh: '时间', en: 'Time' },
  state: { zh: '状态', en: 'State' },
  running: { zh: '办理中', en: 'On its way' },
  approved: { zh: '已通过', en: 'Approved' },
  disagreed: { zh: '未通过', en: 'Not agreed' },
  rejected: { zh: '已驳回', en: 'Rejected' },
  voided: { zh: '已作废', en: 'Voided' },
  late: { zh: '已逾期', en: 'late' },
  due: { zh: '{at} 前', en: 'by {at}' },
  more: { zh: '再看 50 条', en: 'Show 50 more' },
  noWaiting: { zh: '没有等您办的事', en: 'Nothing waits for you' },
  noReading: { zh: '没有等您阅的事', en: 'Nothing to read' },
  noCopied: { zh: '没有抄送给您的事', en: 'Nothing was copied to you' },
  unread: { zh: '传阅中，{count} 人未阅', en: 'in circulation, {count} have not read it' },
  forWhom: { zh: '代{name}办理', en: 'for {name}' },
  noDone: { zh: '还没有办过', en: 'Nothing done yet' },
  noStarted: { zh: '您还没有发起过', en: 'You have started nothing yet' },
} as const

const EMPTY = {
  waiting: 'noWaiting',
  reading: 'noReading',
  done: 'noDone',
  copied: 'noCopied',
  started: 'noStarted',
} as const
const LIGHTS = { running: 'not-started', approved: 'good', disagreed: 'bad', rejected: 'bad', voided: 'none' } as const

const PAGE = '/projects/forms/$formId/approval'
/** Where a case of another kind is acted on. */
const PAGES: Readonly<Record<string, '/projects/forms/$formId/revision' | '/projects/forms/$formId/self-evaluation'>> =
  {
    revision: '/projects/forms/$formId/revision',
    'self-evaluation': '/projects/forms/$formId/self-evaluation',
  }

type Box = Exclude<TaskBox, 'drafts'>
type Row = Awaited<ReturnType<typeof api.flow.listBox>>['rows'][number]

/** 待办 · 待阅 · 已办 · 抄送我 · 我发起 · 草稿. */
export function TasksPage() {
  const say = useWords(WORDS)
  const { box = 'waiting' } = useSearch({ from: '/desk/tasks' })
  const counts = useQuery(queries.flow.countTasks.queryOptions())
  const drafts = useQuery(queries.declarationLife.listDrafts.queryOptions({ input: {} }))
  const countOf = (name: TaskBox) => {
    if (name === 'drafts') return drafts.data?.total ?? 0
    return name === 'waiting' || name === 'reading' ? (counts.data?.[name] ?? 0) : 0
  }
  return (
    <>
      <PageHead title={say('title')} about={say('about')} />
      <nav className="box-tabs" aria-label={say('boxes')}>
        {TaskBox.options.map((name) => (
          <Link key={name} to="/tasks" search={{ box: name }} aria-current={name === box ? 'page' : undefined} replace>
            {say(name)} {countOf(name) === 0 ? null : <b className="box-count">{countOf(name)}</b>}
          </Link>
        ))}
      </nav>
      {box === 'drafts' ? <DraftsList /> : <TaskList box={box} />}
    </>
  )
}

function TaskList({ box }: { readonly box: Box }) {
  const say = useWords(WORDS)
  useLive('tasks', queries.flow.listBox.key())
  const columns = useColumns(box)
  const pages = useInfiniteQuery(
    queries.flow.listBox.infiniteOptions({
      input: (before: string | undefined) => ({ box, before }),
      initialPageParam: undefined,
      getNextPageParam: ({ next }) => next ?? undefined,
    }),
  )
  return (
    <Loaded query={pages}>
      {(data) => {
        const rows = data.pages.flatMap((page) => page.rows)
        if (rows.length === 0) return <StateBlock state={{ kind: 'empty', title: say(EMPTY[box]) }} />
        return (
          <>
            <DataTable caption={say(box)} {...{ columns, rows }} keyOf={({ caseId, task }) => `${caseId} ${task}`} />
            {pages.hasNextPage ? (
              <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
                {say('more')}
              </Button>
            ) : null}
          </>
        )
      }}
    </Loaded>
  )
}

function useColumns(box: Box): readonly Column<Row>[] {
  const say = useWords(WORDS)
  const node: Column<Row> = { key: 'node', title: say('node'), width: '16%', cell: (row) => row.node }
  return [
    {
      key: 'subject',
      title: say('subject'),
      cell: (row) => (
        <>
          {row.subjectKind === 'change' ? (
            <Link className="cell-name" to="/changes/$changeId" params={{ changeId: row.subjectId }}>
              {row.subject}
            </Link>
          ) : (
            <Link className="cell-name" to={PAGES[row.subjectKind] ?? PAGE} params={{ formId: row.subjectId }}>
              {row.subject}
            </Link>
          )}
          {row.unread === 0 ? null : <span className="small"> {say('unread', { count: row.unread })}</span>}
          {row.forWhom === null ? null : <span className="small"> {say('forWhom', { name: row.forWhom })}</span>}
        </>
      ),
    },
    ...(box === 'started' ? [] : [node]),
    {
      key: 'from',
      title: say('from'),
      width: '20%',
      cell: ({ starter, unit }) => (
        <>
          {starter} <span className="small">{unit}</span>
        </>
      ),
    },
    {
      key: 'state',
      title: say('state'),
      width: '140px',
      cell: ({ state, dueAt }) =>
        dueAt === null || state !== 'running' ? (
          <Light kind={LIGHTS[state]} word={say(state)} />
        ) : (
          <Light
            kind={Date.parse(dueAt) < Date.now() ? 'bad' : 'watch'}
            word={Date.parse(dueAt) < Date.now() ? say('late') : say('due', { at: formatMoment(dueAt) })}
          />
        ),
    },
    { key: 'at', title: say('at'), width: '150px', cell: ({ at }) => formatMoment(at) },
  ]
}
