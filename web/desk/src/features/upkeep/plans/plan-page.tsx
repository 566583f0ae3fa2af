import type { PlanId } from '@shiji/contract/upkeep'
import { OCCURRENCE_WORDS } from '@shiji/kernel/upkeep/occurrence-wording'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { type api, queries } from '#desk/api/client.ts'
import { Loaded } from '#desk/kit/loaded.tsx'
import { PageHead } from '#desk/kit/page-head.tsx'
import { thisYear } from '#desk/kit/this-year.ts'
import { YearChoice } from '#desk/kit/year-choice.tsx'
import { useWords } from '#desk/words/use-words.ts'
import { KIND_WORDS, useFrequency } from '../upkeep-words.ts'
import { ChangePlan } from './change-plan.tsx'
import { HeatMap } from './heat-map.tsx'
import '../upkeep.css'

const WORDS = {
  often: { zh: '频次', en: 'How often' },
  days: { zh: '期限', en: 'Days' },
  grace: { zh: '过时后可补做', en: 'May be done late for' },
  hours: { zh: '{hours} 小时', en: '{hours} hours' },
  noEnd: { zh: '一直', en: 'no end' },
  year: { zh: '{year} 年', en: '{year}' },
} as const

type Year = Awaited<ReturnType<typeof api.upkeep.readYear>>

export function PlanPage() {
  const navigate = useNavigate()
  const { planId } = useParams({ from: '/desk/upkeep/plans/$planId' })
  const { year = thisYear() } = useSearch({ from: '/desk/upkeep/plans/$planId' })
  const seen = useQuery(queries.upkeep.readYear.queryOptions({ input: { id: planId as PlanId, year } }))
  const choose = (chosen: number) =>
    void navigate({ to: '/upkeep/plans/$planId', params: { planId }, search: { year: chosen }, replace: true })
  return <Loaded query={seen}>{(data) => <Opened data={data} year={year} onChoose={choose} />}</Loaded>
}

type OpenedProps = { readonly data: Year; readonly year: number; readonly onChoose: (year: number) => void }

function Opened({ data: { plan, cells }, year, onChoose }: OpenedProps) {
  const say = useWords(WORDS)
  const sayKind = useWords(KIND_WORDS)
  const sayOften = useFrequency()
  return (
    <>
      <PageHead
        title={plan.name}
        about={`${sayKind(plan.kind)} · ${plan.unit.name}`}
        tools={<YearChoice year={year} onChoose={onChoose} />}
        action={<ChangePlan id={plan.id as PlanId} />}
      />
      <section className="card">
        <h2>{say('year', { year })}</h2>
        <div className="card-body upkeep-year">
          <Tally tally={plan.tally} />
          <HeatMap year={year} cells={cells} slots={slotsOf(cells)} />
        </div>
      </section>
      <dl className="card facts">
        <dt>{say('often')}</dt>
        <dd>{sayOften(plan.frequency)}</dd>
        <dt>{say('days')}</dt>
        <dd>
          {plan.from} – {plan.until ?? say('noEnd')}
        </dd>
        <dt>{say('grace')}</dt>
        <dd>{say('hours', { hours: plan.graceHours })}</dd>
      </dl>
    </>
  )
}

function slotsOf(cells: Year['cells']): number {
  return cells.reduce((most, { slot }) => Math.max(most, slot + 1), 1)
}

const TALLIES = [
  ['done', 'done'],
  ['done-late', 'doneLate'],
  ['missed', 'missed'],
  ['waived', 'waived'],
  ['planned', 'planned'],
  ['withdrawn', 'withdrawn'],
] as const

/** Doubles as the key of the picture: mark, word and number. */
function Tally({ tally }: { readonly tally: Year['plan']['tally'] }) {
  const say = useWords(OCCURRENCE_WORDS)
  return (
    <ul className="upkeep-tally">
      {TALLIES.map(([state, key]) => (
        <li key={state}>
          <span className={`upkeep-mark upkeep-${state}`} aria-hidden>
            {state === 'missed' ? '✕' : ''}
          </span>
          {say(state)} <strong>{tally[key]}</strong>
        </li>
      ))}
    </ul>
  )
}
