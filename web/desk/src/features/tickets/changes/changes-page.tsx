import { CHANGE_STATE_WORDS, RESULT_WORDS, RISK_WORDS, WINDOW_WORDS } from '@shiji/kernel/change/change-wording'
import { say as sayIn } from '@shiji/kernel/wording'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { queries } from '#desk/api/client.ts'
import { type Column, DataTable } from '#desk/kit/data-table.tsx'
import { Light } from '#desk/kit/light.tsx'
import { Loaded } from '#desk/kit/loaded.tsx'
import { PageHead } from '#desk/kit/page-head.tsx'
import { StateBlock } from '#desk/kit/state-block.tsx'
import { useMe } from '#desk/shell/use-me.ts'
import { formatClock, formatMoment } from '#desk/words/format-moment.ts'
import { useLanguage, useList, useWords } from '#desk/words/use-words.ts'
import { ChangeCalendar } from './change-calendar.tsx'
import { type ChangeListed, STATE_LIGHTS, WINDOW_LIGHTS } from './change-view.ts'
import { FileChange } from './file-change.tsx'
import '../tickets.css'
import './changes.css'

const WORDS = {
  title: { zh: '变更', en: 'Changes' },
  about: {
    zh: '批准并事先告知的窗口，才算计划停机',
    en: 'Only a window approved and announced beforehand is planned downtime',
  },
  month: { zh: '月份', en: 'Month' },
  file: { zh: '报批变更', en: 'File a change' },
  list: { zh: '清单', en: 'List' },
  calendar: { zh: '日历', en: 'Calendar' },
  views: { zh: '看法', en: 'Views' },
  what: { zh: '变更', en: 'Change' },
  window: { zh: '窗口', en: 'Window' },
  places: { zh: '影响', en: 'Touches' },
  state: { zh: '审批', en: 'Review' },
  counts: { zh: '计划停机', en: 'Planned downtime' },
  none: { zh: '{month} 没有变更', en: 'No changes in {month}' },
  noneAbout: {
    zh: '要动设备或系统，先报批窗口；批准并告知后，这段停机不算故障。',
    en: 'Before work on devices or systems file a window; approved and announced, its downtime is no fault.',
  },
  until: { zh: '至', en: 'until' },
  risk: { zh: '风险{risk}', en: 'risk {risk}' },
} as const

/** 变更: the windows of a month as a list and as a calendar. */
export function ChangesPage() {
  const say = useWords(WORDS)
  const navigate = useNavigate()
  const { permissions } = useMe()
  const { month = thisMonth(), view = 'list' } = useSearch({ from: '/desk/changes' })
  const [filing, setFiling] = useState(false)
  const list = useQuery(queries.deskChanges.listChanges.queryOptions({ input: { month } }))
  const columns = useColumns()
  const file = permissions.includes('desk.work') ? (
    <Button type="primary" onClick={() => setFiling(true)}>
      {say('file')}
    </Button>
  ) : undefined
  return (
    <>
      <PageHead
        title={say('title')}
        about={say('about')}
        tools={
          <Input
            className="change-month"
            type="month"
            aria-label={say('month')}
            value={month}
            onChange={({ target: { value } }) => {
              if (value !== '') void navigate({ to: '/changes', search: { month: value, view }, replace: true })
            }}
          />
        }
        action={file}
      />
      <nav className="ticket-views" aria-label={say('views')}>
        {(['list', 'calendar'] as const).map((one) => (
          <Link key={one} to="/changes" search={{ month, view: one }} aria-current={one === view ? 'page' : undefined}>
            {say(one)}
          </Link>
        ))}
      </nav>
      <Loaded query={list}>
        {(rows) => {
          if (rows.length === 0)
            return <StateBlock state={{ kind: 'empty', title: say('none', { month }), about: say('noneAbout') }} />
          if (view === 'calendar') return <ChangeCalendar month={month} changes={rows} />
          return <DataTable caption={say('title')} {...{ columns, rows }} keyOf={({ id }) => id} />
        }}
      </Loaded>
      <FileChange open={filing} onClose={() => setFiling(false)} />
    </>
  )
}

function thisMonth(): string {
  return formatMoment(Date.now()).slice(0, 7)
}

function useColumns(): readonly Column<ChangeListed>[] {
  const list = useList()
  const say = useWords(WORDS)
  const language = useLanguage()
  return [
    {
      key: 'what',
      title: say('what'),
      cell: ({ id, what, number, risk, unit }) => (
        <span className="two-lines">
          <Link className="cell-name" to="/changes/$changeId" params={{ changeId: id }}>
            {what}
          </Link>
          <span className="small">
            {number} · {unit.name} · {say('risk', { risk: sayIn(RISK_WORDS[risk], language) })}
          </span>
        </span>
      ),
    },
    {
      key: 'window',
      title: say('window'),
      width: '190px',
      cell: ({ from, until }) => (
        <span className="two-lines">
          <span>{formatMoment(from)}</span>
          <span className="small">
            {say('until')} {formatClock(until, from)}
          </span>
        </span>
      ),
    },
    {
      key: 'places',
      title: say('places'),
      width: '20%',
      cell: ({ places, services }) => (
        <span className="two-lines">
          <span>{list(places.map(({ name }) => name))}</span>
          <span className="small">{list(services.map(({ name }) => name))}</span>
        </span>
      ),
    },
    {
      key: 'state',
      title: say('state'),
      width: '130px',
      cell: ({ state, result }) => (
        <span className="two-lines">
          <span>
            <Light kind={STATE_LIGHTS[state]} word={sayIn(CHANGE_STATE_WORDS[state], language)} />
          </span>
          {result === null ? null : <span className="small">{sayIn(RESULT_WORDS[result], language)}</span>}
        </span>
      ),
    },
    {
      key: 'counts',
      title: say('counts'),
      width: '190px',
      cell: ({ standing }) => <Light kind={WINDOW_LIGHTS[standing]} word={sayIn(WINDOW_WORDS[standing], language)} />,
    },
  ]
}
