import { useMutation } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { queries } from '#desk/api/client.ts'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { useMe } from '#desk/shell/use-me.ts'
import { useWords } from '#desk/words/use-words.ts'
import type { TicketSeen } from './ticket-view.ts'

const WORDS = {
  title: { zh: '评价', en: 'Rating' },
  ask: { zh: '请报单人评价', en: 'Ask the caller' },
  link: { zh: '评价链接，只显示这一次，发给报单人', en: 'The link, shown once; send it to the caller' },
} as const

/** The link by which the caller rates the service; for whoever works on tickets, once it is resolved. */
export function AskSatisfaction({ ticket }: { readonly ticket: TicketSeen }) {
  const say = useWords(WORDS)
  const { permissions } = useMe()
  const ask = useMutation(queries.deskPublic.askSatisfaction.mutationOptions())
  const isSettled = ticket.state === 'resolved' || ticket.state === 'closed'
  if (!isSettled || !permissions.includes('desk.work')) return null
  return (
    <section className="card" aria-labelledby="rating-title">
      <h2 id="rating-title">{say('title')}</h2>
      <div className="card-body clock-list">
        <ProblemAlert problem={ask.error} />
        {ask.data === undefined ? (
          <Button loading={ask.isPending} onClick={() => ask.mutate({ id: ticket.id })}>
            {say('ask')}
          </Button>
        ) : (
          <>
            <label htmlFor="rating-link">{say('link')}</label>
            <Input id="rating-link" readOnly value={`${window.location.origin}${ask.data.path}`} />
          </>
        )}
      </div>
    </section>
  )
}
