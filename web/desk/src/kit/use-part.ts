import { useEffect, useState } from 'react'

const SETTLED_AFTER_MS = 3_000
const ASKED_AGAIN_MS = 2_000

/**
 * A part of the frame that is brought when wanted; null until it is here. One that does not arrive, because the server
 * is away, is asked for again and again: the page around it stays. `bring` must be the same function at every call.
 */
export function usePart<Part>(bring: () => Promise<Part>, isWanted: boolean): Part | null {
  const [brought, setBrought] = useState<{ readonly part: Part } | null>(null)
  useEffect(() => {
    if (!isWanted) return
    let asksAgain: ReturnType<typeof setTimeout>
    let isLeft = false
    const ask = () => {
      bring().then(
        (part) => isLeft || setBrought({ part }),
        () => {
          if (!isLeft) asksAgain = setTimeout(ask, ASKED_AGAIN_MS)
        },
      )
    }
    ask()
    return () => {
      isLeft = true
      clearTimeout(asksAgain)
    }
  }, [bring, isWanted])
  return brought?.part ?? null
}

/** True once the page has long been shown: the time to bring what may be wanted later. */
export function useIsSettled(): boolean {
  const [isSettled, setSettled] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(true), SETTLED_AFTER_MS)
    return () => clearTimeout(timer)
  }, [])
  return isSettled
}
