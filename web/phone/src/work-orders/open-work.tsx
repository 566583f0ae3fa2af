import type { TicketId } from '@shiji/contract/desk'
import { type FormEvent, useState } from 'react'
import { makeId } from '../../../desk/src/kit/make-id.ts'
import { api } from '../api/client.ts'
import { asProblem } from '../api/problem-error.ts'
import { useSession } from '../session/session.ts'
import { go } from '../shell/path.ts'
import { useLanguage, useWords } from '../words/use-words.ts'

const WORDS = {
  open: { zh: '开工作单', en: 'Open a work order' },
  what: { zh: '做什么', en: 'What is to be done' },
  steps: { zh: '步骤（一行一步，可不填）', en: 'Steps (one a line, may be left out)' },
  cancel: { zh: '取消', en: 'Cancel' },
} as const

/** An order is opened on the server, which gives it its number: it takes a network. */
export function OpenWork({ ticketId }: { readonly ticketId: string }) {
  const say = useWords(WORDS)
  const [key, setKey] = useState<string | null>(null)
  if (key !== null) return <Fields {...{ ticketId, idempotencyKey: key }} onClose={() => setKey(null)} />
  return (
    <button type="button" className="button" onClick={() => setKey(makeId())}>
      {say('open')}
    </button>
  )
}

type FieldsProps = { readonly ticketId: string; readonly idempotencyKey: string; readonly onClose: () => void }

function Fields({ ticketId, idempotencyKey, onClose }: FieldsProps) {
  const say = useWords(WORDS)
  const language = useLanguage()
  const { isIn } = useSession()
  const [what, setWhat] = useState('')
  const [steps, setSteps] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [isSending, setSending] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setSending(true)
    try {
      const order = { what: what.trim(), steps: linesOf(steps) }
      const { id } = await api.deskWork.openWork(
        { id: ticketId as TicketId, ...order },
        { context: { idempotencyKey } },
      )
      go(`/tickets/${ticketId}/${id}`)
    } catch (error) {
      setProblem(asProblem(error, language).message)
      setSending(false)
    }
  }
  return (
    <form className="fields" onSubmit={(event) => void submit(event)}>
      {problem === null ? null : (
        <p className="band band-bad" role="alert">
          {problem}
        </p>
      )}
      <label>
        {say('what')}
        <input autoComplete="off" maxLength={200} value={what} onChange={({ target }) => setWhat(target.value)} />
      </label>
      <label>
        {say('steps')}
        <textarea rows={3} value={steps} onChange={({ target }) => setSteps(target.value)} />
      </label>
      <div className="buttons">
        <button type="button" className="button" onClick={onClose}>
          {say('cancel')}
        </button>
        <button type="submit" className="button" disabled={what.trim() === '' || isSending || isIn === false}>
          {say('open')}
        </button>
      </div>
    </form>
  )
}

function linesOf(text: string): string[] {
  const lines = text.split('\n').map((line) => line.trim().slice(0, 200))
  return lines.filter((line) => line !== '').slice(0, 50)
}
