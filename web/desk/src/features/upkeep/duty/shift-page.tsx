import type { OccurrenceId, PlanId } from '@shiji/contract/upkeep'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { type api, queries } from '#desk/api/client.ts'
import { Loaded } from '#desk/kit/loaded.tsx'
import { PageHead } from '#desk/kit/page-head.tsx'
import { useMay } from '#desk/shell/use-me.ts'
import { formatMoment } from '#desk/words/format-moment.ts'
import { useWords } from '#desk/words/use-words.ts'
import { ReasonButton } from '../occurrences/reason-button.tsx'
import { ChangeShift } from './change-shift.tsx'
import { hoursOf } from './duty-words.ts'
import { HandOverCard } from './hand-over-card.tsx'
import { ShiftActs } from './shift-acts.tsx'
import { ShiftLight } from './shift-light.tsx'
import { SwapButton } from './swap-button.tsx'
import '../upkeep.css'
import './duty.css'

const WORDS = {
  hours: { zh: '时段', en: 'Hours' },
  people: { zh: '当班', en: 'On the shift' },
  needed: { zh: '应到 {count} 人', en: '{count} needed' },
  nobody: { zh: '没有人', en: 'nobody' },
  in: { zh: '{at} 签到', en: 'in {at}' },
  out: { zh: '{at} 签退', en: 'out {at}' },
  covered: { zh: '有人在岗', en: 'Covered' },
  time: { zh: '{hours} 小时 {minutes} 分钟', en: '{hours} h {minutes} min' },
  cause: { zh: '空班原因', en: 'Why nobody came' },
  explain: { zh: '说明原因', en: 'State the cause' },
  waive: { zh: '批准免值', en: 'Waive' },
  roster: { zh: '看整月班表', en: 'The month’s roster' },
} as const

export type HandOverSeen = Awaited<ReturnType<typeof api.upkeepDuty.openHandOver>>

export function ShiftPage() {
  const { shiftId } = useParams({ from: '/desk/upkeep/shifts/$shiftId' })
  const id = shiftId as OccurrenceId
  const seen = useQuery(queries.upkeepDuty.openHandOver.queryOptions({ input: { id } }))
  return <Loaded query={seen}>{(data) => <Opened data={data} />}</Loaded>
}

function Opened({ data }: { readonly data: HandOverSeen }) {
  const { shift } = data
  return (
    <>
      <PageHead
        title={`${shift.planName} ${shift.day}`}
        about={`${hoursOf(shift)} · ${shift.unit.name}`}
        tools={<Tools data={data} />}
        action={shift.turns.some(({ isMine }) => isMine) ? <ShiftActs shift={shift} /> : undefined}
      />
      <div className="upkeep-lists">
        <Facts data={data} />
        {shift.kind === 'duty' ? <HandOverCard data={data} /> : null}
      </div>
    </>
  )
}

function Tools({ data: { shift } }: { readonly data: HandOverSeen }) {
  const say = useWords(WORDS)
  const mayPlan = useMay('upkeep.plan')
  const mayWork = useMay('upkeep.work')
  const id = shift.id as OccurrenceId
  const isOver = Date.parse(shift.dueAt) <= Date.now()
  const mine = shift.turns.find(({ isMine }) => isMine)
  const isAhead = shift.phase === 'ahead' && shift.state === 'planned'
  return (
    <span className="upkeep-lights">
      {mayWork && shift.state === 'missed' ? <ReasonButton what="explainMiss" title={say('explain')} id={id} /> : null}
      {mayPlan && shift.state === 'missed' ? (
        <ReasonButton what="waiveOccurrence" title={say('waive')} id={id} />
      ) : null}
      {mayWork && isAhead && mine !== undefined ? <SwapButton shift={shift} turnId={mine.id} /> : null}
      {mayPlan && !isOver ? <ChangeShift shift={shift} planId={shift.planId as PlanId} /> : null}
    </span>
  )
}

function Facts({ data: { shift } }: { readonly data: HandOverSeen }) {
  const say = useWords(WORDS)
  const { turns, coveredSeconds, cause, peopleNeeded, planId, day } = shift
  const minutes = Math.floor(coveredSeconds / 60)
  const covered = say('time', { hours: Math.floor(minutes / 60), minutes: minutes % 60 })
  return (
    <dl className="card facts">
      <dt>{say('hours')}</dt>
      <dd>
        {formatMoment(shift.opensAt)} – {formatMoment(shift.dueAt)} <ShiftLight shift={shift} />{' '}
        <Link to="/upkeep/duty" search={{ plan: planId, month: day.slice(0, 7) }}>
          {say('roster')}
        </Link>
      </dd>
      <dt>{say('people')}</dt>
      <dd>
        {turns.length === 0 ? say('nobody') : null}
        {turns.map(({ id, person, inAt, outAt }) => (
          <div key={id}>
            {person.name}{' '}
            <span className="small">
              {inAt === null ? '' : say('in', { at: formatMoment(inAt) })}{' '}
              {outAt === null ? '' : say('out', { at: formatMoment(outAt) })}
            </span>
          </div>
        ))}
        <span className="small">{say('needed', { count: peopleNeeded })}</span>
      </dd>
      {shift.phase === 'ahead' ? null : (
        <>
          <dt>{say('covered')}</dt>
          <dd>{covered}</dd>
        </>
      )}
      {cause === null ? null : (
        <>
          <dt>{say('cause')}</dt>
          <dd>{cause}</dd>
        </>
      )}
    </dl>
  )
}
