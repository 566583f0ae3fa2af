import { type FormEvent, useState } from 'react'
import { api } from '../api/client.ts'
import { asProblem, type ProblemError } from '../api/problem-error.ts'
import { useOutbox } from '../outbox/outbox-store.ts'
import { sendOutbox } from '../outbox/send-outbox.ts'
import { signedIn } from '../session/session.ts'
import { go } from '../shell/path.ts'
import { useLanguage, useWords } from '../words/use-words.ts'

const WORDS = {
  title: { zh: '登录实绩', en: 'Sign in to Shiji' },
  login: { zh: '登录名', en: 'Login' },
  password: { zh: '密码', en: 'Password' },
  code: { zh: '动态码', en: 'Code' },
  signIn: { zh: '登录', en: 'Sign in' },
  waiting: {
    zh: '手机里还有 {count} 条没有送出，登录后自动送出。',
    en: '{count} entries wait on this phone and are sent after you sign in.',
  },
} as const

export function SignInScreen() {
  const say = useWords(WORDS)
  const language = useLanguage()
  const count = useOutbox().length
  const [problem, setProblem] = useState<ProblemError | null>(null)
  const [asksForCode, setAsksForCode] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const fields = new FormData(event.currentTarget)
    const text = (name: string) => String(fields.get(name) ?? '')
    setBusy(true)
    try {
      const code = asksForCode ? { code: text('code') } : {}
      await signedIn(await api.directory.signIn({ login: text('login'), password: text('password'), ...code }))
      go('/', { replace: true })
      await sendOutbox()
    } catch (error) {
      const now = asProblem(error, language)
      if (now.code === 'second-step-needed') setAsksForCode(true)
      setProblem(now)
    } finally {
      setBusy(false)
    }
  }
  return (
    <main className="page sign-in">
      <h1>{say('title')}</h1>
      {count === 0 ? null : <p className="quiet">{say('waiting', { count })}</p>}
      <form className="fields" onSubmit={(event) => void submit(event)}>
        {problem === null ? null : (
          <p className="band band-bad" role="alert">
            {problem.message}
          </p>
        )}
        <label>
          {say('login')}
          <input name="login" required autoComplete="username" autoCapitalize="none" spellCheck={false} />
        </label>
        <label>
          {say('password')}
          <input name="password" type="password" required autoComplete="current-password" />
        </label>
        {asksForCode ? (
          <label>
            {say('code')}
            <input name="code" required autoComplete="one-time-code" inputMode="numeric" />
          </label>
        ) : null}
        <button type="submit" className="primary" disabled={isBusy}>
          {say('signIn')}
        </button>
      </form>
    </main>
  )
}
