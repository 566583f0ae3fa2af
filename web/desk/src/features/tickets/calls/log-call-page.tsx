import { NewTicket, TicketId } from '@shiji/contract/desk'
import { Scope } from '@shiji/kernel/severity/ticket-class'
import { SCOPE_WORDS } from '@shiji/kernel/ticket/ticket-wording'
import { say as sayIn } from '@shiji/kernel/wording'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { type SubmitEvent, useState } from 'react'
import { queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { deviceTime } from '#desk/kit/device-time.ts'
import { PageHead } from '#desk/kit/page-head.tsx'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { useLanguage, useWords } from '#desk/words/use-words.ts'
import { ProposedArticles } from '../articles/proposed-articles.tsx'
import { CallerField, type Calling } from './caller-field.tsx'
import { EarlierField, momentOf, NO_EARLIER } from './earlier-field.tsx'
import { SimilarTickets } from './similar-tickets.tsx'
import { Tiles } from './tiles.tsx'
import '../tickets.css'

const WORDS = {
  title: { zh: '接报', en: 'Log a call' },
  since: { zh: '{time} 起计时', en: 'time runs from {time}' },
  what: { zh: '什么事', en: 'What it is about' },
  scope: { zh: '影响范围', en: 'Who is hit' },
  sentence: { zh: '补一句（可不填）', en: 'One sentence (may be left out)' },
  place: { zh: '地点（可不填）', en: 'Place (may be left out)' },
  log: { zh: '立案', en: 'Log it' },
} as const

/** One screen, four facts; the time runs from the moment it was opened. */
export function LogCallPage() {
  const say = useWords(WORDS)
  const language = useLanguage()
  const navigate = useNavigate()
  const [call] = useState(() => ({ id: crypto.randomUUID(), at: new Date() }))
  const [calling, setCalling] = useState<Calling>({ callerId: null, callerName: '', unitId: null })
  const [service, setService] = useState('')
  const [scope, setScope] = useState<string>('one')
  const [what, setWhat] = useState('')
  const [earlier, setEarlier] = useState(NO_EARLIER)
  const setting = useQuery(queries.desk.readDesk.queryOptions())
  const log = useMutation(
    queries.desk.logTicket.mutationOptions({
      onSuccess: async (ticket) => {
        queryClient.setQueryData(queries.desk.openTicket.queryKey({ input: { id: ticket.id } }), ticket)
        await queryClient.invalidateQueries({ queryKey: queries.desk.listTickets.key() })
        await navigate({ to: '/tickets/$ticketId', params: { ticketId: ticket.id }, replace: true })
      },
    }),
  )
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const fields = new FormData(event.currentTarget)
    const place = String(fields.get('place') ?? '')
    const time = deviceTime(momentOf(earlier) ?? call.at)
    const { callerId, callerName, unitId } = calling
    const facts = { id: TicketId.parse(call.id), callerId, callerName, unitId, what, place, service, time }
    log.mutate(NewTicket.parse({ ...facts, scope, lateReason: earlier.reason }))
  }
  const isWhole =
    (calling.callerId !== null || (calling.callerName !== '' && calling.unitId !== null)) && service !== ''
  return (
    <form className="call-form" onSubmit={submit}>
      <PageHead
        title={say('title')}
        about={say('since', { time: call.at.toLocaleTimeString('zh-CN', { hour12: false }) })}
        action={
          <Button type="primary" htmlType="submit" disabled={!isWhole} loading={log.isPending}>
            {say('log')}
          </Button>
        }
      />
      <ProblemAlert problem={log.error} />
      <CallerField calling={calling} onCall={setCalling} />
      <Tiles
        name="service"
        title={say('what')}
        chosen={service}
        options={(setting.data?.services ?? []).map(({ key, name }) => ({ key, name }))}
        onChoose={setService}
      />
      <Tiles
        name="scope"
        title={say('scope')}
        chosen={scope}
        options={Scope.options.map((key) => ({ key, name: sayIn(SCOPE_WORDS[key], language) }))}
        onChoose={setScope}
      />
      <SimilarTickets unitId={calling.unitId} service={service} />
      <ProposedArticles service={service} words={what} />
      <Input
        name="what"
        aria-label={say('sentence')}
        placeholder={say('sentence')}
        maxLength={500}
        autoComplete="off"
        onChange={({ target }) => setWhat(target.value)}
      />
      <Input name="place" aria-label={say('place')} placeholder={say('place')} maxLength={200} autoComplete="off" />
      <EarlierField earlier={earlier} onChange={setEarlier} />
    </form>
  )
}
