import { useState } from 'react'
import { useWords } from '../words/use-words.ts'
import { usePictures } from './use-pictures.ts'

const WORDS = {
  add: { zh: '加照片', en: 'Add photos' },
  photo: { zh: '照片 {number}', en: 'Photo {number}' },
  remove: { zh: '去掉照片 {number}', en: 'Remove photo {number}' },
  tooLarge: {
    zh: '“{name}”超过 {limit} MB，没有加上。请拍小一些。',
    en: '"{name}" is larger than {limit} MB and was not added. Take a smaller one.',
  },
  tooMany: { zh: '一次最多 {limit} 张，多的没有加上。', en: 'At most {limit} at once; the others were not added.' },
} as const

const MOST_PHOTOS = 10
const MOST_MEGABYTES = 20

type PhotoFieldProps = {
  readonly photos: readonly File[]
  readonly onChange: (photos: readonly File[]) => void
  readonly most?: number
}

/** Photos as the camera made them, few enough and small enough to arrive. */
export function PhotoField({ photos, onChange, most = MOST_PHOTOS }: PhotoFieldProps) {
  const say = useWords(WORDS)
  const pictures = usePictures(photos)
  const [problem, setProblem] = useState('')
  const add = (files: readonly File[]) => {
    const large = files.find(({ size }) => size > MOST_MEGABYTES * 2 ** 20)
    const all = [...photos, ...files.filter((file) => file !== large && file.size <= MOST_MEGABYTES * 2 ** 20)]
    onChange(all.slice(0, most))
    if (large !== undefined) setProblem(say('tooLarge', { name: large.name, limit: MOST_MEGABYTES }))
    else setProblem(all.length > most ? say('tooMany', { limit: most }) : '')
  }
  return (
    <div className="photos">
      {pictures.map((url, index) => (
        <span key={url} className="photo">
          <img src={url} alt={say('photo', { number: index + 1 })} />
          <button
            type="button"
            aria-label={say('remove', { number: index + 1 })}
            onClick={() => onChange(photos.filter((_, at) => at !== index))}
          >
            ✕
          </button>
        </span>
      ))}
      <label className="button file">
        {say('add')}
        <input
          type="file"
          accept="image/*"
          multiple
          onChange={({ target }) => {
            add([...(target.files ?? [])])
            target.value = ''
          }}
        />
      </label>
      {problem === '' ? null : (
        <p className="band band-bad" role="alert">
          {problem}
        </p>
      )}
    </div>
  )
}
