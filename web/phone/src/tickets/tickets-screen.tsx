import { SEVERITY_WORDS, STATE_WORDS } from '@shiji/kernel/ticket/ticket-wording'
import { say as sayIn } from '@shiji/kernel/wording'
import { useState } from 'react'
import { api } from '../api/client.ts'
import { useAsked } from '../kept/use-asked.ts'
import { useMay } from '../session/session.ts'
import { AskedBlock } from '../shell/asked-block.tsx'
import { Choices } from '../shell/choices.tsx'
import { Link } from '../shell/link.tsx'
import { Screen } from '../shell/screen.tsx'
import { useLanguage, useWords } from '../words/use-words.ts'
import { leadingClock, lightOf, type TicketListed } from './ticket-view.ts'

const WORDS = {
  title: { zh: '工单', en: 'Tickets' },
  which: { zh: '看哪些', en: 'Which' },
  mine: { zh: '我的', en: 'Mine' },
  nobody: { zh: '待受理', en: 'Nobody’s' },
  all: { zh: '全部', en: 'All' },
  noMine: { zh: '您手上没有工单。', en: 'No ticket is yours.' },
  noNobody: { zh: '没有等人受理的工单。', en: 'No ticket waits for somebody.' },
  noAll: { zh: '没有在办的工单。', en: 'No ticket is open.' },
} as const

type Whose = 'mine' | 'nobody' | 'all'
const EMPTY = { mine: 'noMine', nobody: 'noNobody', all: 'noAll' } as const

export function TicketsScreen() {
  const say = useWords(WORDS)
  const mayWork = useMay('desk.work')
  const [whose, setWhose] = useState<Whose>(mayWork ? 'mine' : 'all')
  const asked = useAsked(`tickets ${whose}`, () => api.desk.listTickets({ whose }))
  return (
    <Screen title={say('title')}>
      <Choices
        name="whose"
        title={say('which')}
        chosen={whose}
        options={(['mine', 'nobody', 'all'] as const).map((key) => ({ key, name: say(key) }))}
        onChoose={setWhose}
      />
      <AskedBlock asked={asked}>
        {({ tickets }) =>
          tickets.length === 0 ? (
            <p className="quiet">{say(EMPTY[whose])}</p>
          ) : (
            <ul className="cards">
              {tickets.map((ticket) => (
                <li key={ticket.id}>
                  <TicketCard ticket={ticket} />
                </li>
              ))}
            </ul>
          )
        }
      </AskedBlock>
    </Screen>
  )
}

function TicketCard({ ticket }: { readonly ticket: TicketListed }) {
  const language = useLanguage()
  const { id, number, what, place, unit, state, severity, clocks } = ticket
  const clock = leadingClock(clocks)
  const light = clock === undefined ? null : lightOf(clock)
  return (
    <Link to={`/tickets/${id}`} className="card">
      <b>{what}</b>
      <span className="quiet">{[number, unit.name, place].filter((part) => part !== '').join(' · ')}</span>
      <span className="entry-head">
        <span>
          {sayIn(STATE_WORDS[state], language)} · {sayIn(SEVERITY_WORDS[severity], language)}
        </span>
        {clock === undefined || light === null ? null : (
          <span className={`light light-${light.colour}`}>
            {light.shape} {clock.says}
          </span>
        )}
      </span>
    </Link>
  )
}
