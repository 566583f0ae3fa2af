import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { useMay } from '#desk/shell/use-me.ts'
import { useWords } from '#desk/words/use-words.ts'
import type { TicketSeen } from '../ticket-view.ts'
import { MajorLight } from './major-words.tsx'

const WORDS = {
  title: { zh: '重大事件', en: 'Major incident' },
  open: { zh: '打开 {number}', en: 'Open {number}' },
  declare: { zh: '宣布为重大事件', en: 'Declare it major' },
  reason: { zh: '为什么是重大事件', en: 'Why it is major' },
  cancel: { zh: '返回', en: 'Back' },
} as const

/** Whether the incident is major, and the way to its page; nothing on requests. */
export function MajorCard({ ticket: { id, kind } }: { readonly ticket: TicketSeen }) {
  const say = useWords(WORDS)
  const mayWork = useMay('desk.work')
  const majors = useQuery(queries.deskMajors.listMajors.queryOptions())
  const major = majors.data?.find((one) => one.id === id)
  if (kind !== 'incident' || majors.data === undefined || (major === undefined && !mayWork)) return null
  return (
    <section className="card" aria-label={say('title')}>
      <h2>{say('title')}</h2>
      <div className="card-body">
        {major === undefined ? (
          <Declare id={id} />
        ) : (
          <>
            <MajorLight state={major.state} />{' '}
            <Link to="/major-incidents/$ticketId" params={{ ticketId: id }}>
              {say('open', { number: major.number })}
            </Link>
          </>
        )}
      </div>
    </section>
  )
}

function Declare({ id }: Pick<TicketSeen, 'id'>) {
  const say = useWords(WORDS)
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const declare = useMutation(
    queries.deskMajors.declareMajor.mutationOptions({
      onSuccess: async () => {
        setAsking(false)
        await queryClient.invalidateQueries({ queryKey: queries.deskMajors.key() })
      },
    }),
  )
  return (
    <>
      <Button onClick={() => setAsking(true)}>{say('declare')}</Button>
      <Modal
        open={asking}
        title={say('declare')}
        okText={say('declare')}
        cancelText={say('cancel')}
        okButtonProps={{ disabled: reason.trim() === '', loading: declare.isPending }}
        onOk={() => declare.mutate({ id, reason: reason.trim() })}
        onCancel={() => setAsking(false)}
      >
        <ProblemAlert problem={declare.error} />
        <Input.TextArea
          aria-label={say('reason')}
          placeholder={say('reason')}
          rows={3}
          maxLength={2_000}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
      </Modal>
    </>
  )
}
