import { MANNER_WORDS } from '@shiji/kernel/ticket/say-entry'
import type { Manner, TicketDeed } from '@shiji/kernel/ticket/ticket-deed'
import { say as sayIn } from '@shiji/kernel/wording'
import { type FormEvent, useState } from 'react'
import { api } from '../api/client.ts'
import { useAsked } from '../kept/use-asked.ts'
import { Choices } from '../shell/choices.tsx'
import { useLanguage, useWords } from '../words/use-words.ts'
import type { DeedHere } from './ticket-acts.tsx'

const WORDS = {
  manner: { zh: '怎么解决的', en: 'How it was settled' },
  done: { zh: '做了什么', en: 'What was done' },
  cause: { zh: '原因（必选）', en: 'Cause (needed)' },
  note: { zh: '说明', en: 'Note' },
  cancel: { zh: '取消', en: 'Cancel' },
} as const

const MANNERS = Object.keys(MANNER_WORDS) as Manner[]
const FRESH_MS = 3_600_000

type DeedFormProps = {
  readonly kind: DeedHere
  readonly name: string
  readonly onSend: (deed: TicketDeed) => void
  readonly onCancel: () => void
}

/** What a deed needs to be told: nothing is closed without its cause. */
export function DeedForm({ kind, name, onSend, onCancel }: DeedFormProps) {
  const say = useWords(WORDS)
  const language = useLanguage()
  const setting = useAsked('setting', () => api.desk.readDesk({}), { freshForMs: FRESH_MS })
  const [manner, setManner] = useState<Manner | ''>('')
  const [cause, setCause] = useState('')
  const [note, setNote] = useState('')
  const deed = deedOf(kind, { manner, cause, note: note.trim() })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (deed !== null) onSend(deed)
  }
  return (
    <form className="fields" onSubmit={submit}>
      {kind === 'resolve' ? (
        <Choices
          name="manner"
          title={say('manner')}
          chosen={manner}
          options={MANNERS.map((key) => ({ key, name: sayIn(MANNER_WORDS[key], language) }))}
          onChoose={setManner}
        />
      ) : null}
      {kind === 'close' ? (
        <Choices
          look="list"
          name="cause"
          title={say('cause')}
          chosen={cause}
          options={setting.data?.causes ?? []}
          onChoose={setCause}
        />
      ) : null}
      <label>
        {say(kind === 'resolve' ? 'done' : 'note')}
        <textarea rows={2} maxLength={2000} value={note} onChange={({ target }) => setNote(target.value)} />
      </label>
      <div className="buttons">
        <button type="button" className="button" onClick={onCancel}>
          {say('cancel')}
        </button>
      </div>
      <button type="submit" className="primary" disabled={deed === null}>
        {name}
      </button>
    </form>
  )
}

type Told = { readonly manner: Manner | ''; readonly cause: string; readonly note: string }

/** The deed, once everything it needs has been told. */
function deedOf(kind: DeedHere, { manner, cause, note }: Told): TicketDeed | null {
  switch (kind) {
    case 'resolve':
      return manner === '' || note === '' ? null : { kind, manner, note }
    case 'close':
      return cause === '' ? null : { kind, cause, note }
    case 'note':
      return note === '' ? null : { kind, note }
    case 'restore':
    case 'resume':
      return { kind, note }
    case 'accept':
    case 'arrive':
    case 'confirm':
      return { kind }
  }
}
