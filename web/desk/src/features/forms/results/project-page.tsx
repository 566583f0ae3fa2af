import { ProjectId } from '@shiji/contract/performance'
import { say as sayIn } from '@shiji/kernel/wording'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { type api, queries } from '#desk/api/client.ts'
import { type Column, DataTable } from '#desk/kit/data-table.tsx'
import { Light } from '#desk/kit/light.tsx'
import { Loaded } from '#desk/kit/loaded.tsx'
import { PageHead } from '#desk/kit/page-head.tsx'
import { StateLight } from '#desk/life/life-light.tsx'
import { STAGE_WORDS } from '#desk/life/stage-words.ts'
import { useLanguage, useWords } from '#desk/words/use-words.ts'
import { useGrade } from '../grade-words.ts'
import { EFFECTS } from '../reevaluation/effect-words.ts'
import './results.css'

const WORDS = {
  caption: { zh: '历年', en: 'Over the years' },
  year: { zh: '年度', en: 'Year' },
  forms: { zh: '表', en: 'Forms' },
  rows: { zh: '{count} 项指标', en: '{count} indicators' },
  total: { zh: '总分', en: 'Total' },
  grade: { zh: '等级 {grade}', en: 'Grade {grade}' },
  self: { zh: '自评 {total}', en: 'Self {total}' },
  effect: { zh: '下年预算', en: 'Next budget' },
  money: { zh: '预算与执行（元）', en: 'Budget and spending (yuan)' },
  budget: { zh: '预算 {amount}', en: 'Budget {amount}' },
  executed: { zh: '执行 {amount}，{rate}', en: 'Spent {amount}, {rate}' },
  noMoney: { zh: '没有登记', en: 'Nothing recorded' },
  record: { zh: '资金', en: 'Money' },
  moneyOf: { zh: '{year} 年资金：{what}', en: 'Money of {year}: {what}' },
  board: { zh: '指标看板', en: 'Indicator board' },
  boardOf: { zh: '{year} 年指标看板', en: 'Indicator board of {year}' },
  none: { zh: '这个项目还没有表', en: 'This project has no form yet' },
  noneAbout: { zh: '从“目标申报”开始，或导入去年的表。', en: 'Begin with a declaration, or bring last year’s.' },
} as const

type Year = Awaited<ReturnType<typeof api.results.readProject>>['years'][number]

/** One project over the years; every number is a link to where it comes from. */
export function ProjectPage() {
  const say = useWords(WORDS)
  const { projectId } = useParams({ from: '/desk/projects/$projectId' })
  const project = useQuery(queries.results.readProject.queryOptions({ input: { id: ProjectId.parse(projectId) } }))
  const columns = useColumns(projectId)
  return (
    <Loaded query={project}>
      {({ name, unitName, years }) => (
        <>
          <PageHead title={name} about={unitName} />
          <DataTable
            caption={say('caption')}
            columns={columns}
            rows={years}
            keyOf={({ year }) => String(year)}
            none={{ title: say('none'), about: say('noneAbout') }}
          />
        </>
      )}
    </Loaded>
  )
}

function useColumns(projectId: string): readonly Column<Year>[] {
  const say = useWords(WORDS)
  const language = useLanguage()
  return [
    {
      key: 'year',
      title: say('year'),
      width: '12%',
      cell: ({ year }) => (
        <div>
          <p className="cell-name">{year}</p>
          <Link
            className="small"
            to="/board"
            search={{ year, project: projectId }}
            aria-label={say('boardOf', { year })}
          >
            {say('board')}
          </Link>
        </div>
      ),
    },
    { key: 'forms', title: say('forms'), width: '34%', cell: ({ forms }) => <Forms forms={forms} /> },
    { key: 'total', title: say('total'), cell: ({ result }) => <Total result={result} /> },
    {
      key: 'effect',
      title: say('effect'),
      cell: ({ result }) => {
        const effect = result?.effect == null ? null : EFFECTS[result.effect]
        return effect === null ? '—' : <Light kind={effect.light} word={sayIn(effect, language)} />
      },
    },
    { key: 'money', title: say('money'), cell: (year) => <Money projectId={projectId} year={year} /> },
  ]
}

function Forms({ forms }: Pick<Year, 'forms'>) {
  const say = useWords(WORDS)
  const language = useLanguage()
  return (
    <ul className="plain-forms">
      {forms.map(({ id, stage, state, indicators }) => (
        <li key={id}>
          <Link to="/projects/forms/$formId/sheet" params={{ formId: id }}>
            {sayIn(STAGE_WORDS[stage], language)}
          </Link>{' '}
          {state === null ? null : <StateLight state={state} />}{' '}
          <span className="small">{say('rows', { count: indicators })}</span>
        </li>
      ))}
    </ul>
  )
}

function Total({ result }: Pick<Year, 'result'>) {
  const say = useWords(WORDS)
  const sayGrade = useGrade()
  if (result === null) return '—'
  const { formId, total, selfTotal, grade, reEvaluated } = result
  const to = reEvaluated ? '/projects/forms/$formId/re-evaluation' : '/projects/forms/$formId/self-evaluation'
  return (
    <div>
      <Link to={to} params={{ formId }}>
        <b>{total}</b>
      </Link>
      <p className="small">
        {say('grade', { grade: sayGrade(grade) })} {reEvaluated ? say('self', { total: selfTotal }) : ''}
      </p>
    </div>
  )
}

const YUAN = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 })
const inYuan = (amount: string) => YUAN.format(amount as `${number}`)

function Money({ projectId, year: { year, fullYear, executed, rate } }: { projectId: string; year: Year }) {
  const say = useWords(WORDS)
  const isBlank = fullYear === null && executed === null
  const what = isBlank ? say('noMoney') : say('budget', { amount: fullYear === null ? '—' : inYuan(fullYear) })
  return (
    <div>
      <Link
        to="/projects/$projectId/money"
        params={{ projectId }}
        search={{ year }}
        aria-label={say('moneyOf', { year, what })}
      >
        {what}
      </Link>
      {executed === null ? null : (
        <p className="small">{say('executed', { amount: inYuan(executed), rate: rate === null ? '—' : `${rate}%` })}</p>
      )}
    </div>
  )
}
