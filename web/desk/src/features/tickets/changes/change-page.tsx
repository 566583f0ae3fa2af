import { ChangeId } from '@shiji/contract/desk-changes'
import { CHANGE_STATE_WORDS, RESULT_WORDS, RISK_WORDS, WINDOW_WORDS } from '@shiji/kernel/change/change-wording'
import { say as sayIn } from '@shiji/kernel/wording'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { queries } from '#desk/api/client.ts'
import { Light } from '#desk/kit/light.tsx'
import { Loaded } from '#desk/kit/loaded.tsx'
import { PageHead } from '#desk/kit/page-head.tsx'
import { formatMoment } from '#desk/words/format-moment.ts'
import { useLanguage, useList, useWords } from '#desk/words/use-words.ts'
import { ChangeActs } from './change-acts.tsx'
import { ChangeCase } from './change-case.tsx'
import { type ChangeSeen, STATE_LIGHTS, WINDOW_LIGHTS } from './change-view.ts'
import '../tickets.css'
import './changes.css'

const WORDS = {
  state: { zh: '审批', en: 'Review' },
  why: { zh: '为什么', en: 'Why' },
  risk: { zh: '风险', en: 'Risk' },
  backOut: { zh: '回退办法', en: 'Back-out plan' },
  services: { zh: '影响服务', en: 'Services' },
  places: { zh: '影响单位', en: 'Units' },
  window: { zh: '计划窗口', en: 'Planned window' },
  counts: { zh: '计划停机', en: 'Planned downtime' },
  filed: { zh: '报批', en: 'Filed' },
  announced: { zh: '告知', en: 'Announced' },
  result: { zh: '结果', en: 'Result' },
  really: { zh: '实际起止', en: 'Really' },
} as const

/** 变更: what is planned, whether its window counts, what came of it, and its way through the desks. */
export function ChangePage() {
  const { changeId } = useParams({ from: '/desk/changes/$changeId' })
  const change = useQuery(queries.deskChanges.openChange.queryOptions({ input: { id: ChangeId.parse(changeId) } }))
  return <Loaded query={change}>{(seen) => <Opened change={seen} />}</Loaded>
}

function Opened({ change }: { readonly change: ChangeSeen }) {
  return (
    <>
      <PageHead title={change.what} about={change.number} action={<ChangeActs change={change} />} />
      <div className="ticket-page">
        <Facts change={change} />
        <ChangeCase id={change.id} />
      </div>
    </>
  )
}

function Facts({ change }: { readonly change: ChangeSeen }) {
  const list = useList()
  const say = useWords(WORDS)
  const language = useLanguage()
  const { state, standing, risk, result, beganAt, endedAt, announcedAt } = change
  const names = (named: readonly { readonly name: string }[]) => list(named.map(({ name }) => name))
  const facts: readonly (readonly [keyof typeof WORDS, ReactNode])[] = [
    ['state', <Light key="state" kind={STATE_LIGHTS[state]} word={sayIn(CHANGE_STATE_WORDS[state], language)} />],
    ['window', `${formatMoment(change.from)} – ${formatMoment(change.until)}`],
    ['counts', <Light key="counts" kind={WINDOW_LIGHTS[standing]} word={sayIn(WINDOW_WORDS[standing], language)} />],
    ['services', names(change.services)],
    ['places', names(change.places)],
    ['why', change.why],
    ['risk', sayIn(RISK_WORDS[risk], language)],
    ['backOut', change.backOut],
    ['filed', told(change.filedBy, change.filedAt, change.unit.name)],
    ...(announcedAt === null
      ? []
      : [['announced', told(change.announcedBy, announcedAt, change.announcement)] as const]),
    ...(result === null
      ? []
      : [['result', told(sayIn(RESULT_WORDS[result], language), null, change.resultNote)] as const]),
    ...(beganAt === null || endedAt === null
      ? []
      : [['really', `${formatMoment(beganAt)} – ${formatMoment(endedAt)}`] as const]),
  ]
  return (
    <section className="card">
      <dl className="facts">
        {facts.map(([key, value]) => (
          <div key={key} className="change-fact">
            <dt>{say(key)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function told(who: string | null, at: string | null, what: string): ReactNode {
  return (
    <>
      {who} {at === null ? null : formatMoment(at)} <span className="small">{what}</span>
    </>
  )
}
