import type { TicketId } from '@shiji/contract/desk'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { queries } from '#desk/api/client.ts'
import { Loaded } from '#desk/kit/loaded.tsx'
import { PageHead } from '#desk/kit/page-head.tsx'
import { formatClock, formatMoment } from '#desk/words/format-moment.ts'
import { useWords } from '#desk/words/use-words.ts'
import { TicketArticles } from './articles/ticket-articles.tsx'
import { AskSatisfaction } from './ask-satisfaction.tsx'
import { CheckupCard } from './checkup-card.tsx'
import { ClockPanel } from './clocks/clock-panel.tsx'
import { CorrespondenceCard } from './mail/correspondence-card.tsx'
import { MajorCard } from './majors/declare-major.tsx'
import { NoticeList } from './notice-list.tsx'
import { TicketActs } from './ticket-acts.tsx'
import { SeverityLight, TicketMarks } from './ticket-marks.tsx'
import { TicketPhotos } from './ticket-photos.tsx'
import { TicketTimeline } from './ticket-timeline.tsx'
import { RENEW_MS, type TicketSeen } from './ticket-view.ts'
import { useTicketWords } from './words-of-ticket.ts'
import { WorkCard } from './work-orders/work-card.tsx'
import './tickets.css'

const WORDS = {
  title: { zh: '工单', en: 'Ticket' },
  state: { zh: '状态', en: 'State' },
  caller: { zh: '报单', en: 'Caller' },
  place: { zh: '地点', en: 'Place' },
  contact: { zh: '联系', en: 'Contact' },
  class: { zh: '定级', en: 'Class' },
  who: { zh: '处理人', en: 'Who works on it' },
  team: { zh: '服务班组', en: 'Team' },
  nobody: { zh: '还没有人受理', en: 'nobody yet' },
  at: { zh: '接报时间', en: 'Reported' },
  qr: { zh: '扫码报修', en: 'by QR code' },
  problem: { zh: '背后的问题', en: 'Problem behind it' },
  workaround: { zh: '绕行：{workaround}', en: 'Workaround: {workaround}' },
  project: { zh: '所属项目', en: 'Project' },
  byHand: { zh: '人工改定', en: 'said by hand' },
  byLine: { zh: '按服务线归入', en: 'by its service line' },
  cause: { zh: '原因', en: 'Cause' },
  merged: { zh: '已并入', en: 'Merged into' },
  plannedWork: { zh: '计划停机窗口', en: 'Planned work' },
  peak: { zh: '高峰时段', en: 'peak hours' },
  timeline: { zh: '经过', en: 'What happened' },
} as const

export function TicketPage() {
  const { ticketId } = useParams({ from: '/desk/tickets/$ticketId' })
  const input = { id: ticketId as TicketId }
  const ticket = useQuery(queries.desk.openTicket.queryOptions({ input, refetchInterval: RENEW_MS }))
  return <Loaded query={ticket}>{(seen) => <Opened ticket={seen} />}</Loaded>
}

function Opened({ ticket }: { readonly ticket: TicketSeen }) {
  const say = useWords(WORDS)
  return (
    <>
      <PageHead title={ticket.what} about={ticket.number} action={<TicketActs ticket={ticket} />} />
      <div className="ticket-page">
        <div className="ticket-main">
          <Facts ticket={ticket} />
          <WorkCard ticketId={ticket.id} />
          <TicketPhotos ticketId={ticket.id} />
          <CorrespondenceCard ticketId={ticket.id} />
          <section className="card">
            <h2>{say('timeline')}</h2>
            <div className="card-body">
              <TicketTimeline entries={ticket.entries} />
            </div>
          </section>
        </div>
        <div className="ticket-side">
          <ClockPanel ticket={ticket} />
          <MajorCard ticket={ticket} />
          <CheckupCard ticketId={ticket.id} />
          <TicketArticles ticket={ticket} />
          <AskSatisfaction ticket={ticket} />
          <NoticeList notices={ticket.notices} />
        </div>
      </div>
    </>
  )
}

function Facts({ ticket }: { readonly ticket: TicketSeen }) {
  const say = useWords(WORDS)
  const words = useTicketWords()
  const {
    caller,
    unit,
    place,
    contact,
    assignee,
    team,
    cause,
    mergedInto,
    layer,
    isPeak,
    plannedWork,
    project,
    problem,
  } = ticket
  return (
    <section className="card">
      <dl className="facts">
        <dt>{say('state')}</dt>
        <dd>
          <strong>{words.state(ticket.state)}</strong> {words.kind(ticket.kind)}{' '}
          <TicketMarks ticket={ticket} withConfirmation />
        </dd>
        <dt>{say('caller')}</dt>
        <dd>
          {caller.name} <span className="small">{unit.name}</span>
        </dd>
        {place === '' ? null : (
          <>
            <dt>{say('place')}</dt>
            <dd>{place}</dd>
          </>
        )}
        {contact === '' ? null : (
          <>
            <dt>{say('contact')}</dt>
            <dd>{contact}</dd>
          </>
        )}
        <dt>{say('at')}</dt>
        <dd>
          {formatMoment(ticket.reportedAt)}{' '}
          {ticket.channel === 'qr' ? <span className="ticket-mark">{say('qr')}</span> : null}{' '}
          {ticket.lateReason === '' ? null : <span className="small">{ticket.lateReason}</span>}
        </dd>
        <dt>{say('class')}</dt>
        <dd>
          <SeverityLight severity={ticket.severity} />{' '}
          <span className="small">
            {[words.scope(ticket.scope), layer === null ? '' : words.layer(layer), isPeak ? say('peak') : '']
              .filter((part) => part !== '')
              .join(' · ')}
          </span>
        </dd>
        <dt>{say('who')}</dt>
        <dd>
          {assignee?.name ?? say('nobody')} <span className="small">{team.name}</span>
        </dd>
        {project === null ? null : (
          <>
            <dt>{say('project')}</dt>
            <dd>
              {project.name} <span className="small">{say(project.isByHand ? 'byHand' : 'byLine')}</span>
            </dd>
          </>
        )}
        {problem === null ? null : (
          <>
            <dt>{say('problem')}</dt>
            <dd>
              <Link to="/problems/$problemId" params={{ problemId: problem.id }}>
                {problem.number}
              </Link>{' '}
              {problem.title}
              {problem.workaround === '' ? null : <div className="small">{say('workaround', problem)}</div>}
            </dd>
          </>
        )}
        {cause === null ? null : (
          <>
            <dt>{say('cause')}</dt>
            <dd>{cause}</dd>
          </>
        )}
        {plannedWork.length === 0 ? null : (
          <>
            <dt>{say('plannedWork')}</dt>
            <dd>
              {plannedWork.map(({ id, number, from, until }) => (
                <Link key={id} to="/changes/$changeId" params={{ changeId: id }}>
                  {number} {formatMoment(from)} – {formatClock(until, from)}
                </Link>
              ))}
            </dd>
          </>
        )}
        {mergedInto === null ? null : (
          <>
            <dt>{say('merged')}</dt>
            <dd>
              <Link to="/tickets/$ticketId" params={{ ticketId: mergedInto.id }}>
                {mergedInto.number}
              </Link>
            </dd>
          </>
        )}
      </dl>
    </section>
  )
}
