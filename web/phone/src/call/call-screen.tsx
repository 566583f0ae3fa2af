import type { Scope } from '@shiji/kernel/severity/ticket-class'
import { SCOPE_WORDS } from '@shiji/kernel/ticket/ticket-wording'
import { say as sayIn } from '@shiji/kernel/wording'
import { type FormEvent, useEffect, useState } from 'react'
import { api } from '../api/client.ts'
import { useAsked } from '../kept/use-asked.ts'
import type { Entry } from '../outbox/entry.ts'
import { listEntries } from '../outbox/outbox-store.ts'
import { Choices } from '../shell/choices.tsx'
import { go } from '../shell/path.ts'
import { Screen } from '../shell/screen.tsx'
import { clockWithSeconds } from '../words/clock-text.ts'
import { useLanguage, useWords } from '../words/use-words.ts'
import { CallerField } from './caller-field.tsx'
import { type Draft, dropDraft, emptyDraft, hasContent, isWhole, keepDraft, openDraft } from './draft.ts'
import { keepCall } from './keep-call.ts'
import { MoreFields } from './more-fields.tsx'
import { PhotoField } from './photo-field.tsx'
import { SimilarHint } from './similar-hint.tsx'

const WORDS = {
  title: { zh: '接报', en: 'Log a call' },
  since: { zh: '{time} 起', en: 'from {time}' },
  what: { zh: '什么事', en: 'What it is about' },
  scope: { zh: '影响范围', en: 'Who is hit' },
  sentence: { zh: '补一句（可不填、可语音）', en: 'One sentence (may be left out)' },
  log: { zh: '立案', en: 'Log it' },
  goOn: { zh: '接着刚才没存的一条。', en: 'This is the one you had not saved.' },
  fresh: { zh: '新开一条', en: 'Begin a new one' },
  refused: { zh: '服务器没有收下：{sentence}', en: 'The server refused it: {sentence}' },
  unread: {
    zh: '服务列表还没有读到过。请联网打开一次，以后断网也能接报。',
    en: 'The list of services was never read. Open this once with a network; then calls can be logged without.',
  },
} as const

const SCOPES = Object.keys(SCOPE_WORDS) as Scope[]
const FRESH_MS = 3_600_000

/** One screen, four facts; the time runs from the tap that opened it. With a number, an entry that was refused. */
export function CallScreen({ correcting }: { readonly correcting: string | undefined }) {
  const [refused, setRefused] = useState<Entry | null | undefined>(correcting === undefined ? null : undefined)
  useEffect(() => {
    if (correcting !== undefined)
      void listEntries().then((all) => setRefused(all.find(({ seq }) => String(seq) === correcting) ?? null))
  }, [correcting])
  if (refused === undefined) return null
  return <CallForm refused={refused?.kind === 'call' ? refused : null} />
}

type Refused = Extract<Entry, { kind: 'call' }>

function CallForm({ refused }: { readonly refused: Refused | null }) {
  const say = useWords(WORDS)
  const language = useLanguage()
  const [start] = useState(() =>
    refused === null ? openDraft() : { ...emptyDraft(), ...refused.call, at: refused.at },
  )
  const [draft, setDraft] = useState<Draft>(start)
  const [photos, setPhotos] = useState<readonly File[]>([])
  const setting = useAsked('setting', () => api.desk.readDesk({}), { freshForMs: FRESH_MS })
  const services = setting.data?.services ?? []
  const change = (changed: Partial<Draft>) => {
    const now = { ...draft, ...changed }
    setDraft(now)
    if (refused === null) keepDraft(now)
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!isWhole(draft)) return
    await keepCall(draft, { photos, refused })
    go('/', { replace: true })
  }
  const restart = () => {
    dropDraft()
    setDraft(openDraft())
  }
  const save = (
    <button type="submit" form="call" className="primary" disabled={!isWhole(draft)}>
      {say('log')}
    </button>
  )
  return (
    <Screen title={say('title')} back="/" aside={say('since', { time: clockWithSeconds(draft.at) })} action={save}>
      <form id="call" className="fields" onSubmit={(event) => void submit(event)}>
        {refused?.refused == null ? null : (
          <p className="band band-bad">{say('refused', { sentence: refused.refused })}</p>
        )}
        {refused === null && hasContent(start) && draft.id === start.id ? (
          <div className="band band-warn">
            <span>{say('goOn')}</span>
            <button type="button" className="button" onClick={restart}>
              {say('fresh')}
            </button>
          </div>
        ) : null}
        <CallerField key={draft.id} draft={draft} onChange={change} />
        {services.length === 0 && setting.problem !== null ? <p className="band band-warn">{say('unread')}</p> : null}
        <Choices
          look="tiles"
          name="service"
          title={say('what')}
          chosen={draft.service}
          options={services}
          onChoose={(service) =>
            change({ service, serviceName: services.find(({ key }) => key === service)?.name ?? '' })
          }
        />
        <Choices
          name="scope"
          title={say('scope')}
          chosen={draft.scope}
          options={SCOPES.map((key) => ({ key: key as string, name: sayIn(SCOPE_WORDS[key], language) }))}
          onChoose={(scope) => change({ scope })}
        />
        <SimilarHint unitId={draft.unitId} service={draft.service} />
        <input
          aria-label={say('sentence')}
          placeholder={say('sentence')}
          maxLength={500}
          autoComplete="off"
          value={draft.what}
          onChange={({ target }) => change({ what: target.value })}
        />
        <PhotoField photos={photos} onChange={setPhotos} />
        <MoreFields draft={draft} lateAfterSeconds={setting.data?.lateAfterSeconds ?? null} onChange={change} />
      </form>
    </Screen>
  )
}
