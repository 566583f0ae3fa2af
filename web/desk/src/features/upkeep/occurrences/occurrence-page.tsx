import type { OccurrenceId } from '@shiji/contract/upkeep'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { queries } from '#desk/api/client.ts'
import { Light } from '#desk/kit/light.tsx'
import { Loaded } from '#desk/kit/loaded.tsx'
import { PageHead } from '#desk/kit/page-head.tsx'
import { useMay } from '#desk/shell/use-me.ts'
import { formatMoment } from '#desk/words/format-moment.ts'
import { useAside, useList, useWords } from '#desk/words/use-words.ts'
import { FindingsCard } from '../rounds/findings-card.tsx'
import { RoundPanel } from '../rounds/round-panel.tsx'
import { KIND_WORDS } from '../upkeep-words.ts'
import { KeepOccurrence } from './keep-occurrence.tsx'
import { OccurrenceLight } from './occurrence-light.tsx'
import type { OccurrenceSeen } from './occurrence-seen.ts'
import { ReasonButton } from './reason-button.tsx'
import { ReportPanel } from './report-panel.tsx'
import '../upkeep.css'

const WORDS = {
  plan: { zh: '计划', en: 'Plan' },
  hours: { zh: '时段', en: 'Hours' },
  last: { zh: '最晚', en: 'Last moment' },
  done: { zh: '完成', en: 'Done' },
  entered: { zh: '{at} 录入', en: 'entered {at}' },
  late: { zh: '补录', en: 'entered late' },
  note: { zh: '记录', en: 'Record' },
  who: { zh: '到会', en: 'Present' },
  cause: { zh: '漏做原因', en: 'Why it was missed' },
  waived: { zh: '免做', en: 'Waived' },
  file: { zh: '材料', en: 'File' },
  shift: { zh: '看这一班：签到、换班、交接', en: 'This shift: checking in, swaps, hand-over' },
  explain: { zh: '说明原因', en: 'State the cause' },
  waive: { zh: '批准免做', en: 'Waive' },
} as const

export function OccurrencePage() {
  const { occurrenceId } = useParams({ from: '/desk/upkeep/due/$occurrenceId' })
  const id = occurrenceId as OccurrenceId
  const seen = useQuery(queries.upkeep.openOccurrence.queryOptions({ input: { id } }))
  return <Loaded query={seen}>{(occurrence) => <Opened occurrence={occurrence} />}</Loaded>
}

function Opened({ occurrence }: { readonly occurrence: OccurrenceSeen }) {
  const say = useWords(WORDS)
  const sayKind = useWords(KIND_WORDS)
  const { planName, day, kind, unit, id } = occurrence
  const isRound = kind === 'inspection'
  const isShift = kind === 'duty' || kind === 'presence'
  return (
    <>
      <PageHead
        title={`${planName} ${day}`}
        about={`${sayKind(kind)} · ${unit.name}`}
        tools={<Acts occurrence={occurrence} />}
      />
      <div className="upkeep-lists">
        <Facts occurrence={occurrence} />
        {isRound ? <RoundPanel id={id as OccurrenceId} /> : null}
        {isShift ? (
          <Link to="/upkeep/shifts/$shiftId" params={{ shiftId: id }}>
            {say('shift')}
          </Link>
        ) : null}
        {kind === 'report' ? <ReportPanel id={id as OccurrenceId} /> : null}
        {kind === 'work' || kind === 'upgrade' ? <FindingsCard occurrenceId={id as OccurrenceId} /> : null}
        {isRound || isShift ? null : <KeepOccurrence occurrence={occurrence} />}
      </div>
    </>
  )
}

function Acts({ occurrence: { id, state } }: { readonly occurrence: OccurrenceSeen }) {
  const say = useWords(WORDS)
  const mayWork = useMay('upkeep.work')
  const mayPlan = useMay('upkeep.plan')
  const given = { id: id as OccurrenceId }
  const isOpen = state === 'planned' || state === 'missed'
  return (
    <span className="upkeep-lights">
      {mayWork && state === 'missed' ? <ReasonButton what="explainMiss" title={say('explain')} {...given} /> : null}
      {mayPlan && isOpen ? <ReasonButton what="waiveOccurrence" title={say('waive')} {...given} /> : null}
    </span>
  )
}

function Facts({ occurrence }: { readonly occurrence: OccurrenceSeen }) {
  const list = useList()
  const aside = useAside()
  const say = useWords(WORDS)
  const { planId, planName, opensAt, dueAt, closesAt, doneAt, enteredAt, doneBy, isLateEntry } = occurrence
  const { note, attendees, cause, waived, document } = occurrence
  return (
    <dl className="card facts">
      <dt>{say('plan')}</dt>
      <dd>
        <Link to="/upkeep/plans/$planId" params={{ planId }} search={{ year: Number(occurrence.day.slice(0, 4)) }}>
          {planName}
        </Link>{' '}
        <OccurrenceLight occurrence={occurrence} /> {isLateEntry ? <Light kind="watch" word={say('late')} /> : null}
      </dd>
      <dt>{say('hours')}</dt>
      <dd>
        {formatMoment(opensAt)} – {formatMoment(dueAt)}
      </dd>
      <dt>{say('last')}</dt>
      <dd>{formatMoment(closesAt)}</dd>
      {doneAt === null ? null : (
        <>
          <dt>{say('done')}</dt>
          <dd>
            {formatMoment(doneAt)} {doneBy}{' '}
            <span className="small">{say('entered', { at: formatMoment(enteredAt ?? doneAt) })}</span>
          </dd>
        </>
      )}
      <Fact title={say('note')} text={note} />
      <Fact title={say('who')} text={list(attendees)} />
      <Fact title={say('file')} text={document?.name ?? ''} />
      <Fact title={say('cause')} text={cause ?? ''} />
      <Fact title={say('waived')} text={waived === null ? '' : aside(waived.why, waived.by)} />
    </dl>
  )
}

function Fact({ title, text }: { readonly title: string; readonly text: string }) {
  if (text === '') return null
  return (
    <>
      <dt>{title}</dt>
      <dd>{text}</dd>
    </>
  )
}
