import type { Act, CaseId } from '@shiji/contract/flow'
import { useState } from 'react'
import { makeId } from '../../../desk/src/kit/make-id.ts'
import { formatMoment } from '../../../desk/src/words/format-moment.ts'
import { api } from '../api/client.ts'
import { useAsked } from '../kept/use-asked.ts'
import { subjectOf } from '../outbox/entry.ts'
import { addEntry, useOutbox } from '../outbox/outbox-store.ts'
import { sendOutbox } from '../outbox/send-outbox.ts'
import { useSession } from '../session/session.ts'
import { AskedBlock } from '../shell/asked-block.tsx'
import { go } from '../shell/path.ts'
import { Screen } from '../shell/screen.tsx'
import { useWords } from '../words/use-words.ts'

const WORDS = {
  title: { zh: '办理', en: 'Case' },
  from: { zh: '{starter}（{unit}）发起', en: 'started by {starter} ({unit})' },
  paper: { zh: '打开正式表', en: 'Open the official form' },
  way: { zh: '经过', en: 'What happened' },
  opinion: { zh: '意见', en: 'Opinion' },
  agree: { zh: '同意', en: 'Agree' },
  return: { zh: '退回发起人', en: 'Return to the sender' },
  disagree: { zh: '不同意', en: 'Disagree' },
  read: { zh: '已阅', en: 'Read' },
  needed: { zh: '退回、不同意须写明意见。', en: 'Say why when you return it or disagree.' },
  nothing: { zh: '现在没有要您办的。', en: 'There is nothing for you to do now.' },
  waiting: { zh: '您的意见在手机里等待发送', en: 'Your decision waits on this phone' },
} as const

type Case = Awaited<ReturnType<typeof api.flow.openCase>>
const HERE = ['agree', 'read', 'return', 'disagree'] as const
type VerbHere = (typeof HERE)[number]
const REASONED: readonly VerbHere[] = ['return', 'disagree']

export function CaseScreen({ id }: { readonly id: string }) {
  const say = useWords(WORDS)
  const asked = useAsked(`case ${id}`, () => api.flow.openCase({ id: id as CaseId }))
  const isWaiting = useOutbox().some((entry) => subjectOf(entry) === id && entry.refused === null)
  return (
    <Screen
      title={say('title')}
      back="/tasks"
      action={asked.data === null ? undefined : <CaseActs seen={asked.data} isWaiting={isWaiting} />}
    >
      {isWaiting ? (
        <p className="band" role="status">
          ○ {say('waiting')}
        </p>
      ) : null}
      <AskedBlock asked={asked}>{(seen) => <CaseFacts seen={seen} />}</AskedBlock>
    </Screen>
  )
}

function CaseFacts({ seen }: { readonly seen: Case }) {
  const say = useWords(WORDS)
  const { subject, flow, starter, unit, nodes, log, subjectKind, subjectId } = seen
  return (
    <>
      <section className="card">
        <h2>{subject}</h2>
        <p className="quiet">{flow}</p>
        <p className="quiet">{say('from', { starter, unit })}</p>
        <p>
          {nodes
            .filter(({ state, kind }) => state !== 'left-out' && kind !== 'end')
            .map(({ name, state }) => (state === 'current' ? `【${name}】` : name))
            .join(' → ')}
        </p>
        {subjectKind === 'declaration' ? (
          <a className="button" href={`/projects/forms/${subjectId}/approval`}>
            {say('paper')}
          </a>
        ) : null}
      </section>
      <section className="card">
        <h2>{say('way')}</h2>
        <ol className="entries">
          {log.map(({ number, at, sentence, opinion }) => (
            <li key={number}>
              <span>{sentence}</span>
              {opinion === '' ? null : <span>“{opinion}”</span>}
              <span className="quiet">{formatMoment(at)}</span>
            </li>
          ))}
        </ol>
      </section>
    </>
  )
}

function CaseActs({ seen, isWaiting }: { readonly seen: Case; readonly isWaiting: boolean }) {
  const say = useWords(WORDS)
  const { me } = useSession()
  const [opinion, setOpinion] = useState('')
  const offered = HERE.flatMap((verb) => {
    const legal = seen.verbs.find((one) => one.verb === verb && one.task !== null)
    return legal === undefined || legal.task === null ? [] : [{ verb, task: legal.task, version: legal.taskVersion }]
  })
  const act = async ({ verb, task, version }: (typeof offered)[number]) => {
    if (me === null) return
    const told = { task, version, opinion: opinion.trim() }
    const work = { kind: 'act', caseId: seen.id, title: `${say(verb)} · ${seen.subject}`, key: makeId() } as const
    await addEntry({ ...work, act: actOf(verb, told) }, { owner: me.person.id, at: new Date().toISOString() })
    void sendOutbox()
    go('/tasks', { replace: true })
  }
  const [first, ...others] = offered
  if (first === undefined) return <p className="quiet">{say('nothing')}</p>
  const isMute = (verb: VerbHere) => isWaiting || (REASONED.includes(verb) && opinion.trim() === '')
  return (
    <div className="fields">
      <label>
        {say('opinion')}
        <textarea rows={2} maxLength={2000} value={opinion} onChange={({ target }) => setOpinion(target.value)} />
      </label>
      {others.some(({ verb }) => REASONED.includes(verb)) ? <p className="quiet">{say('needed')}</p> : null}
      <div className="buttons">
        {others.map((one) => (
          <button
            key={one.verb}
            type="button"
            className="button"
            disabled={isMute(one.verb)}
            onClick={() => void act(one)}
          >
            {say(one.verb)}
          </button>
        ))}
      </div>
      <button type="button" className="primary" disabled={isMute(first.verb)} onClick={() => void act(first)}>
        {say(first.verb)}
      </button>
    </div>
  )
}

type OnTask = { readonly task: number; readonly version: number | null; readonly opinion: string }

function actOf(verb: VerbHere, told: OnTask): Act {
  if (verb === 'agree') return { verb, ...told, choices: {} }
  if (verb === 'return') return { verb, ...told, to: { kind: 'starter' }, walk: 'again' }
  return { verb, ...told }
}
