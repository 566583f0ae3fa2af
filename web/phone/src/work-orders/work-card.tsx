import { useMay } from '../session/session.ts'
import { AskedBlock } from '../shell/asked-block.tsx'
import { Link } from '../shell/link.tsx'
import { useWords } from '../words/use-words.ts'
import { OpenWork } from './open-work.tsx'
import { useWork, useWorkEntry, type WorkOrder } from './use-work.ts'

const WORDS = {
  title: { zh: '工作单', en: 'Work orders' },
  none: { zh: '还没有工作单', en: 'No work order yet' },
  kept: { zh: '等待发送', en: 'waiting to be sent' },
  refused: { zh: '没有收下', en: 'refused' },
  signed: { zh: '{signer} 已签收', en: 'signed for by {signer}' },
  steps: { zh: '已做 {done}/{all} 步', en: '{done} of {all} steps done' },
  unsigned: { zh: '未签收', en: 'not signed for' },
} as const

/** 工作单 of a ticket: what is to be done on the spot, and who signed for it. */
export function WorkCard({ ticketId }: { readonly ticketId: string }) {
  const say = useWords(WORDS)
  const mayWork = useMay('desk.work')
  const asked = useWork(ticketId)
  return (
    <section className="card" aria-labelledby="work-title">
      <h2 id="work-title">{say('title')}</h2>
      <AskedBlock asked={asked}>
        {(orders) =>
          orders.length === 0 ? (
            <p className="quiet">{say('none')}</p>
          ) : (
            <ul className="entries">
              {orders.map((order) => (
                <li key={order.id}>
                  <Link to={`/tickets/${ticketId}/${order.id}`}>
                    {order.number}. {order.what}
                  </Link>
                  <Standing order={order} />
                </li>
              ))}
            </ul>
          )
        }
      </AskedBlock>
      {mayWork ? <OpenWork ticketId={ticketId} /> : null}
    </section>
  )
}

function Standing({ order }: { readonly order: WorkOrder }) {
  const say = useWords(WORDS)
  const lying = useWorkEntry(order.id)
  const { signature, steps } = order
  if (lying !== undefined && lying.refused !== null) return <span className="light light-bad">✕ {say('refused')}</span>
  if (lying !== undefined) return <span className="light light-idle">○ {say('kept')}</span>
  if (signature !== null)
    return <span className="light light-good">✓ {say('signed', { signer: signature.signer })}</span>
  const done = steps.filter(({ state }) => state === 'done').length
  return (
    <span className="light light-idle">
      ○ {steps.length === 0 ? say('unsigned') : say('steps', { done, all: steps.length })}
    </span>
  )
}
