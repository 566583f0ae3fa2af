import type { ComplaintId } from '@shiji/contract/desk-complaints'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { type api, queries } from '#desk/api/client.ts'
import type { Column } from '#desk/kit/data-table.tsx'
import { Light } from '#desk/kit/light.tsx'
import { ListPage } from '#desk/kit/list-page.tsx'
import { thisYear } from '#desk/kit/this-year.ts'
import { YearChoice } from '#desk/kit/year-choice.tsx'
import { useMe } from '#desk/shell/use-me.ts'
import { formatMoment } from '#desk/words/format-moment.ts'
import { useWords } from '#desk/words/use-words.ts'
import { JudgeComplaint } from './judge-complaint.tsx'
import { RecordComplaint } from './record-complaint.tsx'
import { VERDICT_WORDS } from './verdict-words.ts'
import '../tickets.css'

const WORDS = {
  title: { zh: '投诉登记', en: 'Complaints' },
  about: { zh: '谁投诉了什么，是不是服务造成的', en: 'Who complained of what, and whether the service caused it' },
  record: { zh: '登记投诉', en: 'Record a complaint' },
  judge: { zh: '复核原因', en: 'Confirm the cause' },
  what: { zh: '投诉', en: 'Complaint' },
  unit: { zh: '单位', en: 'Unit' },
  received: { zh: '收到', en: 'Received' },
  verdict: { zh: '结论', en: 'Verdict' },
  actions: { zh: '办理', en: 'Actions' },
  open: { zh: '待复核', en: 'to be confirmed' },
  late: { zh: '补录', en: 'entered late' },
  none: { zh: '{year} 年没有登记过投诉', en: 'No complaint was recorded in {year}' },
  noneAbout: {
    zh: '没有登记不等于没有投诉；每月核对登记簿后，零起才作数。',
    en: 'No entry is not yet no complaint: zero counts once the register was reviewed every month.',
  },
} as const

const LIGHTS = { service: 'bad', other: 'none', unfounded: 'good' } as const

type Row = Awaited<ReturnType<typeof api.complaints.listComplaints>>[number]

export function ComplaintsPage() {
  const say = useWords(WORDS)
  const navigate = useNavigate()
  const { permissions } = useMe()
  const { year = thisYear() } = useSearch({ from: '/desk/complaints' })
  const [recording, setRecording] = useState(false)
  const [judging, setJudging] = useState<ComplaintId | null>(null)
  const list = useQuery(queries.complaints.listComplaints.queryOptions({ input: { year } }))
  const record = permissions.includes('desk.log') ? (
    <Button type="primary" onClick={() => setRecording(true)}>
      {say('record')}
    </Button>
  ) : undefined
  const columns = useColumns(setJudging)
  return (
    <ListPage
      title={say('title')}
      about={say('about')}
      tools={
        <YearChoice
          latest={thisYear()}
          year={year}
          onChoose={(chosen) => void navigate({ to: '/complaints', search: { year: chosen }, replace: true })}
        />
      }
      action={record}
      query={list}
      columns={columns}
      none={{ title: say('none', { year }), about: say('noneAbout') }}
    >
      <RecordComplaint open={recording} onClose={() => setRecording(false)} />
      <JudgeComplaint id={judging} onClose={() => setJudging(null)} />
    </ListPage>
  )
}

function useColumns(onJudge: (id: ComplaintId) => void): readonly Column<Row>[] {
  const say = useWords(WORDS)
  const sayVerdict = useWords(VERDICT_WORDS)
  return [
    {
      key: 'what',
      title: say('what'),
      cell: ({ what, who, isLate, ticket }) => (
        <span className="two-lines">
          <span className="cell-name">{what}</span>
          <span className="small">
            {who} {isLate ? <span className="ticket-mark">{say('late')}</span> : null}{' '}
            {ticket === null ? null : (
              <Link to="/tickets/$ticketId" params={{ ticketId: ticket.id }}>
                {ticket.number}
              </Link>
            )}
          </span>
        </span>
      ),
    },
    { key: 'unit', title: say('unit'), width: '18%', cell: ({ unit }) => unit.name },
    { key: 'received', title: say('received'), width: '150px', cell: ({ receivedAt }) => formatMoment(receivedAt) },
    {
      key: 'verdict',
      title: say('verdict'),
      width: '22%',
      cell: ({ verdict, cause, judgedBy }) =>
        verdict === null ? (
          <Light kind="watch" word={say('open')} />
        ) : (
          <span className="two-lines">
            <span>
              <Light kind={LIGHTS[verdict]} word={sayVerdict(verdict)} />
            </span>
            <span className="small">
              {cause} · {judgedBy}
            </span>
          </span>
        ),
    },
    {
      key: 'actions',
      title: say('actions'),
      kind: 'actions',
      width: '110px',
      cell: ({ id, mayJudge }) =>
        mayJudge ? <Button onClick={() => onJudge(id as ComplaintId)}>{say('judge')}</Button> : null,
    },
  ]
}
