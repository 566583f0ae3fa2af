import { useCallback, useEffect, useRef, useState } from 'react'
import { asProblem, type ProblemError } from '../api/problem-error.ts'
import { getLook } from '../look/look-store.ts'
import { onSent } from '../outbox/send-outbox.ts'
import { sessionEnded, useSession } from '../session/session.ts'
import { keep, readKept } from './kept.ts'

export type Asked<Value> = {
  readonly data: Value | null
  /** When the server said it; before today's answer, when the phone kept it. */
  readonly at: number | null
  readonly problem: ProblemError | null
  readonly again: () => void
}

const RENEW_MS = 15_000

/** What the phone kept under the key, at once; then what the server says, asked again from time to time. */
export function useAsked<Value>(
  key: string,
  ask: () => Promise<Value>,
  /** What changes seldom is asked for once in so long. */
  { freshForMs }: { readonly freshForMs?: number } = {},
): Asked<Value> {
  const [shown, setShown] = useState<{ key: string; data: Value | null; at: number | null }>({
    key,
    data: null,
    at: null,
  })
  const [problem, setProblem] = useState<ProblemError | null>(null)
  const { isIn } = useSession()
  const latest = useRef(ask)
  latest.current = ask
  const again = useCallback(async () => {
    try {
      const data = await latest.current()
      setShown({ key, data, at: Date.now() })
      setProblem(null)
      await keep(key, data)
    } catch (error) {
      const now = asProblem(error, getLook().language)
      if (now.code === 'not-signed-in') sessionEnded()
      setProblem(now)
    }
  }, [key])
  useEffect(() => {
    void readKept<Value>(key).then((kept) => {
      if (kept !== null) setShown((now) => (isNewer(now, key) ? now : { key, data: kept.value, at: kept.at }))
      const isFresh = kept !== null && freshForMs !== undefined && Date.now() - kept.at < freshForMs
      // Signed out, the server would only say so.
      if (!isFresh && isIn !== false) void again()
    })
    if (isIn === false || freshForMs !== undefined) return undefined
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void again()
    }, RENEW_MS)
    const stop = onSent(() => void again())
    return () => {
      clearInterval(timer)
      stop()
    }
  }, [key, again, isIn, freshForMs])
  const isShown = shown.key === key
  return { data: isShown ? shown.data : null, at: isShown ? shown.at : null, problem, again: () => void again() }
}

function isNewer({ key, data }: { readonly key: string; readonly data: unknown }, asked: string): boolean {
  return key === asked && data !== null
}
