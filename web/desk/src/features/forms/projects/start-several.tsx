import type { FormId } from '@shiji/contract/performance'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { api, queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { type Column, DataTable } from '#desk/kit/data-table.tsx'
import { Light, type LightKind } from '#desk/kit/light.tsx'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { thisYear } from '#desk/kit/this-year.ts'
import { YearChoice } from '#desk/kit/year-choice.tsx'
import { useWords } from '#desk/words/use-words.ts'
import { type Project, startFor } from './project-row.ts'

const WORDS = {
  title: { zh: '批量沿用', en: 'Begin several' },
  about: {
    zh: '勾选项目，用去年的申报表一次建立下一年的草稿；已经有的不动，也不会重复建立。',
    en: 'Tick projects and begin next year’s drafts from last year’s at once; what is there stays, nothing is made twice.',
  },
  chosen: { zh: '已选 {count} 个', en: '{count} chosen' },
  all: { zh: '选本页全部', en: 'Choose all listed' },
  nothing: { zh: '不选', en: 'Choose none' },
  go: { zh: '建立 {count} 份 {year} 年草稿', en: 'Make {count} drafts of {year}' },
  report: {
    zh: '{year} 年草稿：建立 {made} 份，原有 {exists} 份，没有建立 {refused} 份',
    en: 'Drafts of {year}: {made} made, {exists} there before, {refused} not made',
  },
  close: { zh: '收起', en: 'Close' },
  project: { zh: '项目', en: 'Project' },
  outcome: { zh: '结果', en: 'Result' },
  notes: { zh: '送审前要看的', en: 'To look at before it is sent' },
  made: { zh: '已建立', en: 'Made' },
  exists: { zh: '原来就有，没有动', en: 'There before, untouched' },
  refused: { zh: '没有建立', en: 'Not made' },
  open: { zh: '{count} 处要人确认', en: '{count} places to confirm' },
} as const

type Row = Awaited<ReturnType<typeof api.renewal.renewSeveral>>[number]

/** As many as one request takes. */
const MOST_AT_ONCE = 50

const LIGHTS: Readonly<Record<Row['outcome'], LightKind>> = { made: 'good', exists: 'not-started', refused: 'bad' }

type StartSeveralProps = {
  readonly listed: readonly Project[]
  readonly chosen: readonly Project[]
  readonly onChoose: (projects: readonly Project[]) => void
}

/** 批量沿用: next year's declarations of all ticked projects from last year's, with what became of each. */
export function StartSeveral({ listed, chosen, onChoose }: StartSeveralProps) {
  const say = useWords(WORDS)
  const [year, setYear] = useState(thisYear() + 1)
  const start = useStart(() => onChoose([]))
  const ids = chosen.flatMap((project) => startFor(project, year) ?? [])
  const declared = listed.filter((project) => startFor(project, year) !== undefined).slice(0, MOST_AT_ONCE)
  const names = new Map([...listed, ...chosen].flatMap(({ name, forms }) => forms.map(({ id }) => [id, name] as const)))
  return (
    <section className="several" aria-label={say('title')}>
      <div className="several-tools">
        <b>{say('title')}</b>
        <span aria-live="polite">{say('chosen', { count: ids.length })}</span>
        <Button size="small" onClick={() => onChoose(chosen.length === 0 ? declared : [])}>
          {say(chosen.length === 0 ? 'all' : 'nothing')}
        </Button>
        <YearChoice year={year} onChoose={setYear} />
        <Button
          type="primary"
          disabled={ids.length === 0 || ids.length > MOST_AT_ONCE}
          loading={start.isPending}
          onClick={() => start.mutate({ year, ids })}
        >
          {say('go', { count: ids.length, year })}
        </Button>
        <span className="small">{say('about')}</span>
      </div>
      <ProblemAlert problem={start.error} />
      {start.data === undefined ? null : <Report {...start.data} names={names} onClose={() => start.reset()} />}
    </section>
  )
}

function useStart(onDone: () => void) {
  return useMutation({
    mutationFn: async ({ year, ids }: { readonly year: number; readonly ids: FormId[] }) => {
      return { year, rows: await api.renewal.renewSeveral({ year, ids }) }
    },
    onSuccess: async () => {
      onDone()
      await queryClient.invalidateQueries({ queryKey: queries.performance.listProjects.key() })
      await queryClient.invalidateQueries({ queryKey: queries.renewal.key() })
    },
  })
}

type ReportProps = {
  readonly rows: readonly Row[]
  readonly year: number
  readonly names: ReadonlyMap<string, string>
  readonly onClose: () => void
}

function Report({ rows, year, names, onClose }: ReportProps) {
  const say = useWords(WORDS)
  const count = (outcome: Row['outcome']) => rows.filter((row) => row.outcome === outcome).length
  const title = say('report', { year, made: count('made'), exists: count('exists'), refused: count('refused') })
  const columns: readonly Column<Row>[] = [
    {
      key: 'project',
      title: say('project'),
      width: '36%',
      cell: ({ from, project, made }) => {
        const name = project === '' ? (names.get(from) ?? '—') : project
        if (made === null) return <span className="cell-name">{name}</span>
        return (
          <Link className="cell-name" to="/projects/forms/$formId" params={{ formId: made }} search={{ room: 'goals' }}>
            {name}
          </Link>
        )
      },
    },
    {
      key: 'outcome',
      title: say('outcome'),
      width: '20%',
      cell: ({ outcome }) => <Light kind={LIGHTS[outcome]} word={say(outcome)} />,
    },
    {
      key: 'notes',
      title: say('notes'),
      cell: ({ open, notes }) =>
        open === 0 && notes.length === 0 ? (
          '—'
        ) : (
          <ul className="several-notes">
            {open === 0 ? null : <li>{say('open', { count: open })}</li>}
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        ),
    },
  ]
  return (
    <div className="card" role="status">
      <h2>
        {title}{' '}
        <Button size="small" onClick={onClose}>
          {say('close')}
        </Button>
      </h2>
      <DataTable caption={title} columns={columns} rows={rows} keyOf={({ from }) => from} />
    </div>
  )
}
