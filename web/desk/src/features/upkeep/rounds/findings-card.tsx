import type { OccurrenceId } from '@shiji/contract/upkeep'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { queries } from '#desk/api/client.ts'
import { useMay } from '#desk/shell/use-me.ts'
import { formatMoment } from '#desk/words/format-moment.ts'
import { useWords } from '#desk/words/use-words.ts'

const WORDS = {
  title: { zh: '来自数据库体检，这一天一并处理', en: 'From check-ups of databases, to be done with this' },
  checkup: { zh: '{service} · {name}，{at}', en: '{service} · {name}, {at}' },
} as const

/** The findings put on this day; nothing for a day without any. */
export function FindingsCard({ occurrenceId }: { readonly occurrenceId: OccurrenceId }) {
  const say = useWords(WORDS)
  const enabled = useMay('watch.read')
  const asked = useQuery(queries.watchDatabases.listPlanned.queryOptions({ input: { occurrenceId }, enabled }))
  const items = asked.data ?? []
  if (items.length === 0) return null
  return (
    <section className="card" aria-label={say('title')}>
      <h2>{say('title')}</h2>
      <ul className="card-body upkeep-findings">
        {items.map(({ checkupId, at, finding, advice, ...place }) => (
          <li key={`${checkupId} ${finding}`}>
            <strong>{finding}</strong> {advice}{' '}
            <Link to="/databases/checkups/$checkupId" params={{ checkupId }}>
              {say('checkup', { ...place, at: formatMoment(at) })}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
