import { say as sayIn } from '@shiji/kernel/wording'
import { WORK_PROBLEMS } from '@shiji/kernel/work-order/work-wording'
import { type FormEvent, useState } from 'react'
import { removeEntry } from '../outbox/outbox-store.ts'
import { AskedBlock } from '../shell/asked-block.tsx'
import { go } from '../shell/path.ts'
import { Screen } from '../shell/screen.tsx'
import { useLanguage, useWords } from '../words/use-words.ts'
import { keepWork } from './keep-work.ts'
import { PartFields } from './part-fields.tsx'
import { SignatureField } from './signature-field.tsx'
import { SpanFields } from './span-fields.tsx'
import { StepFields } from './step-fields.tsx'
import { useWork, useWorkEntry, type WorkEntry, type WorkOrder } from './use-work.ts'
import { freshDraft, keepWorkDraft, openWorkDraft, tellWork, type WorkDraft } from './work-draft.ts'
import { WorkSeen } from './work-seen.tsx'
import './work.css'

const WORDS = {
  title: { zh: '工作单', en: 'Work order' },
  gone: { zh: '这张工作单不在了。', en: 'This work order is not there.' },
  waiting: { zh: '登记的内容在手机里等待发送。', en: 'What you recorded waits on this phone to be sent.' },
  change: { zh: '拿回来改', en: 'Take it back' },
  meanwhile: {
    zh: '您填写期间，这张工作单被别人改过。保存会用您填的代替。',
    en: 'Somebody changed this order while you were writing. Saving replaces it with what you wrote.',
  },
  latest: { zh: '用最新的', en: 'Use the latest' },
  mine: { zh: '用我填的', en: 'Use mine' },
  sign: { zh: '请对方签收', en: 'Have it signed' },
  final: { zh: '签收后不能再改。', en: 'Once signed, nothing is changed.' },
  save: { zh: '保存', en: 'Save' },
  saveSigned: { zh: '签收', en: 'Sign' },
} as const

type WorkScreenProps = { readonly ticketId: string; readonly id: string }

/** A work order on one's feet: steps, parts from the store, time, and the signature of who received the work. */
export function WorkScreen({ ticketId, id }: WorkScreenProps) {
  const say = useWords(WORDS)
  const asked = useWork(ticketId)
  const lying = useWorkEntry(id)
  const order = asked.data?.find((one) => one.id === id)
  const back = `/tickets/${ticketId}`
  if (order?.mayRecord === true && (lying === undefined || lying.refused !== null))
    return <WorkForm key={lying?.seq ?? 'new'} {...{ order, ticketId, refused: lying }} />
  return (
    <Screen title={order === undefined ? say('title') : `${order.number}. ${order.what}`} back={back}>
      {lying === undefined || order === undefined ? null : <Waiting entry={lying} order={order} />}
      <AskedBlock asked={asked}>
        {() => (order === undefined ? <p className="quiet">{say('gone')}</p> : <WorkSeen order={order} />)}
      </AskedBlock>
    </Screen>
  )
}

function Waiting({ entry, order }: { readonly entry: WorkEntry; readonly order: WorkOrder }) {
  const say = useWords(WORDS)
  const takeBack = async () => {
    keepWorkDraft(entry.told.orderId, openWorkDraft(order, entry.told))
    await removeEntry(entry.seq)
  }
  return (
    <div className="band" role="status">
      <span>○ {say('waiting')}</span>
      <button type="button" className="button" onClick={() => void takeBack()}>
        {say('change')}
      </button>
    </div>
  )
}

type WorkFormProps = {
  readonly order: WorkOrder
  readonly ticketId: string
  readonly refused: WorkEntry | undefined
}

function WorkForm({ order, ticketId, refused }: WorkFormProps) {
  const say = useWords(WORDS)
  const language = useLanguage()
  const [draft, setDraft] = useState(() => openWorkDraft(order, refused?.told))
  const change = (make: (now: WorkDraft) => WorkDraft) =>
    setDraft((now) => {
      const changed = make(now)
      keepWorkDraft(order.id, changed)
      return changed
    })
  const answer = tellWork(order.id, draft)
  const isBehind = draft.version !== order.version
  const told = 'told' in answer && !isBehind ? answer.told : null
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (told === null) return
    await keepWork(told, { ticketId, title: order.what, refused })
    go(`/tickets/${ticketId}`, { replace: true })
  }
  const { steps, parts, spans, signing } = draft
  const save = (
    <>
      {/* Beside the button it closes, not below all that is written. */}
      {'problem' in answer && answer.problem !== null ? (
        <p className="band band-bad" role="alert">
          {sayIn(WORK_PROBLEMS[answer.problem.code], language, answer.problem)}
        </p>
      ) : null}
      <button type="submit" form="work" className="primary" disabled={told === null}>
        {say(signing === null ? 'save' : 'saveSigned')}
      </button>
    </>
  )
  return (
    <Screen title={`${order.number}. ${order.what}`} back={`/tickets/${ticketId}`} action={save}>
      {refused?.refused === undefined ? null : (
        <p className="band band-bad" role="alert">
          {refused.refused}
        </p>
      )}
      {isBehind ? (
        <div className="band band-warn" role="alert">
          <span>{say('meanwhile')}</span>
          <button type="button" className="button" onClick={() => change(() => freshDraft(order))}>
            {say('latest')}
          </button>
          <button
            type="button"
            className="button"
            onClick={() => change((now) => ({ ...now, version: order.version }))}
          >
            {say('mine')}
          </button>
        </div>
      ) : null}
      <form id="work" className="fields" onSubmit={(event) => void submit(event)}>
        <StepFields steps={steps} onChange={(now) => change((old) => ({ ...old, steps: now }))} />
        <PartFields parts={parts} onChange={(now) => change((old) => ({ ...old, parts: now }))} />
        <SpanFields spans={spans} onChange={(now) => change((old) => ({ ...old, spans: now }))} />
        {signing === null ? (
          <button
            type="button"
            className="button"
            onClick={() => change((now) => ({ ...now, signing: { signer: '', strokes: [] } }))}
          >
            {say('sign')}
          </button>
        ) : (
          <SignatureField
            signing={signing}
            onChange={(make) => change((now) => (now.signing === null ? now : { ...now, signing: make(now.signing) }))}
            onCancel={() => change((now) => ({ ...now, signing: null }))}
          />
        )}
        {signing === null ? null : <p className="quiet">{say('final')}</p>}
      </form>
    </Screen>
  )
}
