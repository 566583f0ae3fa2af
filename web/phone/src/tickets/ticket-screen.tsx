import type { TicketId } from '@shiji/contract/desk'
import { SCOPE_WORDS, SEVERITY_WORDS, STATE_WORDS } from '@shiji/kernel/ticket/ticket-wording'
import { say as sayIn } from '@shiji/kernel/wording'
import { formatClock } from '../../../desk/src/words/format-moment.ts'
import { api } from '../api/client.ts'
import { useAsked } from '../kept/use-asked.ts'
import { subjectOf } from '../outbox/entry.ts'
import { useOutbox } from '../outbox/outbox-store.ts'
import { AskedBlock } from '../shell/asked-block.tsx'
import { Screen } from '../shell/screen.tsx'
import { useLanguage, useWords } from '../words/use-words.ts'
import { WorkCard } from '../work-orders/work-card.tsx'
import { TicketActs } from './ticket-acts.tsx'
import { TicketPhotos } from './ticket-photos.tsx'
import { lightOf, type TicketSeen } from './ticket-view.ts'

const WORDS = {
  title: { zh: '工单', en: 'Ticket' },
  caller: { zh: '报单', en: 'Caller' },
  place: { zh: '地点', en: 'Place' },
  contact: { zh: '联系', en: 'Contact' },
  who: { zh: '处理人', en: 'Worked on by' },
  nobody: { zh: '还没有人受理', en: 'nobody yet' },
  class: { zh: '定级', en: 'Class' },
  clocks: { zh: '时限', en: 'Clocks' },
  timeline: { zh: '经过', en: 'What happened' },
  late: { zh: '补录', en: 'entered late' },
  waiting: { zh: '{count} 条还在手机里等待发送', en: '{count} entries about it wait on this phone' },
} as const

export function TicketScreen({ id }: { readonly id: string }) {
  const say = useWords(WORDS)
  const asked = useAsked(`ticket ${id}`, () => api.desk.openTicket({ id: id as TicketId }))
  const waiting = useOutbox().filter((entry) => subjectOf(entry) === id && entry.refused === null).length
  return (
    <Screen
      title={asked.data?.number ?? say('title')}
      back="/tickets"
      action={asked.data === null ? undefined : <TicketActs ticket={asked.data} isWaiting={waiting > 0} />}
    >
      {waiting === 0 ? null : (
        <p className="band" role="status">
          ○ {say('waiting', { count: waiting })}
        </p>
      )}
      <AskedBlock asked={asked}>{(ticket) => <Facts ticket={ticket} />}</AskedBlock>
    </Screen>
  )
}

function Facts({ ticket }: { readonly ticket: TicketSeen }) {
  const say = useWords(WORDS)
  const language = useLanguage()
  const { what, state, caller, unit, place, contact, assignee, severity, scope, clocks, entries, isLate } = ticket
  const now = Date.now()
  const facts = [
    [say('caller'), `${caller.name} · ${unit.name}`],
    [say('place'), place],
    [say('contact'), contact],
    [say('who'), assignee?.name ?? say('nobody')],
    [say('class'), `${sayIn(SEVERITY_WORDS[severity], language)} · ${sayIn(SCOPE_WORDS[scope], language)}`],
  ].filter(([, value]) => value !== '')
  return (
    <>
      <section className="card">
        <h2>{what}</h2>
        <p>
          <b>{sayIn(STATE_WORDS[state], language)}</b> {isLate ? <span className="mark">{say('late')}</span> : null}
        </p>
        <dl>
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section className="card">
        <h2>{say('clocks')}</h2>
        <ul className="entries">
          {clocks.map((clock) => (
            <li key={clock.kind}>
              <span className={`light light-${lightOf(clock).colour}`}>
                {lightOf(clock).shape} {clock.says}
              </span>
            </li>
          ))}
        </ul>
      </section>
      <WorkCard ticketId={ticket.id} />
      <TicketPhotos ticketId={ticket.id} title={what} />
      <section className="card">
        <h2>{say('timeline')}</h2>
        <ol className="entries">
          {entries.map((entry) => (
            <li key={entry.number}>
              <span>{entry.sentence}</span>
              <span className="quiet">
                {formatClock(entry.at, now)} {entry.who} {entry.isLate ? `· ${say('late')}` : ''}
              </span>
            </li>
          ))}
        </ol>
      </section>
    </>
  )
}
