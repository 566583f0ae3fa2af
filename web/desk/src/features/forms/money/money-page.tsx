import { ProjectId } from '@shiji/contract/performance'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Select } from 'antd'
import { queries } from '#desk/api/client.ts'
import { Loaded } from '#desk/kit/loaded.tsx'
import { PageHead } from '#desk/kit/page-head.tsx'
import { thisYear } from '#desk/kit/this-year.ts'
import { useMay } from '#desk/shell/use-me.ts'
import { useWords } from '#desk/words/use-words.ts'
import { Entries } from './entries.tsx'
import { MoneyLines } from './money-lines.tsx'
import { MoneySummary } from './money-summary.tsx'
import { PaymentImport } from './payment-import.tsx'
import { Payments } from './payments.tsx'
import { RecordEntry } from './record-entry.tsx'
import './money.css'

const WORDS = {
  title: { zh: '{project} · 资金', en: '{project} · money' },
  years: { zh: '年度', en: 'Year' },
  oneYear: { zh: '{year} 年度', en: '{year}' },
  project: { zh: '项目历年', en: 'All years' },
  lines: { zh: '计划与执行', en: 'Plan and spending' },
} as const

/** S14, the money: sources, appropriations, adjustments and execution of a project in a year. */
export function MoneyPage() {
  const say = useWords(WORDS)
  const navigate = useNavigate()
  const mayWrite = useMay('performance.write')
  const { projectId } = useParams({ from: '/desk/projects/$projectId/money' })
  const { year = thisYear() } = useSearch({ from: '/desk/projects/$projectId/money' })
  const id = ProjectId.parse(projectId)
  const project = useQuery(queries.results.readProject.queryOptions({ input: { id } }))
  const money = useQuery(queries.money.readMoney.queryOptions({ input: { id, year } }))
  return (
    <Loaded query={project}>
      {({ name, unitName, years }) => (
        <>
          <PageHead
            title={say('title', { project: name })}
            about={unitName}
            tools={
              <Link to="/projects/$projectId" params={{ projectId }}>
                {say('project')}
              </Link>
            }
            action={mayWrite ? <RecordEntry id={id} year={year} /> : undefined}
          />
          <div className="money-tools">
            <Select
              aria-label={say('years')}
              value={year}
              options={[...new Set([year, ...years.map((one) => one.year)])]
                .toSorted((a, b) => b - a)
                .map((value) => ({ value, label: say('oneYear', { year: value }) }))}
              onChange={(chosen) =>
                void navigate({
                  to: '/projects/$projectId/money',
                  params: { projectId },
                  search: { year: chosen },
                  replace: true,
                })
              }
            />
          </div>
          <Loaded query={money}>
            {(now) => (
              <>
                <MoneySummary money={now} />
                <section className="money-section" aria-label={say('lines')}>
                  <h2>{say('lines')}</h2>
                  <MoneyLines money={now} />
                </section>
                <Entries money={now} />
                {mayWrite ? <PaymentImport id={id} /> : null}
                <Payments id={id} year={year} />
              </>
            )}
          </Loaded>
        </>
      )}
    </Loaded>
  )
}
