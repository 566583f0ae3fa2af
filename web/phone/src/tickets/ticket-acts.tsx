import type { DeedKind, TicketDeed } from '@shiji/kernel/ticket/ticket-deed'
import { DEED_WORDS } from '@shiji/kernel/ticket/ticket-wording'
import { say as sayIn } from '@shiji/kernel/wording'
import { useState } from 'react'
import { makeId } from '../../../desk/src/kit/make-id.ts'
import { addEntry } from '../outbox/outbox-store.ts'
import { sendOutbox } from '../outbox/send-outbox.ts'
import { useSession } from '../session/session.ts'
import { useLanguage, useWords } from '../words/use-words.ts'
import { DeedForm } from './deed-form.tsx'
import type { TicketSeen } from './ticket-view.ts'

const WORDS = {
  elsewhere: { zh: '其余办理在桌面版', en: 'The rest is done at the desk' },
} as const

/** What is done on one's feet; the rest is done at a desk. */
const HERE = ['accept', 'arrive', 'restore', 'resolve', 'close', 'resume', 'confirm', 'note'] as const
export type DeedHere = (typeof HERE)[number]

/** What needs nothing more said is done at a tap. */
const AT_ONCE = {
  accept: { kind: 'accept' },
  arrive: { kind: 'arrive' },
  restore: { kind: 'restore', note: '' },
  resume: { kind: 'resume', note: '' },
  confirm: { kind: 'confirm' },
} as const satisfies Readonly<Partial<Record<DeedKind, TicketDeed>>>

type TicketActsProps = { readonly ticket: TicketSeen; readonly isWaiting: boolean }

/** The likeliest deed as the one primary button; the moment is that of the tap, whenever it is sent. */
export function TicketActs({ ticket, isWaiting }: TicketActsProps) {
  const say = useWords(WORDS)
  const language = useLanguage()
  const { me } = useSession()
  const [asked, setAsked] = useState<{ kind: DeedHere; at: string } | null>(null)
  const offered = HERE.filter((kind) => (ticket.deeds as readonly string[]).includes(kind))
  const first = offered.find((kind) => kind === ticket.deeds[0]) ?? offered[0]
  const others = offered.filter((kind) => kind !== first)
  const words = (kind: DeedHere) => sayIn(DEED_WORDS[kind], language)
  const keepDeed = async (deed: TicketDeed, at: string) => {
    if (me === null) return
    const title = `${ticket.number} ${ticket.what}`
    setAsked(null)
    await addEntry({ kind: 'deed', ticketId: ticket.id, title, deedId: makeId(), deed }, { owner: me.person.id, at })
    void sendOutbox()
  }
  const press = (kind: DeedHere) => {
    const at = new Date().toISOString()
    const deed = kind in AT_ONCE ? AT_ONCE[kind as keyof typeof AT_ONCE] : null
    if (deed === null) setAsked({ kind, at })
    else void keepDeed(deed, at)
  }
  if (asked !== null)
    return (
      <DeedForm
        kind={asked.kind}
        name={words(asked.kind)}
        onSend={(deed) => void keepDeed(deed, asked.at)}
        onCancel={() => setAsked(null)}
      />
    )
  if (first === undefined) return <p className="quiet">{say('elsewhere')}</p>
  return (
    <>
      <div className="buttons">
        {others.map((kind) => (
          <button key={kind} type="button" className="button" disabled={isWaiting} onClick={() => press(kind)}>
            {words(kind)}
          </button>
        ))}
      </div>
      <button type="button" className="primary" disabled={isWaiting} onClick={() => press(first)}>
        {words(first)}
      </button>
    </>
  )
}
