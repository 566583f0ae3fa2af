import { DEED_WORDS } from '@shiji/kernel/ticket/ticket-wording'
import { say as sayIn } from '@shiji/kernel/wording'
import type { Entry } from '../outbox/entry.ts'
import { removeEntry, saveEntry, useOutbox } from '../outbox/outbox-store.ts'
import { sendOutbox } from '../outbox/send-outbox.ts'
import { useSession } from '../session/session.ts'
import { Link } from '../shell/link.tsx'
import { useNow } from '../shell/use-now.ts'
import { clockWithSeconds, running } from '../words/clock-text.ts'
import { useLanguage, useWords } from '../words/use-words.ts'

const WORDS = {
  title: { zh: '还没有送达', en: 'Not sent yet' },
  waiting: { zh: '等待发送', en: 'waiting' },
  refused: { zh: '没有收下', en: 'refused' },
  since: { zh: '{time} 起计时 {length}', en: 'since {time}, {length}' },
  correct: { zh: '改正后再送', en: 'Correct it' },
  again: { zh: '再送一次', en: 'Send again' },
  drop: { zh: '不送了', en: 'Do not send' },
  sure: { zh: '“{title}”还没有送达，确定不送了吗？', en: '"{title}" has not been sent. Really give it up?' },
  others: {
    zh: '另一位同事在这部手机里记了 {count} 条，等本人登录后送出。',
    en: 'A colleague left {count} entries on this phone; they are sent after that person signs in.',
  },
  work: { zh: '工作单 · {title}', en: 'Work order · {title}' },
  photo: { zh: '照片 · {title}', en: 'Photo · {title}' },
} as const

/** What lies on the phone: waiting, or refused with the sentence why. */
export function OutboxList() {
  const say = useWords(WORDS)
  const { me } = useSession()
  const entries = useOutbox()
  const mine = entries.filter(({ owner }) => owner === me?.person.id)
  const others = entries.length - mine.length
  if (entries.length === 0) return null
  return (
    <section className="card" aria-labelledby="outbox-title">
      <h2 id="outbox-title">{say('title')}</h2>
      <ol className="entries">
        {mine.map((entry) => (
          <OutboxRow key={entry.seq} entry={entry} />
        ))}
      </ol>
      {others === 0 ? null : <p className="quiet">{say('others', { count: others })}</p>}
    </section>
  )
}

function OutboxRow({ entry }: { readonly entry: Entry }) {
  const say = useWords(WORDS)
  const title = useTitle(entry)
  const now = useNow()
  const { at, refused } = entry
  return (
    <li>
      <p className="entry-head">
        <b>{title}</b>
        {refused === null ? (
          <span className="light light-idle">○ {say('waiting')}</span>
        ) : (
          <span className="light light-bad">✕ {say('refused')}</span>
        )}
      </p>
      {entry.kind === 'call' ? (
        <p className="quiet">
          {entry.call.caller} · {say('since', { time: clockWithSeconds(at), length: running(now - Date.parse(at)) })}
        </p>
      ) : null}
      {refused === null ? null : <Refused entry={entry} title={title} />}
    </li>
  )
}

function Refused({ entry, title }: { readonly entry: Entry; readonly title: string }) {
  const say = useWords(WORDS)
  const again = async () => {
    await saveEntry({ ...entry, refused: null })
    await sendOutbox()
  }
  const drop = async () => {
    if (!window.confirm(say('sure', { title }))) return
    await removeEntry(entry.seq)
    await sendOutbox()
  }
  const place = placeToCorrect(entry)
  return (
    <>
      <p className="band band-bad">{entry.refused}</p>
      <div className="buttons">
        {place === null ? (
          <button type="button" className="button" onClick={() => void again()}>
            {say('again')}
          </button>
        ) : (
          <Link to={place} className="button">
            {say('correct')}
          </Link>
        )}
        <button type="button" className="button" onClick={() => void drop()}>
          {say('drop')}
        </button>
      </div>
    </>
  )
}

/** Where what was refused is written anew; null when it can only be sent again. */
function placeToCorrect(entry: Entry): string | null {
  if (entry.kind === 'call') return `/call/${entry.seq}`
  return entry.kind === 'work' ? `/tickets/${entry.ticketId}/${entry.told.orderId}` : null
}

function useTitle(entry: Entry): string {
  const say = useWords(WORDS)
  const language = useLanguage()
  switch (entry.kind) {
    case 'call':
      return entry.call.what || entry.call.serviceName
    case 'deed':
      return `${sayIn(DEED_WORDS[entry.deed.kind], language)} · ${entry.title}`
    case 'photo':
      return say('photo', { title: entry.title })
    case 'work':
      return say('work', { title: entry.title })
    case 'visit':
    case 'reading':
    case 'act':
      return entry.title
  }
}
