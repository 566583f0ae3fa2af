import type { UnitId } from '@shiji/contract/directory'
import { skipToken, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { queries } from '#desk/api/client.ts'
import { useWords } from '#desk/words/use-words.ts'

const WORDS = {
  similar: { zh: '同单位半小时内还有 {count} 单同类', en: '{count} more like it from this unit within half an hour' },
} as const

/** What may be the same fault called in twice; nothing while it is not known who calls about what. */
export function SimilarTickets({ unitId, service }: { readonly unitId: UnitId | null; readonly service: string }) {
  const say = useWords(WORDS)
  const input = unitId === null || service === '' ? skipToken : { unitId, service }
  const found = useQuery(queries.desk.findSimilar.queryOptions({ input }))
  const tickets = found.data ?? []
  if (tickets.length === 0) return null
  return (
    <div className="similar-tickets" aria-live="polite">
      <span>{say('similar', { count: tickets.length })}</span>
      {tickets.map(({ id, number, what }) => (
        <Link key={id} to="/tickets/$ticketId" params={{ ticketId: id }}>
          {number} {what}
        </Link>
      ))}
    </div>
  )
}
