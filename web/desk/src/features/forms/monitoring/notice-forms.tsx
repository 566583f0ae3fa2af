import type { Remedy } from '@shiji/contract/monitoring'
import type { FormId } from '@shiji/contract/performance'
import { useMutation } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import type { z } from 'zod'
import { queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { useWords } from '#desk/words/use-words.ts'
import { type ProofFile, ProofFiles } from '../proof-files.tsx'
import type { Notice } from './rectifications.tsx'

const WORDS = {
  answer: { zh: '整改情况', en: 'What was done' },
  send: { zh: '答复', en: 'Answer' },
  proof: { zh: '整改佐证', en: 'Proof of the correction' },
  accept: { zh: '认可，销号', en: 'Accept and close' },
  again: { zh: '再提要求', en: 'Ask again' },
  demandAgain: { zh: '还要做什么（再提要求时必填）', en: 'What else (needed to ask again)' },
  demand: { zh: '要求整改什么', en: 'What must be corrected' },
  due: { zh: '答复期限（不填按规定天数）', en: 'Answer by (blank: as the rules say)' },
  issue: { zh: '发整改通知', en: 'Ask for a correction' },
} as const

async function renew(): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: queries.monitoring.listRectifications.key() })
  await queryClient.invalidateQueries({ queryKey: queries.oversight.key() })
}

export function AnswerNotice({ notice }: { readonly notice: Notice }) {
  const say = useWords(WORDS)
  const [text, setText] = useState('')
  const [files, setFiles] = useState<readonly ProofFile[]>([])
  const send = useMutation(queries.monitoring.answerRectification.mutationOptions({ onSuccess: renew }))
  return (
    <div className="notice-form">
      <ProblemAlert problem={send.error} />
      <Long label={say('answer')} value={text} onWrite={setText} />
      <p className="month-tools">
        <ProofFiles about={say('proof')} files={files} onChange={setFiles} />
        <Button
          type="primary"
          disabled={text.trim() === ''}
          loading={send.isPending}
          onClick={() => send.mutate({ id: notice.id, answer: text, documentIds: files.map(({ id }) => id) })}
        >
          {say('send')}
        </Button>
      </p>
    </div>
  )
}

export function SettleNotice({ notice: { id } }: { readonly notice: Notice }) {
  const say = useWords(WORDS)
  const [demand, setDemand] = useState('')
  const settle = useMutation(queries.monitoring.settleRectification.mutationOptions({ onSuccess: renew }))
  return (
    <div className="notice-form">
      <ProblemAlert problem={settle.error} />
      <Long label={say('demandAgain')} value={demand} onWrite={setDemand} />
      <p className="month-tools">
        <Button type="primary" disabled={settle.isPending} onClick={() => settle.mutate({ id, accepted: true })}>
          {say('accept')}
        </Button>
        <Button disabled={settle.isPending} onClick={() => settle.mutate({ id, accepted: false, demand })}>
          {say('again')}
        </Button>
      </p>
    </div>
  )
}

type IssueNoticeProps = {
  readonly id: FormId
  readonly month: number | null
  readonly remedy: z.infer<typeof Remedy>
}

export function IssueNotice({ id, month, remedy }: IssueNoticeProps) {
  const say = useWords(WORDS)
  const [demand, setDemand] = useState('')
  const [due, setDue] = useState('')
  const day = useId()
  const issue = useMutation(
    queries.monitoring.issueRectification.mutationOptions({
      onSuccess: () => {
        setDemand('')
        return renew()
      },
    }),
  )
  const origin = month === null ? 're-evaluation' : 'monitoring'
  const send = () => issue.mutate({ id, origin, month, remedy, demand, dueOn: due === '' ? null : due })
  return (
    <div className="notice-form">
      <ProblemAlert problem={issue.error} />
      <Long label={say('demand')} value={demand} onWrite={setDemand} />
      <label htmlFor={day}>{say('due')}</label>
      <Input id={day} type="date" value={due} onChange={({ target }) => setDue(target.value)} />
      <p className="month-tools">
        <Button disabled={demand.trim() === ''} loading={issue.isPending} onClick={send}>
          {say('issue')}
        </Button>
      </p>
    </div>
  )
}

type LongProps = { readonly label: string; readonly value: string; readonly onWrite: (text: string) => void }

function Long({ label, value, onWrite }: LongProps) {
  const id = useId()
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <Input.TextArea
        id={id}
        rows={2}
        maxLength={4000}
        value={value}
        onChange={({ target }) => onWrite(target.value)}
      />
    </>
  )
}
