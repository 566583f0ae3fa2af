import type { ProblemId } from '@shiji/contract/desk-problem-id'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { type api, queries } from '#desk/api/client.ts'
import type { Column } from '#desk/kit/data-table.tsx'
import { ListPage } from '#desk/kit/list-page.tsx'
import { useMay } from '#desk/shell/use-me.ts'
import { formatMoment } from '#desk/words/format-moment.ts'
import { useWords } from '#desk/words/use-words.ts'
import { OpenProblem } from './open-problem.tsx'
import { ProblemLight } from './problem-words.tsx'
import '../tickets.css'

const WORDS = {
  title: { zh: '问题', en: 'Problems' },
  about: { zh: '同一个原因反复引起的事件，查到底再关', en: 'What lies behind several incidents, until it is solved' },
  which: { zh: '范围', en: 'Which' },
  open: { zh: '未关闭', en: 'not closed' },
  all: { zh: '全部', en: 'all' },
  add: { zh: '立问题', en: 'Open a problem' },
  problem: { zh: '问题', en: 'Problem' },
  incidents: { zh: '事件', en: 'Incidents' },
  workaround: { zh: '绕行办法', en: 'Workaround' },
  opened: { zh: '立案', en: 'Opened' },
  state: { zh: '状态', en: 'State' },
  none: { zh: '没有未关闭的问题', en: 'No problem is open' },
  noneAbout: {
    zh: '同样的事件又来一次时，立一个问题，把它们归在一起查。',
    en: 'When the same incident comes again, open a problem and look for what lies behind.',
  },
} as const

type Row = Awaited<ReturnType<typeof api.deskProblems.listProblems>>[number]

export function ProblemsPage() {
  const say = useWords(WORDS)
  const navigate = useNavigate()
  const mayWork = useMay('desk.work')
  const { state = 'open' } = useSearch({ from: '/desk/problems' })
  const [adding, setAdding] = useState(false)
  const list = useQuery(queries.deskProblems.listProblems.queryOptions({ input: { state } }))
  const columns = useColumns()
  const choices = (['open', 'all'] as const).map((value) => ({ value, label: say(value) }))
  const action = mayWork ? (
    <Button type="primary" onClick={() => setAdding(true)}>
      {say('add')}
    </Button>
  ) : undefined
  return (
    <ListPage
      title={say('title')}
      about={say('about')}
      tools={
        <Select
          aria-label={say('which')}
          value={state}
          options={choices}
          onChange={(chosen) => void navigate({ to: '/problems', search: { state: chosen }, replace: true })}
        />
      }
      action={action}
      query={list}
      columns={columns}
      none={{ title: say('none'), about: say('noneAbout') }}
    >
      <OpenProblem open={adding} onClose={() => setAdding(false)} />
    </ListPage>
  )
}

function useColumns(): readonly Column<Row>[] {
  const say = useWords(WORDS)
  return [
    {
      key: 'problem',
      title: say('problem'),
      cell: ({ id, number, title }) => (
        <span className="two-lines">
          <Link to="/problems/$problemId" params={{ problemId: id as ProblemId }}>
            {title}
          </Link>
          <span className="small">{number}</span>
        </span>
      ),
    },
    { key: 'incidents', title: say('incidents'), kind: 'number', width: '90px', cell: ({ tickets }) => tickets },
    { key: 'workaround', title: say('workaround'), width: '32%', cell: ({ workaround }) => workaround || '—' },
    { key: 'opened', title: say('opened'), width: '150px', cell: ({ openedAt }) => formatMoment(openedAt) },
    { key: 'state', title: say('state'), width: '130px', cell: ({ state }) => <ProblemLight state={state} /> },
  ]
}
