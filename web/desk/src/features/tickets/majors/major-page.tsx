import type { TicketId } from '@shiji/contract/desk'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { queries } from '#desk/api/client.ts'
import { Loaded } from '#desk/kit/loaded.tsx'
import { PageHead } from '#desk/kit/page-head.tsx'
import { formatMoment } from '#desk/words/format-moment.ts'
import { useWords } from '#desk/words/use-words.ts'
import { ReportedTable } from '../reported-table.tsx'
import { RENEW_MS } from '../ticket-view.ts'
import { useTicketWords } from '../words-of-ticket.ts'
import { MajorActs } from './major-acts.tsx'
import { MajorLight, type MajorSeen } from './major-words.tsx'
import { NextUpdate } from './majors-page.tsx'
import '../articles/articles.css'
import '../tickets.css'

const WORDS = {
  state: { zh: '状态', en: 'State' },
  ticket: { zh: '工单', en: 'Ticket' },
  unit: { zh: '单位', en: 'Unit' },
  leader: { zh: '负责人', en: 'Leads' },
  nobody: { zh: '还没有指定', en: 'nobody yet' },
  declared: { zh: '宣布', en: 'Declared' },
  byRule: { zh: '按定级规则', en: 'by the rule of severity' },
  ended: { zh: '结束', en: 'Over' },
  update: { zh: '下次进展', en: 'Next update' },
  reaches: { zh: '发布时告知', en: 'An announcement reaches' },
  people: { zh: '{count} 人', en: '{count} people' },
  course: { zh: '经过', en: 'Course' },
  review: { zh: '复盘', en: 'Review' },
  happened: { zh: '发生了什么', en: 'What happened' },
  cause: { zh: '根本原因', en: 'Cause' },
  measures: { zh: '怎样不再发生', en: 'So that it does not happen again' },
  by: { zh: '{who}，{at}', en: '{who}, {at}' },
  led: { zh: '负责人：{words}', en: 'Leads: {words}' },
  isDeclared: { zh: '宣布为重大事件', en: 'Declared major' },
  noted: { zh: '记录', en: 'Noted' },
  announced: { zh: '发布进展（{told} 人）', en: 'Announced ({told} people)' },
  isPublic: { zh: '也公布在状态页', en: 'on the status page too' },
  isEnded: { zh: '宣布结束（告知 {told} 人）', en: 'Declared over ({told} people told)' },
  resumed: { zh: '继续处置（告知 {told} 人）', en: 'Goes on ({told} people told)' },
  reviewed: { zh: '复盘', en: 'Reviewed' },
  merged: { zh: '并入的来电', en: 'Calls merged into it' },
  noMerged: { zh: '还没有；同样的来电在工单上“并入”即可', en: 'none yet; merge the like into its ticket' },
  call: { zh: '来电', en: 'Call' },
} as const

export function MajorPage() {
  const { ticketId } = useParams({ from: '/desk/major-incidents/$ticketId' })
  const input = { id: ticketId as TicketId }
  const major = useQuery(queries.deskMajors.openMajor.queryOptions({ input, refetchInterval: RENEW_MS }))
  return <Loaded query={major}>{(seen) => <Opened major={seen} />}</Loaded>
}

function Opened({ major }: { readonly major: MajorSeen }) {
  const say = useWords(WORDS)
  return (
    <>
      <PageHead
        title={major.what}
        about={`${major.number} · ${major.unit}`}
        action={major.mayAct && major.state !== 'reviewed' ? <MajorActs major={major} /> : undefined}
      />
      <div className="ticket-page">
        <div className="ticket-main">
          {major.state === 'reviewed' && major.cause !== '' ? <Review major={major} /> : null}
          <section className="card" aria-label={say('course')}>
            <h2>{say('course')}</h2>
            <div className="card-body">
              <Course major={major} />
            </div>
          </section>
          {major.mayAct ? <Merged major={major} /> : null}
        </div>
        <div className="ticket-side">
          <Facts major={major} />
        </div>
      </div>
    </>
  )
}

function Facts({ major }: { readonly major: MajorSeen }) {
  const say = useWords(WORDS)
  const words = useTicketWords()
  const { state, ticket, leader, declaredAt, declaredBy, endedAt, reason, reaches } = major
  return (
    <dl className="card facts">
      <dt>{say('state')}</dt>
      <dd>
        <MajorLight state={state} />
      </dd>
      <dt>{say('ticket')}</dt>
      <dd>
        <Link to="/tickets/$ticketId" params={{ ticketId: major.id }}>
          {ticket.number}
        </Link>{' '}
        <span className="small">{words.state(ticket.state)}</span>
      </dd>
      <dt>{say('leader')}</dt>
      <dd>{leader ?? say('nobody')}</dd>
      <dt>{say('update')}</dt>
      <dd>
        <NextUpdate major={major} />
      </dd>
      <dt>{say('declared')}</dt>
      <dd>
        {formatMoment(declaredAt)}{' '}
        <span className="small">
          {declaredBy ?? say('byRule')} {reason}
        </span>
      </dd>
      {endedAt === null ? null : (
        <>
          <dt>{say('ended')}</dt>
          <dd>{formatMoment(endedAt)}</dd>
        </>
      )}
      <dt>{say('reaches')}</dt>
      <dd>{say('people', { count: reaches })}</dd>
    </dl>
  )
}

function Course({ major: { entries } }: { readonly major: MajorSeen }) {
  const say = useWords(WORDS)
  const title = ({ kind, told, words }: MajorSeen['entries'][number]) => {
    const count = { told: told ?? 0, words }
    switch (kind) {
      case 'declared':
        return say('isDeclared')
      case 'ended':
        return say('isEnded', count)
      case 'led':
      case 'noted':
      case 'announced':
      case 'resumed':
      case 'reviewed':
        return say(kind, count)
    }
  }
  return (
    <ol className="ticket-timeline">
      {entries.map((entry) => (
        <li key={entry.number}>
          <time dateTime={entry.at}>{formatMoment(entry.at)}</time>
          <span className="ticket-said">
            <strong>{title(entry)}</strong>
            {entry.kind === 'led' || entry.words === '' ? null : <span>{entry.words}</span>}
            <span className="small">
              {entry.by}
              {entry.isPublic ? ` · ${say('isPublic')}` : ''}
            </span>
          </span>
        </li>
      ))}
    </ol>
  )
}

function Review({ major }: { readonly major: MajorSeen }) {
  const say = useWords(WORDS)
  const { course, cause, measures, reviewedBy, reviewedAt } = major
  return (
    <section className="card" aria-label={say('review')}>
      <h2>{say('review')}</h2>
      <div className="card-body article-text">
        <h3>{say('happened')}</h3>
        <p>{course}</p>
        <h3>{say('cause')}</h3>
        <p>{cause}</p>
        <h3>{say('measures')}</h3>
        <p>{measures}</p>
        {reviewedAt === null ? null : (
          <span className="small">{say('by', { who: reviewedBy ?? '', at: formatMoment(reviewedAt) })}</span>
        )}
      </div>
    </section>
  )
}

function Merged({ major: { merged } }: { readonly major: MajorSeen }) {
  const say = useWords(WORDS)
  return (
    <section className="lines-part">
      <h2>{say('merged')}</h2>
      {merged.length === 0 ? (
        <p className="small">{say('noMerged')}</p>
      ) : (
        <ReportedTable caption={say('merged')} what={say('call')} rows={merged} />
      )}
    </section>
  )
}
