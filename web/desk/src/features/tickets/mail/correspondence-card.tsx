import type { TicketId } from '@shiji/contract/desk'
import { LetterId } from '@shiji/contract/desk-mail'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { api, queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { Light } from '#desk/kit/light.tsx'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { useHandOut } from '#desk/kit/use-hand-out.ts'
import { useMay } from '#desk/shell/use-me.ts'
import { formatMoment } from '#desk/words/format-moment.ts'
import { useAside, useWords } from '#desk/words/use-words.ts'
import { RENEW_MS } from '../ticket-view.ts'
import './mail.css'

const WORDS = {
  title: { zh: '邮件往来', en: 'Letters' },
  desk: { zh: '服务台（自动）', en: 'the desk (by itself)' },
  to: { zh: '{who} 寄给 {address}', en: '{who} to {address}' },
  from: { zh: '{who}（{address}）来信', en: '{who} ({address}) wrote' },
  queued: { zh: '待发', en: 'queued' },
  sent: { zh: '已寄出', en: 'sent' },
  failed: { zh: '没有寄到', en: 'not delivered' },
  leftOut: { zh: '另有 {count} 个附件太多，留在邮箱里', en: '{count} more files were left in the mailbox' },
  answer: { zh: '答复（寄给最后来信的人）', en: 'Answer (to whoever wrote last)' },
  send: { zh: '寄出答复', en: 'Send the answer' },
} as const

type Letter = Awaited<ReturnType<typeof api.deskMail.listCorrespondence>>[number]

/** What was written by mail about a ticket; nothing is shown where nobody wrote. */
export function CorrespondenceCard({ ticketId }: { readonly ticketId: TicketId }) {
  const say = useWords(WORDS)
  const mayWork = useMay('desk.work')
  const input = { id: ticketId }
  const letters = useQuery(queries.deskMail.listCorrespondence.queryOptions({ input, refetchInterval: RENEW_MS }))
  if (letters.data === undefined || letters.data.length === 0) return null
  return (
    <section className="card" aria-labelledby="letters-title">
      <h2 id="letters-title">{say('title')}</h2>
      <div className="card-body">
        <ol className="letters">
          {letters.data.map((letter) => (
            <li key={letter.id} data-kind={letter.kind}>
              <Written {...{ letter, ticketId }} />
            </li>
          ))}
        </ol>
        {mayWork ? <Answer ticketId={ticketId} /> : null}
      </div>
    </section>
  )
}

type WrittenProps = { readonly letter: Letter; readonly ticketId: TicketId }

function Written({ letter, ticketId }: WrittenProps) {
  const say = useWords(WORDS)
  const { address } = letter
  const who = letter.who === '' ? say('desk') : letter.who
  return (
    <>
      <span className="small">
        {formatMoment(letter.at)} {say(letter.kind === 'in' ? 'from' : 'to', { who, address })}
      </span>
      <p className="letter-words">{letter.words}</p>
      {letter.kind === 'in' ? <Files {...{ letter, ticketId }} /> : <Fate letter={letter} />}
    </>
  )
}

function Fate({ letter: { state, problem } }: { readonly letter: Extract<Letter, { kind: 'out' }> }) {
  const say = useWords(WORDS)
  const lights = { queued: 'not-started', sent: 'good', failed: 'bad' } as const
  return (
    <span>
      <Light kind={lights[state]} word={say(state)} /> <span className="small">{problem}</span>
    </span>
  )
}

type FilesProps = { readonly letter: Extract<Letter, { kind: 'in' }>; readonly ticketId: TicketId }

function Files({ letter: { id: mailId, files, leftOut }, ticketId }: FilesProps) {
  const aside = useAside()
  const say = useWords(WORDS)
  const fetched = useHandOut((number: number) => api.deskMail.readMailFile({ id: ticketId, mailId, number }))
  if (files.length === 0 && leftOut === 0) return null
  return (
    <div className="letter-files">
      {files.map(({ number, name, bytes }) => (
        <Button key={number} size="small" onClick={() => fetched.mutate(number)}>
          {aside(name, `${Math.ceil(bytes / 1024)} KB`)}
        </Button>
      ))}
      {leftOut === 0 ? null : <span className="small">{say('leftOut', { count: leftOut })}</span>}
    </div>
  )
}

function Answer({ ticketId }: { readonly ticketId: TicketId }) {
  const say = useWords(WORDS)
  const [words, setWords] = useState('')
  const [letterId, setLetterId] = useState(() => LetterId.parse(crypto.randomUUID()))
  const send = useMutation(
    queries.deskMail.answerByMail.mutationOptions({
      onSuccess: async () => {
        setWords('')
        setLetterId(LetterId.parse(crypto.randomUUID()))
        await queryClient.invalidateQueries({ queryKey: queries.deskMail.listCorrespondence.key() })
      },
    }),
  )
  return (
    <div className="letter-answer">
      <ProblemAlert problem={send.error} />
      <Input.TextArea
        aria-label={say('answer')}
        placeholder={say('answer')}
        rows={3}
        maxLength={10_000}
        value={words}
        onChange={({ target }) => setWords(target.value)}
      />
      <Button
        disabled={words.trim() === ''}
        loading={send.isPending}
        onClick={() => send.mutate({ id: ticketId, letterId, words: words.trim() })}
      >
        {say('send')}
      </Button>
    </div>
  )
}
