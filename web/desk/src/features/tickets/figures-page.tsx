import { saySpan } from '@shiji/kernel/ticket/say-clock'
import { MANNER_WORDS } from '@shiji/kernel/ticket/say-entry'
import { SEVERITY_WORDS } from '@shiji/kernel/ticket/ticket-wording'
import { say as sayIn, type Wording } from '@shiji/kernel/wording'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Select } from 'antd'
import { type api, queries } from '#desk/api/client.ts'
import { type Column, DataTable } from '#desk/kit/data-table.tsx'
import { Loaded } from '#desk/kit/loaded.tsx'
import { PageHead } from '#desk/kit/page-head.tsx'
import { StateBlock } from '#desk/kit/state-block.tsx'
import { thisYear } from '#desk/kit/this-year.ts'
import { YearChoice } from '#desk/kit/year-choice.tsx'
import { useLanguage, useWords } from '#desk/words/use-words.ts'
import './tickets.css'

const WORDS = {
  title: { zh: '时限统计', en: 'How long it took' },
  about: {
    zh: '响应和恢复的分布，按工单自己的服务时段计',
    en: 'Response and recovery, in the service hours each ticket counts by',
  },
  by: { zh: '分组', en: 'Grouped by' },
  severity: { zh: '按等级', en: 'by severity' },
  service: { zh: '按服务', en: 'by service' },
  manner: { zh: '按解决方式', en: 'by how it was settled' },
  response: { zh: '响应', en: 'Response' },
  recovery: { zh: '恢复', en: 'Recovery' },
  group: { zh: '分组', en: 'Group' },
  whole: { zh: '全部', en: 'all' },
  open: { zh: '尚未解决', en: 'not settled yet' },
  tickets: { zh: '工单', en: 'Tickets' },
  p50: { zh: '半数在', en: 'Half within' },
  p90: { zh: '九成在', en: '90 % within' },
  p95: { zh: '95% 在', en: '95 % within' },
  longest: { zh: '最长', en: 'Longest' },
  kept: { zh: '按时', en: 'In time' },
  none: { zh: '{year} 年还没有已响应的工单', en: 'No ticket of {year} has been answered yet' },
  noneAbout: {
    zh: '接报并受理后，这里显示用时分布。',
    en: 'Once calls are logged and accepted, their times stand here.',
  },
} as const

type Figures = Awaited<ReturnType<typeof api.deskFigures.readFigures>>[number]
type By = 'severity' | 'service' | 'manner'

/** Half, nine in ten, 95 in 100 and the longest of response and recovery. */
export function FiguresPage() {
  const say = useWords(WORDS)
  const navigate = useNavigate()
  const { year = thisYear(), by = 'severity' } = useSearch({ from: '/desk/ticket-times' })
  const figures = useQuery(queries.deskFigures.readFigures.queryOptions({ input: { year, by } }))
  const go = (search: { year: number; by: By }) => void navigate({ to: '/ticket-times', search, replace: true })
  const choices = (['severity', 'service', 'manner'] as const).map((value) => ({ value, label: say(value) }))
  return (
    <>
      <PageHead
        title={say('title')}
        about={say('about')}
        tools={
          <>
            <YearChoice latest={thisYear()} year={year} onChoose={(chosen) => go({ year: chosen, by })} />
            <Select
              aria-label={say('by')}
              value={by}
              options={choices}
              onChange={(chosen) => go({ year, by: chosen })}
            />
          </>
        }
      />
      <Loaded query={figures}>
        {(rows) =>
          rows.length === 0 ? (
            <StateBlock state={{ kind: 'empty', title: say('none', { year }), about: say('noneAbout') }} />
          ) : (
            <>
              <ClockFigures clock="response" {...{ rows, by }} />
              <ClockFigures clock="recovery" {...{ rows, by }} />
            </>
          )
        }
      </Loaded>
    </>
  )
}

type ClockFiguresProps = { readonly clock: Figures['clock']; readonly rows: readonly Figures[]; readonly by: By }

function ClockFigures({ clock, rows, by }: ClockFiguresProps) {
  const say = useWords(WORDS)
  const language = useLanguage()
  const nameOf = useGroupNames(by)
  const shown = rows.filter((row) => row.clock === clock)
  if (shown.length === 0) return null
  const span = (key: 'p50' | 'p90' | 'p95' | 'longest'): Column<Figures> => ({
    key,
    title: say(key),
    kind: 'number',
    width: '14%',
    cell: (row) => saySpan(row[key], language),
  })
  const columns: readonly Column<Figures>[] = [
    { key: 'group', title: say('group'), cell: ({ group }) => nameOf(group) },
    { key: 'tickets', title: say('tickets'), kind: 'number', width: '10%', cell: ({ tickets }) => tickets },
    span('p50'),
    span('p90'),
    span('p95'),
    span('longest'),
    { key: 'kept', title: say('kept'), kind: 'number', width: '12%', cell: ({ kept }) => `${kept}%` },
  ]
  return (
    <section className="lines-part">
      <h2>{say(clock)}</h2>
      <DataTable caption={say(clock)} columns={columns} rows={shown} keyOf={({ group }) => group ?? ''} />
    </section>
  )
}

const NAMES: Readonly<Record<By, Readonly<Record<string, Wording>>>> = {
  severity: SEVERITY_WORDS,
  manner: MANNER_WORDS,
  service: {},
}

function useGroupNames(by: By): (group: string | null) => string {
  const say = useWords(WORDS)
  const language = useLanguage()
  const setting = useQuery(queries.desk.readDesk.queryOptions())
  return (group) => {
    if (group === null) return say('whole')
    if (group === 'none') return say('open')
    const wording = NAMES[by][group]
    if (wording !== undefined) return sayIn(wording, language)
    return setting.data?.services.find(({ key }) => key === group)?.name ?? group
  }
}
