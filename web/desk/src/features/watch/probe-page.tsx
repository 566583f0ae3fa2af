import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { Light } from '#desk/kit/light.tsx'
import { Loaded } from '#desk/kit/loaded.tsx'
import { PageHead } from '#desk/kit/page-head.tsx'
import { formatMoment } from '#desk/words/format-moment.ts'
import { useWords } from '#desk/words/use-words.ts'
import { AnswersChart } from './answers-chart.tsx'
import { DayStrip } from './day-strip.tsx'
import { LooksCard } from './looks-card.tsx'
import { LENGTH_WORDS, type OpenedProbe, sayLength, useProbe, useProbeId } from './probe-view.ts'
import { State } from './probes-page.tsx'
import { ShareFigure } from './share-figure.tsx'
import './watch.css'

const WORDS = {
  settings: { zh: '设置', en: 'Settings' },
  state: { zh: '状态', en: 'State' },
  share: { zh: '近 90 天可用性', en: 'Availability, last 90 days' },
  peak: { zh: '高峰时段', en: 'In peak hours' },
  made: { zh: '怎么算的', en: 'How it is made' },
  seconds: {
    zh: '可用 {up} ÷ 观测到 {observed}；应服务 {agreed}，计划停机 {planned} 两边不计',
    en: 'up {up} ÷ observed {observed}; agreed {agreed}, planned windows of {planned} leave both sides',
  },
  means: { zh: '平均无故障 {between}，平均恢复 {repair}', en: '{between} between failures, {repair} to repair' },
  means0: { zh: '没有中断', en: 'no outage' },
  answers: { zh: '最近的应答', en: 'Last answers' },
  days: { zh: '近 90 天', en: 'Last 90 days' },
  outages: { zh: '中断', en: 'Outages' },
  noOutages: { zh: '近 90 天没有中断', en: 'No outage in the last 90 days' },
  until: { zh: '{from} 至 {to}', en: '{from} to {to}' },
  since: { zh: '{from} 起，尚未恢复', en: 'since {from}, not over yet' },
  planned: { zh: '计划停机', en: 'planned' },
  unplanned: { zh: '中断', en: 'outage' },
  windows: { zh: '计划停机窗口', en: 'Planned windows' },
  noWindows: { zh: '没有事前批准并告知的窗口', en: 'No window was approved and announced beforehand' },
} as const

export function ProbePage() {
  const probe = useProbe(useProbeId())
  return <Loaded query={probe}>{(seen) => <Opened probe={seen} />}</Loaded>
}

function Opened({ probe }: { readonly probe: OpenedProbe }) {
  const say = useWords(WORDS)
  const navigate = useNavigate()
  const { id, name, line, mayManage } = probe
  const settings = mayManage ? (
    <Button onClick={() => void navigate({ to: '/watch/$probeId/settings', params: { probeId: id } })}>
      {say('settings')}
    </Button>
  ) : undefined
  const about = [line.service, line.unit, line.address].filter((part) => part !== '').join(' · ')
  return (
    <>
      <PageHead title={name} about={about} action={settings} />
      <div className="watch-page">
        <Figures probe={probe} />
        <section className="card" aria-label={say('answers')}>
          <h2>{say('answers')}</h2>
          <div className="card-body">
            <AnswersChart answers={probe.answers} everySeconds={probe.everySeconds} />
          </div>
        </section>
        <section className="card" aria-label={say('days')}>
          <h2>{say('days')}</h2>
          <div className="card-body">
            <DayStrip days={line.days} />
          </div>
        </section>
        <LooksCard looks={probe.looks} watchedFrom={probe.watchedFrom} />
        <Outages outages={probe.outages} />
        <Windows windows={probe.windows} />
      </div>
    </>
  )
}

function Figures({ probe }: { readonly probe: OpenedProbe }) {
  const say = useWords(WORDS)
  const sayWord = useWords(LENGTH_WORDS)
  const length = (seconds: number) => sayLength(seconds, sayWord)
  const { line, seconds, betweenFailures, toRepair } = probe
  const { up, observed, agreed, planned } = seconds
  return (
    <section className="card">
      <dl className="facts watch-facts">
        <dt>{say('state')}</dt>
        <dd>
          <State line={line} />
        </dd>
        <dt>{say('share')}</dt>
        <dd>
          <ShareFigure figure={line.availability} />
        </dd>
        <dt>{say('peak')}</dt>
        <dd>
          <ShareFigure figure={line.peak} />
        </dd>
        <dt>{say('made')}</dt>
        <dd>
          {say('seconds', {
            ...{ up: length(up), observed: length(observed), agreed: length(agreed), planned: length(planned) },
          })}
          <br />
          <span className="small">
            {betweenFailures === null || toRepair === null
              ? say('means0')
              : say('means', { between: length(Number(betweenFailures)), repair: length(Number(toRepair)) })}
          </span>
        </dd>
      </dl>
    </section>
  )
}

function Outages({ outages }: Pick<OpenedProbe, 'outages'>) {
  const say = useWords(WORDS)
  const sayWord = useWords(LENGTH_WORDS)
  return (
    <section className="card" aria-label={say('outages')}>
      <h2>{say('outages')}</h2>
      {outages.length === 0 ? (
        <p className="card-body small">{say('noOutages')}</p>
      ) : (
        <ul className="watch-list">
          {outages.map(({ from, to, isOver, isPlanned, seconds }) => (
            <li key={from}>
              <Light kind={isPlanned ? 'none' : 'bad'} word={say(isPlanned ? 'planned' : 'unplanned')} />
              <span>
                {isOver
                  ? say('until', { from: formatMoment(from), to: formatMoment(to) })
                  : say('since', { from: formatMoment(from) })}
              </span>
              <span className="small">{sayLength(seconds, sayWord)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Windows({ windows }: Pick<OpenedProbe, 'windows'>) {
  const say = useWords(WORDS)
  return (
    <section className="card" aria-label={say('windows')}>
      <h2>{say('windows')}</h2>
      {windows.length === 0 ? (
        <p className="card-body small">{say('noWindows')}</p>
      ) : (
        <ul className="watch-list">
          {windows.map(({ changeId, number, from, until }) => (
            <li key={changeId}>
              <Link className="cell-name" to="/changes/$changeId" params={{ changeId }}>
                {number}
              </Link>
              <span>{say('until', { from: formatMoment(from), to: formatMoment(until) })}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
