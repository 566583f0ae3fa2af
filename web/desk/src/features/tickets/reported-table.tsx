import type { TicketId } from '@shiji/contract/desk'
import { Link } from '@tanstack/react-router'
import { type Column, DataTable } from '#desk/kit/data-table.tsx'
import { formatMoment } from '#desk/words/format-moment.ts'
import { useWords } from '#desk/words/use-words.ts'
import './tickets.css'

const WORDS = {
  unit: { zh: '单位', en: 'Unit' },
  at: { zh: '接报时间', en: 'Reported' },
} as const

export type Reported = {
  readonly id: TicketId
  readonly number: string
  readonly what: string
  readonly unit: string
  readonly reportedAt: string
}

type ReportedTableProps = { readonly caption: string; readonly what: string; readonly rows: readonly Reported[] }

/** Tickets that belong to something, each leading to its page; `what` they are called there. */
export function ReportedTable({ caption, what: title, rows }: ReportedTableProps) {
  const say = useWords(WORDS)
  const columns: readonly Column<Reported>[] = [
    {
      key: 'what',
      title,
      cell: ({ id, number, what }) => (
        <span className="two-lines">
          <Link to="/tickets/$ticketId" params={{ ticketId: id }}>
            {what}
          </Link>
          <span className="small">{number}</span>
        </span>
      ),
    },
    { key: 'unit', title: say('unit'), width: '30%', cell: ({ unit }) => unit },
    { key: 'at', title: say('at'), width: '160px', cell: ({ reportedAt }) => formatMoment(reportedAt) },
  ]
  return <DataTable caption={caption} {...{ columns, rows }} keyOf={({ id }) => id} />
}
