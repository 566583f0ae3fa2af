import type { TicketId } from '@shiji/contract/desk'
import { say as sayIn } from '@shiji/kernel/wording'
import { STEP_WORDS } from '@shiji/kernel/work-order/work-wording'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { type api, queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { Light } from '#desk/kit/light.tsx'
import { Loaded } from '#desk/kit/loaded.tsx'
import { SignatureDrawing } from '#desk/kit/signature.tsx'
import { useMe } from '#desk/shell/use-me.ts'
import { formatClock, formatMoment } from '#desk/words/format-moment.ts'
import { useLanguage, useWords } from '#desk/words/use-words.ts'
import { OpenWork } from './open-work.tsx'
import { RecordWork } from './record-work.tsx'
import { SignWork } from './sign-work.tsx'
import './work.css'
import '#desk/kit/signature.css'

const WORDS = {
  title: { zh: '工作单', en: 'Work orders' },
  none: { zh: '还没有工作单。', en: 'No work order yet.' },
  open: { zh: '开工作单', en: 'Open a work order' },
  record: { zh: '登记工作', en: 'Record work' },
  sign: { zh: '请对方签收', en: 'Have it signed' },
  steps: { zh: '步骤', en: 'Steps' },
  parts: { zh: '备件', en: 'Parts' },
  time: { zh: '工时 {minutes} 分钟', en: '{minutes} minutes of work' },
  drawing: { zh: '{signer} 的签名', en: 'Signature of {signer}' },
  signed: { zh: '{signer} 签收，{at}（{taker} 经手）', en: 'Signed for by {signer}, {at} (taken by {taker})' },
  unsigned: { zh: '未手写', en: 'not in writing' },
} as const

export type WorkSeen = Awaited<ReturnType<typeof api.deskWork.listWork>>[number]
type Asked = { readonly what: 'record' | 'sign'; readonly order: WorkSeen } | null

const STEP_LIGHTS = { open: 'not-started', done: 'good', 'left-out': 'none' } as const

/** 工作单 of a ticket: steps, parts, time and the signature of who received the work. */
export function WorkCard({ ticketId }: { readonly ticketId: TicketId }) {
  const say = useWords(WORDS)
  const { permissions } = useMe()
  const [opening, setOpening] = useState(false)
  const [asked, setAsked] = useState<Asked>(null)
  const work = useQuery(queries.deskWork.listWork.queryOptions({ input: { id: ticketId } }))
  const close = () => {
    setOpening(false)
    setAsked(null)
  }
  const done = async () => {
    close()
    await Promise.all([
      queryClient.invalidateQueries({ queryKey: queries.deskWork.key() }),
      queryClient.invalidateQueries({ queryKey: queries.stock.key() }),
    ])
  }
  return (
    <section className="card" aria-label={say('title')}>
      <h2>{say('title')}</h2>
      <div className="card-body work-orders">
        <Loaded query={work} rows={2}>
          {(orders) =>
            orders.length === 0 ? (
              <p className="small">{say('none')}</p>
            ) : (
              orders.map((order) => <Order key={order.id} order={order} onAsk={(what) => setAsked({ what, order })} />)
            )
          }
        </Loaded>
        {permissions.includes('desk.work') ? <Button onClick={() => setOpening(true)}>{say('open')}</Button> : null}
        <OpenWork ticketId={ticketId} open={opening} onClose={close} onDone={done} />
        <RecordWork order={asked?.what === 'record' ? asked.order : null} onClose={close} onDone={done} />
        <SignWork order={asked?.what === 'sign' ? asked.order : null} onClose={close} onDone={done} />
      </div>
    </section>
  )
}

type OrderProps = { readonly order: WorkSeen; readonly onAsk: (what: 'record' | 'sign') => void }

function Order({ order, onAsk }: OrderProps) {
  const say = useWords(WORDS)
  const { number, what, steps, parts, spans, minutes, signature, mayRecord } = order
  return (
    <article className="work-order" aria-label={what}>
      <h3>
        {number}. {what}
      </h3>
      {steps.length === 0 ? null : <Steps steps={steps} />}
      {parts.length === 0 ? null : (
        <p>
          <span className="small">{say('parts')}</span>{' '}
          {parts.map((part) => `${part.name} ${part.serial} × ${part.quantity} ${part.unit}`).join(' · ')}
        </p>
      )}
      {spans.length === 0 ? null : (
        <p>
          {say('time', { minutes })}{' '}
          <span className="small">
            {spans
              .map(({ name, from, until }) => `${name} ${formatMoment(from)}–${formatClock(until, from)}`)
              .join(' · ')}
          </span>
        </p>
      )}
      {signature === null ? null : <Signed {...signature} />}
      {mayRecord ? (
        <span className="ticket-acts">
          <Button onClick={() => onAsk('record')}>{say('record')}</Button>
          <Button onClick={() => onAsk('sign')}>{say('sign')}</Button>
        </span>
      ) : null}
    </article>
  )
}

function Steps({ steps }: Pick<WorkSeen, 'steps'>) {
  const say = useWords(WORDS)
  const language = useLanguage()
  return (
    <ol className="work-lines" aria-label={say('steps')}>
      {steps.map((step, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two steps may say the same, and their order is theirs.
        <li key={index}>
          <Light kind={STEP_LIGHTS[step.state]} word={sayIn(STEP_WORDS[step.state], language)} />
          <span>
            {step.what} <span className="small">{step.note}</span>
          </span>
        </li>
      ))}
    </ol>
  )
}

function Signed({ signer, strokes, at, takenBy }: NonNullable<WorkSeen['signature']>) {
  const say = useWords(WORDS)
  return (
    <div>
      {strokes.length === 0 ? (
        <span className="small">{say('unsigned')}</span>
      ) : (
        <SignatureDrawing className="signature-drawing" label={say('drawing', { signer })} strokes={strokes} />
      )}
      <p className="small">{say('signed', { signer, at: formatMoment(at), taker: takenBy })}</p>
    </div>
  )
}
