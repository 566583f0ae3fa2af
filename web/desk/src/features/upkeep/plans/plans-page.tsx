import { OCCURRENCE_WORDS } from '@shiji/kernel/upkeep/occurrence-wording'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { type api, queries } from '#desk/api/client.ts'
import type { Column } from '#desk/kit/data-table.tsx'
import { ListPage } from '#desk/kit/list-page.tsx'
import { thisYear } from '#desk/kit/this-year.ts'
import { YearChoice } from '#desk/kit/year-choice.tsx'
import { useMe } from '#desk/shell/use-me.ts'
import { useWords } from '#desk/words/use-words.ts'
import { KIND_WORDS, useFrequency } from '../upkeep-words.ts'
import { MakePlan } from './make-plan.tsx'
import '../upkeep.css'

const WORDS = {
  title: { zh: '计划', en: 'Plans' },
  about: { zh: '全年已排好，漏做的也留着', en: 'Laid out for the year; what was missed stays' },
  make: { zh: '新建计划', en: 'Make a plan' },
  plan: { zh: '计划', en: 'Plan' },
  often: { zh: '频次', en: 'How often' },
  outcome: { zh: '按时率', en: 'In time' },
  none: { zh: '{year} 年还没有计划', en: 'No plan for {year} yet' },
  noneAbout: {
    zh: '建好计划，全年每一次都会排出来，到期没做会记为漏做。',
    en: 'A plan lays out every time of the year; what is not done in time is kept as missed.',
  },
} as const

type Row = Awaited<ReturnType<typeof api.upkeep.listPlans>>[number]

export function PlansPage() {
  const say = useWords(WORDS)
  const navigate = useNavigate()
  const { permissions } = useMe()
  const { year = thisYear() } = useSearch({ from: '/desk/upkeep/plans' })
  const [making, setMaking] = useState(false)
  const plans = useQuery(queries.upkeep.listPlans.queryOptions({ input: { year } }))
  const columns = useColumns(year)
  const make = permissions.includes('upkeep.plan') ? (
    <Button type="primary" onClick={() => setMaking(true)}>
      {say('make')}
    </Button>
  ) : undefined
  const choose = (chosen: number) => void navigate({ to: '/upkeep/plans', search: { year: chosen }, replace: true })
  return (
    <ListPage
      title={say('title')}
      about={say('about')}
      tools={<YearChoice year={year} onChoose={choose} />}
      action={make}
      query={plans}
      columns={columns}
      none={{ title: say('none', { year }), about: say('noneAbout') }}
    >
      <MakePlan open={making} onClose={() => setMaking(false)} />
    </ListPage>
  )
}

function useColumns(year: number): readonly Column<Row>[] {
  const say = useWords(WORDS)
  const sayKind = useWords(KIND_WORDS)
  const sayState = useWords(OCCURRENCE_WORDS)
  const sayOften = useFrequency()
  const count = (key: 'done' | 'missed' | 'planned' | 'waived', tally: keyof Row['tally']): Column<Row> => ({
    key,
    title: sayState(key),
    kind: 'number',
    width: '84px',
    cell: (row) => row.tally[tally],
  })
  return [
    {
      key: 'plan',
      title: say('plan'),
      cell: ({ id, name, kind, unit }) => (
        <span className="two-lines">
          <Link to="/upkeep/plans/$planId" params={{ planId: id }} search={{ year }}>
            {name}
          </Link>
          <span className="small">
            {sayKind(kind)} · {unit.name}
          </span>
        </span>
      ),
    },
    { key: 'often', title: say('often'), width: '26%', cell: ({ frequency }) => sayOften(frequency) },
    {
      key: 'outcome',
      title: say('outcome'),
      kind: 'number',
      width: '96px',
      cell: ({ tally: { done, doneLate, missed } }) => {
        const due = done + doneLate + missed
        return due === 0 ? '—' : `${((100 * done) / due).toFixed(1)}%`
      },
    },
    count('done', 'done'),
    {
      key: 'done-late',
      title: sayState('done-late'),
      kind: 'number',
      width: '84px',
      cell: ({ tally }) => tally.doneLate,
    },
    count('missed', 'missed'),
    count('waived', 'waived'),
    count('planned', 'planned'),
  ]
}
