import type { UnitId } from '@shiji/contract/directory'
import { useEffect, useState } from 'react'
import { api } from '../api/client.ts'
import { Link } from '../shell/link.tsx'
import { useWords } from '../words/use-words.ts'

const WORDS = {
  similar: { zh: '同一单位刚才还有 {count} 单', en: '{count} alike from this unit just now' },
  look: { zh: '看看', en: 'Look' },
} as const

type Similar = { readonly about: string; readonly ids: readonly string[] }

/** Says when others of the unit have just called about the same; without a network it is silent. */
export function SimilarHint({ unitId, service }: { readonly unitId: string | null; readonly service: string }) {
  const say = useWords(WORDS)
  const about = unitId === null || service === '' ? '' : `${unitId} ${service}`
  const [found, setFound] = useState<Similar>({ about: '', ids: [] })
  useEffect(() => {
    if (unitId === null || service === '') return undefined
    let isOver = false
    api.desk.findSimilar({ unitId: unitId as UnitId, service }).then(
      (tickets) => {
        if (!isOver) setFound({ about: `${unitId} ${service}`, ids: tickets.map(({ id }) => id) })
      },
      () => undefined,
    )
    return () => {
      isOver = true
    }
  }, [unitId, service])
  const [first] = found.ids
  if (first === undefined || found.about !== about) return null
  return (
    <div className="band">
      <span>{say('similar', { count: found.ids.length })}</span>
      <Link to={`/tickets/${first}`} className="button">
        {say('look')}
      </Link>
    </div>
  )
}
