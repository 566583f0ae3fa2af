import { saySpan } from '@shiji/kernel/ticket/say-clock'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { type api, queries } from '#desk/api/client.ts'
import { Light } from '#desk/kit/light.tsx'
import { Loaded } from '#desk/kit/loaded.tsx'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { formatMoment } from '#desk/words/format-moment.ts'
import { useLanguage, useList, useWords } from '#desk/words/use-words.ts'
import type { TicketSeen } from '../ticket-view.ts'
import { ClockLight } from './clock-light.tsx'

const WORDS = {
  title: { zh: '时限', en: 'Time limits' },
  limit: { zh: '约定 {span}', en: 'agreed {span}' },
  due: { zh: '{at} 到期', en: 'due {at}' },
  why: { zh: '怎么算的', en: 'How it is counted' },
  hide: { zh: '收起', en: 'Hide' },
  check: { zh: '按原始记录重算', en: 'Compute again from the records' },
  agrees: { zh: '重算一致', en: 'the same again' },
  differs: { zh: '重算不一致', en: 'differs when computed again' },
  by: {
    zh: '{name} 第 {version} 版 · {window} · 日历第 {calendar} 版 · {zone}',
    en: '{name}, version {version} · {window} · calendar {calendar} · {zone}',
  },
  counted: { zh: '计 {span}', en: 'counts {span}' },
  uncounted: { zh: '不计', en: 'does not count' },
  years: {
    zh: '日历缺 {years} 年的放假安排，到期时间可能不准。',
    en: 'The calendar lacks the holidays of {years}; the due time may be wrong.',
  },
} as const

type Explanation = Awaited<ReturnType<typeof api.desk.explainClocks>>[number]

/** Every clock of the ticket; on demand each says segment by segment what counted and why. */
export function ClockPanel({ ticket }: { readonly ticket: TicketSeen }) {
  const say = useWords(WORDS)
  const language = useLanguage()
  const [open, setOpen] = useState(false)
  return (
    <section className="card" aria-labelledby="clocks-title">
      <h2 id="clocks-title">{say('title')}</h2>
      <div className="card-body clock-list">
        {ticket.clocks.map((clock) => (
          <p key={clock.kind}>
            <ClockLight clock={clock} />{' '}
            <span className="small">
              {say('limit', { span: saySpan(clock.limitSeconds, language) })}
              {clock.state === 'running' && clock.dueAt !== null
                ? ` · ${say('due', { at: formatMoment(clock.dueAt) })}`
                : ''}
            </span>
          </p>
        ))}
        <Button aria-expanded={open} onClick={() => setOpen(!open)}>
          {say(open ? 'hide' : 'why')}
        </Button>
        {open ? <Explained ticket={ticket} /> : null}
      </div>
    </section>
  )
}

function Explained({ ticket }: { readonly ticket: TicketSeen }) {
  const say = useWords(WORDS)
  const input = { id: ticket.id }
  const explanations = useQuery(queries.desk.explainClocks.queryOptions({ input }))
  const check = useMutation(queries.desk.recomputeClocks.mutationOptions())
  return (
    <Loaded query={explanations} rows={3}>
      {(clocks) => (
        <>
          {clocks.map((clock) => (
            <ClockStory
              key={clock.kind}
              clock={clock}
              agreement={ticket.agreement.name}
              agrees={check.data?.find(({ kind }) => kind === clock.kind)?.agrees}
            />
          ))}
          <ProblemAlert problem={check.error} />
          <Button loading={check.isPending} onClick={() => check.mutate(input)}>
            {say('check')}
          </Button>
        </>
      )}
    </Loaded>
  )
}

type ClockStoryProps = {
  readonly clock: Explanation
  readonly agreement: string
  readonly agrees: boolean | undefined
}

function ClockStory({ clock, agreement, agrees }: ClockStoryProps) {
  const list = useList()
  const say = useWords(WORDS)
  const language = useLanguage()
  const { ruleVersion, calendarVersion, window, timeZone, yearsMissing } = clock
  const by = { name: agreement, version: ruleVersion, window, calendar: calendarVersion, zone: timeZone }
  return (
    <section className="clock-story">
      <h3>
        {clock.sentence}{' '}
        {agrees === undefined ? null : (
          <Light kind={agrees ? 'good' : 'bad'} word={say(agrees ? 'agrees' : 'differs')} />
        )}
      </h3>
      <p className="small">{say('by', by)}</p>
      <ol className="clock-segments">
        {clock.segments.map(({ from, to, seconds, isCounted, reason }) => (
          <li key={from} data-counted={isCounted}>
            <span>
              {formatMoment(from)} — {formatMoment(to)}
            </span>
            <span>{reason}</span>
            <span className="small">
              {isCounted ? say('counted', { span: saySpan(seconds, language) }) : say('uncounted')}
            </span>
          </li>
        ))}
      </ol>
      {yearsMissing.length === 0 ? null : <p>{say('years', { years: list(yearsMissing.map(String)) })}</p>}
    </section>
  )
}
