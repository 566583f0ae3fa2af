import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { type api, queries } from '#desk/api/client.ts'
import { type Column, DataTable } from '#desk/kit/data-table.tsx'
import { Light } from '#desk/kit/light.tsx'
import { Loaded } from '#desk/kit/loaded.tsx'
import { PageHead } from '#desk/kit/page-head.tsx'
import { StateBlock } from '#desk/kit/state-block.tsx'
import { thisYear } from '#desk/kit/this-year.ts'
import { useWords } from '#desk/words/use-words.ts'
import { REMEDY_WORDS } from './notice-light.tsx'
import { YearMonths } from './year-months.tsx'
import './monitoring.css'

const WORDS = {
  title: { zh: '运行监控', en: 'Monitoring' },
  about: {
    zh: '{year} 年各项目按月报的监控：谁报了、什么灯、谁还没报',
    en: 'What was reported month by month in {year}: by whom, with which light, and who still has to',
  },
  empty: { zh: '{year} 年度还没有批复的申报', en: 'No declaration of {year} is approved yet' },
  emptyAbout: {
    zh: '目标批复以后，项目在自己的监控页按月填报，这里汇总；也可以在上面换一个年度或单位。',
    en: 'Once goals are approved they are reported month by month on the page of each project and stand here; or choose another year or unit above.',
  },
  project: { zh: '项目', en: 'Project' },
  months: { zh: '各月', en: 'Months' },
  money: { zh: '预算执行', en: 'Spent' },
  noBudget: { zh: '未录预算', en: 'No budget recorded' },
  due: { zh: '集中监控', en: 'Gathered report' },
  late: { zh: '逾期，应于 {day} 前报', en: 'Late, was due by {day}' },
  before: { zh: '{day} 前报', en: 'Due by {day}' },
  done: { zh: '已报', en: 'Reported' },
  calls: { zh: '按灯应当', en: 'Called for' },
  notices: { zh: '未答复的整改 {count} 件', en: '{count} notices unanswered' },
  reported: { zh: '报过监控的项目', en: 'Projects that reported' },
  ofAll: { zh: '{count} / {all}', en: '{count} of {all}' },
  lateCount: { zh: '集中监控逾期', en: 'Late with the gathered report' },
  red: { zh: '最近一月红灯', en: 'Red in the last month' },
  covered: {
    zh: '{unit}的项目资金在监控（要求不低于 {from}%）',
    en: 'of the project money of {unit} is monitored ({from}% asked)',
  },
  more: {
    zh: '项目太多，只列了前 300 个；请在上面选一个单位。',
    en: 'Only the first 300 projects are listed; choose a unit above.',
  },
} as const

type Monitoring = Awaited<ReturnType<typeof api.oversight.readMonitoring>>
type Project = Monitoring['projects'][number]

/** S14 over all projects: the gathered report of a department or of finance, the most pressing project first. */
export function YearPage() {
  const say = useWords(WORDS)
  const { unit, year = thisYear() } = useSearch({ from: '/desk/monitoring' })
  const seen = useQuery(queries.oversight.readMonitoring.queryOptions({ input: { year, unitId: unit } }))
  return (
    <>
      <PageHead title={say('title')} about={say('about', { year })} />
      <Loaded query={seen}>
        {(monitoring) =>
          monitoring.projects.length === 0 ? (
            <StateBlock state={{ kind: 'empty', title: say('empty', { year }), about: say('emptyAbout') }} />
          ) : (
            <>
              <Counts monitoring={monitoring} />
              <Coverage monitoring={monitoring} />
              <Projects monitoring={monitoring} />
              {monitoring.more ? <p className="small">{say('more')}</p> : null}
            </>
          )
        }
      </Loaded>
    </>
  )
}

const lastLight = ({ months }: Project) => months.findLast(({ state }) => state === 'reported')?.light ?? null

function Counts({ monitoring: { projects } }: { readonly monitoring: Monitoring }) {
  const say = useWords(WORDS)
  const count = (fits: (project: Project) => boolean) => projects.filter(fits).length
  const reported = count(({ months }) => months.some(({ state }) => state === 'reported'))
  const facts = [
    [say('reported'), say('ofAll', { count: reported, all: projects.length })],
    [say('lateCount'), String(count(({ late }) => late))],
    [say('red'), String(count((project) => lastLight(project) === 'red'))],
  ] as const
  return (
    <div className="month-cards">
      {facts.map(([name, value]) => (
        <section key={name} className="card month-card">
          <h2>{name}</h2>
          <p className="month-number">{value}</p>
        </section>
      ))}
    </div>
  )
}

/** Where the place asks for a share of a department's money to be monitored. */
function Coverage({ monitoring: { coverage } }: { readonly monitoring: Monitoring }) {
  const say = useWords(WORDS)
  if (coverage.length === 0) return null
  return (
    <ul className="month-coverage">
      {coverage.map(({ unitId, unit, percent, fromPercent: from, enough }) => (
        <li key={unitId}>
          <Light kind={enough ? 'good' : 'watch'} word={`${percent}%`} /> {say('covered', { unit, from })}
        </li>
      ))}
    </ul>
  )
}

function Projects({ monitoring: { projects } }: { readonly monitoring: Monitoring }) {
  const say = useWords(WORDS)
  const sayRemedy = useWords(REMEDY_WORDS)
  const columns: readonly Column<Project>[] = [
    {
      key: 'project',
      title: say('project'),
      width: '28%',
      cell: ({ formId, project, unit }) => (
        <div>
          <Link className="cell-name" to="/projects/forms/$formId/monitoring" params={{ formId }}>
            {project}
          </Link>
          <p className="small">{unit}</p>
        </div>
      ),
    },
    { key: 'months', title: say('months'), cell: ({ formId, months }) => <YearMonths {...{ formId, months }} /> },
    {
      key: 'money',
      title: say('money'),
      kind: 'number',
      cell: ({ projectId, rate }) => (
        <Link to="/projects/$projectId/money" params={{ projectId }}>
          {rate === null ? say('noBudget') : `${rate}%`}
        </Link>
      ),
    },
    { key: 'due', title: say('due'), width: '16%', cell: (project) => <Gathered project={project} /> },
    {
      key: 'calls',
      title: say('calls'),
      width: '14%',
      cell: ({ remedy, openNotices: count }) => (
        <div>
          {remedy === null ? '—' : sayRemedy(remedy)}
          {count === 0 ? null : <p className="small severity-error">{say('notices', { count })}</p>}
        </div>
      ),
    },
  ]
  return <DataTable caption={say('title')} columns={columns} rows={projects} keyOf={({ formId }) => formId} />
}

function Gathered({ project: { dueOn: day, late, months } }: { readonly project: Project }) {
  const say = useWords(WORDS)
  if (day !== null) return <Light kind={late ? 'bad' : 'watch'} word={say(late ? 'late' : 'before', { day })} />
  return months.some(({ state }) => state === 'reported') ? <Light kind="good" word={say('done')} /> : '—'
}
