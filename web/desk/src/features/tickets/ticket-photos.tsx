import type { TicketId } from '@shiji/contract/desk'
import type { PhotoId } from '@shiji/contract/desk-photos'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { api, queries } from '#desk/api/client.ts'
import { formatMoment } from '#desk/words/format-moment.ts'
import { useWords } from '#desk/words/use-words.ts'

const WORDS = {
  title: { zh: '照片', en: 'Photos' },
  taken: { zh: '{at} 拍摄，{who}', en: 'taken {at}, {who}' },
} as const

/** What the people on the spot saw; nothing is shown where there is none. */
export function TicketPhotos({ ticketId }: { readonly ticketId: TicketId }) {
  const say = useWords(WORDS)
  const photos = useQuery(queries.deskPhotos.listPhotos.queryOptions({ input: { id: ticketId } }))
  if (photos.data === undefined || photos.data.length === 0) return null
  return (
    <section className="card" aria-labelledby="photos-title">
      <h2 id="photos-title">{say('title')}</h2>
      <div className="card-body ticket-photos">
        {photos.data.map(({ id, takenAt, who }) => (
          <Photo key={id} {...{ ticketId, id }} name={say('taken', { at: formatMoment(takenAt), who })} />
        ))}
      </div>
    </section>
  )
}

type PhotoProps = { readonly ticketId: TicketId; readonly id: PhotoId; readonly name: string }

function Photo({ ticketId, id, name }: PhotoProps) {
  const photo = useQuery({
    queryKey: [...queries.deskPhotos.key(), id],
    queryFn: () => api.deskPhotos.readPhoto({ id: ticketId, photoId: id }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const url = useAddress(photo.data)
  return (
    <figure>
      {url === null ? null : (
        <a href={url} target="_blank" rel="noreferrer">
          <img src={url} alt={name} />
        </a>
      )}
      <figcaption className="small">{name}</figcaption>
    </figure>
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
