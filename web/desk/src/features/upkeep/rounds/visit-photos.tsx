import { VisitId } from '@shiji/contract/upkeep-rounds'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { api, queries } from '#desk/api/client.ts'
import { formatMoment } from '#desk/words/format-moment.ts'
import { useWords } from '#desk/words/use-words.ts'
import type { RoundSeen } from '../occurrences/occurrence-seen.ts'

const WORDS = { taken: { zh: '{at} 拍摄', en: 'taken {at}' } } as const

type Visit = RoundSeen['visits'][number]
type Photo = Visit['photos'][number]

/** What was seen at a point. */
export function VisitPhotos({ visit }: { readonly visit: Visit }) {
  if (visit.photos.length === 0) return null
  return (
    <span className="upkeep-photos">
      {visit.photos.map((photo) => (
        <Picture key={photo.documentId} {...{ visit, photo }} />
      ))}
    </span>
  )
}

function Picture({ visit, photo: { documentId, takenAt } }: { readonly visit: Visit; readonly photo: Photo }) {
  const say = useWords(WORDS)
  const id = VisitId.parse(visit.id)
  const picture = useQuery({
    queryKey: [...queries.upkeepRounds.key(), 'photo', id, documentId],
    queryFn: () => api.upkeepRounds.readVisitPhoto({ id, documentId }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const url = useAddress(picture.data)
  if (url === null) return null
  return (
    <a href={url} target="_blank" rel="noreferrer">
      <img src={url} alt={say('taken', { at: formatMoment(takenAt) })} />
    </a>
  )
}

/** Where the page shows the bytes it holds; given back when it shows them no longer. */
function useAddress(file: Blob | undefined): string | null {
  const [url, setUrl] = useState<string | null>(null)
  useEffect(() => {
    if (file === undefined) return undefined
    const made = URL.createObjectURL(file)
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [file])
  return url
}
