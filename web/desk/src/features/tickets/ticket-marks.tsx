import { Light, type LightKind } from '#desk/kit/light.tsx'
import { useWords } from '#desk/words/use-words.ts'
import type { TicketListed } from './ticket-view.ts'
import { useTicketWords } from './words-of-ticket.ts'

const WORDS = {
  late: { zh: '补录', en: 'entered late' },
  reopened: { zh: '重开 {count} 次', en: 'reopened × {count}' },
  unconfirmed: { zh: '定级待复核', en: 'class to be confirmed' },
} as const

const SEVERITY_LIGHT = {
  minor: 'none',
  normal: 'not-started',
  urgent: 'watch',
  major: 'bad',
} as const satisfies Readonly<Record<TicketListed['severity'], LightKind>>

export function SeverityLight({ severity }: { readonly severity: TicketListed['severity'] }) {
  const words = useTicketWords()
  return <Light kind={SEVERITY_LIGHT[severity]} word={words.severity(severity)} />
}

type MarksProps = { readonly ticket: TicketListed; readonly withConfirmation?: boolean }

/** What an honest register shows beside the words: written down late, reopened, class not confirmed. */
export function TicketMarks({ ticket, withConfirmation = false }: MarksProps) {
  const say = useWords(WORDS)
  const { isLate, reopenings, isConfirmed } = ticket
  return (
    <>
      {isLate ? <span className="ticket-mark">{say('late')}</span> : null}
      {reopenings > 0 ? <span className="ticket-mark">{say('reopened', { count: reopenings })}</span> : null}
      {withConfirmation && !isConfirmed ? <span className="ticket-mark">{say('unconfirmed')}</span> : null}
    </>
  )
}
