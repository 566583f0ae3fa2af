import { FormId } from '@shiji/contract/performance'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { queries } from '#desk/api/client.ts'
import { Loaded } from '#desk/kit/loaded.tsx'
import { formatMoment } from '#desk/words/format-moment.ts'
import { useSaying, useWords } from '#desk/words/use-words.ts'

const WORDS = {
  title: { zh: '看不达标的记录', en: 'Records that fell short' },
  none: { zh: '没有单条不达标的记录', en: 'No single record fell short' },
  more: { zh: '更多在指标页', en: 'More on the page of the row' },
} as const

const SHOWN = 5

type ContraryProps = { readonly declarationId: string; readonly position: number; readonly name: string }

/** What a reason is written from: the very records that speak against the promise, asked for when somebody looks. */
export function ContraryRecords({ declarationId, position, name }: ContraryProps) {
  const saying = useSaying()
  const say = useWords(WORDS)
  const [isOpen, setOpen] = useState(false)
  return (
    <details className="small" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary aria-label={saying(say('title'), name)}>{say('title')}</summary>
      {isOpen ? <Records {...{ declarationId, position }} /> : null}
    </details>
  )
}

function Records({ declarationId, position }: Omit<ContraryProps, 'name'>) {
  const say = useWords(WORDS)
  const input = { id: FormId.parse(declarationId), position, which: 'against' } as const
  const found = useQuery(queries.evidenceRows.listEvidence.queryOptions({ input }))
  return (
    <Loaded query={found} rows={2}>
      {({ records }) =>
        records.length === 0 ? (
          <p>{say('none')}</p>
        ) : (
          <>
            <ul className="contrary-records">
              {records.slice(0, SHOWN).map(({ id, title, at, page }) => (
                <li key={id}>
                  {formatMoment(at)} {page === null ? title : <a href={page}>{title}</a>}
                </li>
              ))}
            </ul>
            {records.length > SHOWN ? <p>{say('more')}</p> : null}
          </>
        )
      }
    </Loaded>
  )
}
