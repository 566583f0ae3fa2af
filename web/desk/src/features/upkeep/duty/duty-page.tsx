import type { PlanId } from '@shiji/contract/upkeep'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Input, Select } from 'antd'
import type { ReactNode } from 'react'
import { type api, queries } from '#desk/api/client.ts'
import { Light } from '#desk/kit/light.tsx'
import { Loaded } from '#desk/kit/loaded.tsx'
import { PageHead } from '#desk/kit/page-head.tsx'
import { StateBlock } from '#desk/kit/state-block.tsx'
import { useMay } from '#desk/shell/use-me.ts'
import { formatMoment } from '#desk/words/format-moment.ts'
import { useAside, useWords } from '#desk/words/use-words.ts'
import { DutyNow } from './duty-now.tsx'
import { hoursOf, type RosterSeen } from './duty-words.ts'
import { MakeRoster } from './make-roster.tsx'
import { RosterGrid } from './roster-grid.tsx'
import '../upkeep.css'
import './duty.css'

const WORDS = {
  title: { zh: '值班', en: 'Duty' },
  about: { zh: '空档在发生之前就看得见', en: 'Gaps are seen before they happen' },
  month: { zh: '月份', en: 'Month' },
  plan: { zh: '哪条值班', en: 'Which duty' },
  none: { zh: '还没有值班计划', en: 'No duty is planned yet' },
  noneAbout: {
    zh: '在“计划”里新建一条值班或驻场，选好每天的班次，再来这里排人。',
    en: 'Make a plan of duty or of resident staff under Plans, choose its hours, then put people on it here.',
  },
  noShifts: { zh: '{month} 没有班次', en: 'No shift in {month}' },
  until: { zh: '这条计划从 {from} 到 {until}。', en: 'This plan goes from {from} to {until}.' },
  toPlans: { zh: '去建计划', en: 'Make a plan' },
  gaps: { zh: '往后还有 {count} 班缺人', en: '{count} shifts ahead are short of people' },
  firstGap: { zh: '最近的是 {day} {hours}', en: 'the first on {day} {hours}' },
  noGaps: { zh: '排到的班都有人', en: 'Every shift laid out has its people' },
  holes: { zh: '每天 {hours} 没有班次', en: 'No shift covers {hours}' },
} as const

type Plan = Awaited<ReturnType<typeof api.upkeep.listPlans>>[number]

export function DutyPage() {
  const say = useWords(WORDS)
  const today = formatMoment(Date.now()).slice(0, 10)
  const { month = today.slice(0, 7), plan } = useSearch({ from: '/desk/upkeep/duty' })
  const duty = useQuery(queries.upkeepDuty.readDuty.queryOptions())
  const plans = useQuery(queries.upkeep.listPlans.queryOptions({ input: { year: Number(month.slice(0, 4)) } }))
  return (
    <Loaded query={plans}>
      {(all) => {
        const lines = all.filter(({ kind }) => kind === 'duty' || kind === 'presence')
        const chosen = lines.find(({ id }) => id === plan) ?? lines.find(({ kind }) => kind === 'duty') ?? lines[0]
        return (
          <>
            {chosen === undefined ? <PageHead title={say('title')} about={say('about')} /> : null}
            {chosen === undefined ? (
              <NoPlan />
            ) : (
              <Roster {...{ month, today, lines }} chosen={chosen}>
                <Loaded query={duty} rows={3}>
                  {(data) => <DutyNow duty={data} />}
                </Loaded>
              </Roster>
            )}
          </>
        )
      }}
    </Loaded>
  )
}

function NoPlan() {
  const say = useWords(WORDS)
  const action = <Link to="/upkeep/plans">{say('toPlans')}</Link>
  return <StateBlock state={{ kind: 'empty', title: say('none'), about: say('noneAbout'), action }} />
}

type RosterProps = {
  readonly month: string
  readonly today: string
  readonly lines: readonly Plan[]
  readonly chosen: Plan
  readonly children: ReactNode
}

function Roster({ month, today, lines, chosen, children }: RosterProps) {
  const aside = useAside()
  const say = useWords(WORDS)
  const navigate = useNavigate()
  const mayPlan = useMay('upkeep.plan')
  const id = chosen.id as PlanId
  const roster = useQuery(queries.upkeepDuty.readRoster.queryOptions({ input: { id, month } }))
  const go = (search: { month: string; plan: string }) => void navigate({ to: '/upkeep/duty', search, replace: true })
  const rotation = roster.data?.rotation ?? null
  return (
    <>
      <PageHead
        title={say('title')}
        about={say('about')}
        tools={
          <>
            <Select
              aria-label={say('plan')}
              value={chosen.id as string}
              options={lines.map((one) => ({ value: one.id as string, label: aside(one.name, one.unit.name) }))}
              popupMatchSelectWidth={false}
              onChange={(plan) => go({ month, plan })}
            />
            <Input
              type="month"
              className="upkeep-date"
              aria-label={say('month')}
              value={month}
              onChange={({ target }) => target.value !== '' && go({ month: target.value, plan: chosen.id })}
            />
          </>
        }
        action={mayPlan && roster.data !== undefined ? <MakeRoster {...{ id, today, rotation }} /> : undefined}
      />
      {children}
      <Loaded query={roster} rows={10}>
        {(data) => (
          <>
            {chosen.until !== null && chosen.until < today ? null : <Gaps roster={data} />}
            {data.shifts.length === 0 ? (
              <StateBlock
                state={{ kind: 'empty', title: say('noShifts', { month }), about: say('until', planned(chosen)) }}
              />
            ) : (
              <RosterGrid shifts={data.shifts} {...{ month, today }} />
            )}
          </>
        )}
      </Loaded>
    </>
  )
}

const planned = ({ from, until }: Plan) => ({ from, until: until ?? '…' })

function Gaps({ roster: { gaps, firstGap, holes } }: { readonly roster: RosterSeen }) {
  const say = useWords(WORDS)
  return (
    <p className="duty-gaps">
      {gaps === 0 ? (
        <Light kind="good" word={say('noGaps')} />
      ) : (
        <Light kind="watch" word={say('gaps', { count: gaps })} />
      )}
      {firstGap === null ? null : (
        <Link to="/upkeep/shifts/$shiftId" params={{ shiftId: firstGap.id }}>
          {say('firstGap', { day: formatMoment(firstGap.opensAt).slice(0, 10), hours: hoursOf(firstGap) })}
        </Link>
      )}
      {holes.map(({ from, to }) => (
        <Light key={from} kind="bad" word={say('holes', { hours: `${from}–${to}` })} />
      ))}
    </p>
  )
}
