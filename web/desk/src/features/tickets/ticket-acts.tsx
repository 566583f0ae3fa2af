import type { TicketDeed } from '@shiji/kernel/ticket/ticket-deed'
import { DEED_WORDS } from '@shiji/kernel/ticket/ticket-wording'
import { say as sayIn } from '@shiji/kernel/wording'
import { useMutation } from '@tanstack/react-query'
import { Button, Dropdown, Modal } from 'antd'
import { useRef, useState } from 'react'
import { queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { deviceTime } from '#desk/kit/device-time.ts'
import { useFeedback } from '#desk/kit/feedback.tsx'
import { useLanguage, useWords } from '#desk/words/use-words.ts'
import { DeedForm } from './deed-form.tsx'
import type { TicketSeen } from './ticket-view.ts'

const WORDS = {
  more: { zh: '更多', en: 'More' },
} as const

type Kind = TicketSeen['deeds'][number]

/** What needs nothing more said is done at a tap. */
const AT_ONCE = {
  accept: { kind: 'accept' },
  arrive: { kind: 'arrive' },
  restore: { kind: 'restore', note: '' },
  resume: { kind: 'resume', note: '' },
  confirm: { kind: 'confirm' },
} as const satisfies Readonly<Partial<Record<Kind, TicketDeed>>>

/** The likeliest deed as the one primary button, the others beside it; what needs words asks for them. */
export function TicketActs({ ticket }: { readonly ticket: TicketSeen }) {
  const say = useWords(WORDS)
  const language = useLanguage()
  const message = useFeedback()
  const [asked, setAsked] = useState<Kind | null>(null)
  // A deed that is sent again is the same deed.
  const deedId = useRef(crypto.randomUUID())
  const act = useMutation(
    queries.desk.actOnTicket.mutationOptions({
      onSuccess: async (now) => {
        deedId.current = crypto.randomUUID()
        setAsked(null)
        queryClient.setQueryData(queries.desk.openTicket.queryKey({ input: { id: now.id } }), now)
        await queryClient.invalidateQueries({ queryKey: queries.desk.listTickets.key() })
        await queryClient.invalidateQueries({ queryKey: queries.desk.explainClocks.key() })
      },
      onError: (problem) => {
        if (asked === null) message.error(problem.detail)
      },
    }),
  )
  const send = (deed: TicketDeed) => act.mutate({ id: ticket.id, deedId: deedId.current, deed, time: deviceTime() })
  const press = (kind: Kind) => {
    act.reset()
    const deed = kind in AT_ONCE ? AT_ONCE[kind as keyof typeof AT_ONCE] : null
    if (deed === null) setAsked(kind)
    else send(deed)
  }
  const words = (kind: Kind) => sayIn(DEED_WORDS[kind], language)
  const [first, ...others] = ticket.deeds
  if (first === undefined) return null
  return (
    <span className="ticket-acts">
      {others.length === 0 ? null : (
        <Dropdown
          trigger={['click']}
          menu={{
            items: others.map((kind) => ({ key: kind, label: words(kind) })),
            onClick: ({ key }) => press(key as Kind),
          }}
        >
          <Button>
            {say('more')} <span aria-hidden>▾</span>
          </Button>
        </Dropdown>
      )}
      <Button type="primary" loading={act.isPending && asked === null} onClick={() => press(first)}>
        {words(first)}
      </Button>
      <Modal
        open={asked !== null}
        onCancel={() => setAsked(null)}
        title={asked === null ? '' : words(asked)}
        footer={null}
        width={480}
        destroyOnHidden
      >
        {asked === null ? null : (
          <DeedForm
            ticket={ticket}
            kind={asked}
            name={words(asked)}
            problem={act.error}
            isPending={act.isPending}
            onSend={send}
          />
        )}
      </Modal>
    </span>
  )
}
