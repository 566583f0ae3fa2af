import type { TicketId } from '@shiji/contract/desk'
import type { PhotoId } from '@shiji/contract/desk-photos'
import { useEffect, useState } from 'react'
import { api } from '../api/client.ts'
import { keepPhotos } from '../call/keep-call.ts'
import { usePictures } from '../call/use-pictures.ts'
import { useAsked } from '../kept/use-asked.ts'
import { sendOutbox } from '../outbox/send-outbox.ts'
import { useSession } from '../session/session.ts'
import { useWords } from '../words/use-words.ts'

const WORDS = {
  title: { zh: '照片', en: 'Photos' },
  none: { zh: '还没有照片', en: 'No photos yet' },
  add: { zh: '加照片', en: 'Add photos' },
  photo: { zh: '照片 {number}', en: 'Photo {number}' },
} as const

type TicketPhotosProps = { readonly ticketId: TicketId; readonly title: string }

/** The photos of a ticket; new ones go through the outbox. */
export function TicketPhotos({ ticketId, title }: TicketPhotosProps) {
  const say = useWords(WORDS)
  const { me } = useSession()
  const { data } = useAsked(`photos ${ticketId}`, () => api.deskPhotos.listPhotos({ id: ticketId }))
  const add = async (files: readonly File[]) => {
    if (me === null) return
    await keepPhotos(files, { ticketId, title, owner: me.person.id })
    await sendOutbox()
  }
  return (
    <section className="card" aria-labelledby="photos-title">
      <h2 id="photos-title">{say('title')}</h2>
      {data === null || data.length === 0 ? <p className="quiet">{say('none')}</p> : null}
      <div className="photos">
        {(data ?? []).map(({ id }, index) => (
          <Picture key={id} {...{ ticketId, id }} name={say('photo', { number: index + 1 })} />
        ))}
        <label className="button file">
          {say('add')}
          <input
            type="file"
            accept="image/*"
            multiple
            onChange={({ target }) => {
              void add([...(target.files ?? [])])
              target.value = ''
            }}
          />
        </label>
      </div>
    </section>
  )
}

type PictureProps = { readonly ticketId: TicketId; readonly id: PhotoId; readonly name: string }

function Picture({ ticketId, id, name }: PictureProps) {
  const [files, setFiles] = useState<readonly Blob[]>([])
  const [url] = usePictures(files)
  useEffect(() => {
    // Without a network the photo is not shown; it is asked for when the page opens again.
    api.deskPhotos.readPhoto({ id: ticketId, photoId: id }).then(
      (file) => setFiles([file]),
      () => undefined,
    )
  }, [ticketId, id])
  return <span className="photo">{url === undefined ? name : <img src={url} alt={name} />}</span>
}
