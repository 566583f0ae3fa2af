import type { TicketId } from '@shiji/contract/desk'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { queries } from '#desk/api/client.ts'
import { useMay } from '#desk/shell/use-me.ts'
import { formatMoment } from '#desk/words/format-moment.ts'
import { useWords } from '#desk/words/use-words.ts'

const WORDS = {
  title: { zh: '来自数据库体检', en: 'From a check-up of a database' },
  checkup: { zh: '{service} · {name}，{at}', en: '{service} · {name}, {at}' },
} as const

/** The finding a ticket came from; nothing for any other ticket. */
export function CheckupCard({ ticketId }: { readonly ticketId: TicketId }) {
  const say = useWords(WORDS)
  const enabled = useMay('watch.read')
  const asked = useQuery(queries.watchDatabases.findOrigin.queryOptions({ input: { ticketId }, enabled }))
  const origin = asked.data?.origin ?? null
  if (origin === null) return null
  const { checkupId, at, finding, ...place } = origin
  return (
    <section className="card" aria-label={say('title')}>
      <h2>{say('title')}</h2>
      <p className="card-body">
        {finding}
        <br />
        <Link to="/databases/checkups/$checkupId" params={{ checkupId }}>
          {say('checkup', { ...place, at: formatMoment(at) })}
        </Link>
      </p>
    </section>
  )
}
