import { type FormEvent, useState } from 'react'
import { useWords } from '../words/use-words.ts'
import { codeOnLabel, mayScan, readCode } from './read-code.ts'

const WORDS = {
  code: { zh: '标签编号', en: 'Code on the label' },
  look: { zh: '对上', en: 'Match' },
  scan: { zh: '拍标签扫码', en: 'Scan the label' },
  unread: {
    zh: '照片里没有认出二维码，请靠近些再拍，或输入编号。',
    en: 'No code was found in the picture. Take it closer, or type the code.',
  },
} as const

type CodeFieldProps = { readonly onCode: (code: string, proof: 'scan' | 'number') => void }

/** The label of a point, scanned where the browser can, or its letters. */
export function CodeField({ onCode }: CodeFieldProps) {
  const say = useWords(WORDS)
  const [typed, setTyped] = useState('')
  const [isUnread, setUnread] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (typed.trim() !== '') onCode(codeOnLabel(typed), 'number')
  }
  const scan = async (picture: File | undefined) => {
    if (picture === undefined) return
    const code = await readCode(picture).catch(() => null)
    setUnread(code === null)
    if (code !== null) onCode(code, 'scan')
  }
  return (
    <form className="fields" onSubmit={submit}>
      <label>
        {say('code')}
        <input
          autoComplete="off"
          autoCapitalize="characters"
          maxLength={200}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
      </label>
      <div className="buttons">
        <button type="submit" className="button" disabled={typed.trim() === ''}>
          {say('look')}
        </button>
        {mayScan() ? (
          <label className="button file">
            {say('scan')}
            <input
              type="file"
              accept="image/*"
              capture="environment"
              onChange={({ target }) => {
                void scan(target.files?.[0])
                target.value = ''
              }}
            />
          </label>
        ) : null}
      </div>
      {isUnread ? (
        <p className="band band-bad" role="alert">
          {say('unread')}
        </p>
      ) : null}
    </form>
  )
}
