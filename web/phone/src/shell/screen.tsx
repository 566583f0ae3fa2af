import type { ReactNode } from 'react'
import { useOutbox } from '../outbox/outbox-store.ts'
import { useSession } from '../session/session.ts'
import { useWords } from '../words/use-words.ts'
import { Link } from './link.tsx'
import { useOnline } from './use-online.ts'

const WORDS = {
  back: { zh: '返回', en: 'Back' },
  offline: { zh: '离线', en: 'Offline' },
  kept: { zh: '已存 {count} 条', en: '{count} kept' },
  ended: {
    zh: '登录已过期。记下的都在手机里，登录后自动送出。',
    en: 'Your session has ended. What you entered is kept on this phone and is sent after you sign in.',
  },
  signIn: { zh: '登录', en: 'Sign in' },
} as const

type ScreenProps = {
  readonly title: string
  readonly back?: string
  readonly aside?: ReactNode
  /** The one thing to do here, fixed below. */
  readonly action?: ReactNode
  readonly children: ReactNode
}

/** A page of the app: its name, how the network stands, its content, and what to do. */
export function Screen({ title, back, aside, action, children }: ScreenProps) {
  const say = useWords(WORDS)
  const { me, isIn } = useSession()
  return (
    <>
      <header className="top">
        {back === undefined ? null : (
          <Link to={back} className="top-back">
            <span aria-hidden>‹</span>
            <span className="unseen">{say('back')}</span>
          </Link>
        )}
        <h1>{title}</h1>
        <NetworkMark />
        {aside === undefined ? null : <span className="top-aside">{aside}</span>}
      </header>
      <main className={action === undefined ? 'page' : 'page with-action'}>
        {isIn === false && me !== null ? (
          <div className="band band-warn" role="status">
            <span>{say('ended')}</span>
            <Link to="/sign-in" className="button">
              {say('signIn')}
            </Link>
          </div>
        ) : null}
        {children}
      </main>
      {action === undefined ? null : <footer className="action">{action}</footer>}
    </>
  )
}

function NetworkMark() {
  const say = useWords(WORDS)
  const isOnline = useOnline()
  const count = useOutbox().length
  if (isOnline && count === 0) return null
  const words = [isOnline ? null : say('offline'), count === 0 ? null : say('kept', { count })]
  return (
    <span className="mark" role="status">
      {words.filter((word) => word !== null).join(' · ')}
    </span>
  )
}
