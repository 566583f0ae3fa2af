import { Link } from '@tanstack/react-router'
import { type Column, DataTable } from '#desk/kit/data-table.tsx'
import { formatMoment } from '#desk/words/format-moment.ts'
import { useWords } from '#desk/words/use-words.ts'
import { ClockLight, leadingClock } from './clocks/clock-light.tsx'
import { SeverityLight, TicketMarks } from './ticket-marks.tsx'
import type { TicketListed } from './ticket-view.ts'
import { useTicketWords } from './words-of-ticket.ts'

const WORDS = {
  caption: { zh: '工单，新的在前', en: 'Tickets, newest first' },
  what: { zh: '工单', en: 'Ticket' },
  unit: { zh: '单位', en: 'Unit' },
  severity: { zh: '等级', en: 'Severity' },
  state: { zh: '状态', en: 'State' },
  clock: { zh: '时限', en: 'Time' },
  who: { zh: '处理人', en: 'Who' },
  nobody: { zh: '还没有人', en: 'nobody yet' },
  at: { zh: '接报', en: 'Reported' },
} as const

export function TicketTable({ tickets }: { readonly tickets: readonly TicketListed[] }) {
  const say = useWords(WORDS)
  const words = useTicketWords()
  const columns: readonly Column<TicketListed>[] = [
    {
      key: 'what',
      title: say('what'),
      cell: (ticket) => (
        <span className="two-lines">
          <Link className="cell-name" to="/tickets/$ticketId" params={{ ticketId: ticket.id }}>
            {ticket.what}
          </Link>
          <span className="small">
            {ticket.number} <TicketMarks ticket={ticket} />
          </span>
        </span>
      ),
    },
    {
      key: 'unit',
      title: say('unit'),
      width: '16%',
      cell: ({ unit, caller }) => (
        <span className="two-lines">
          {unit.name} <span className="small">{caller.name}</span>
        </span>
      ),
    },
    {
      key: 'severity',
      title: say('severity'),
      width: '88px',
      cell: ({ severity }) => <SeverityLight severity={severity} />,
    },
    { key: 'state', title: say('state'), width: '84px', cell: ({ state }) => words.state(state) },
    {
      key: 'clock',
      title: say('clock'),
      width: '210px',
      cell: ({ clocks }) => {
        const clock = leadingClock(clocks)
        return clock === undefined ? null : <ClockLight clock={clock} />
      },
    },
    { key: 'who', title: say('who'), width: '96px', cell: ({ assignee }) => assignee?.name ?? say('nobody') },
    { key: 'at', title: say('at'), width: '140px', cell: ({ reportedAt }) => formatMoment(reportedAt) },
  ]
  return <DataTable caption={say('caption')} columns={columns} rows={tickets} keyOf={({ id }) => id} />
}
