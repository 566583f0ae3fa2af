import { useSyncExternalStore } from 'react'

/** Sign-in over the page: requests that found the session ended wait here until the person is back. */
type Waiting = { readonly promise: Promise<void>; readonly resolve: () => void }

let waiting: Waiting | null = null
const listeners = new Set<() => void>()

export function signInAgain(): Promise<void> {
  waiting ??= startWaiting()
  tell()
  return waiting.promise
}

export function signedInAgain(): void {
  waiting?.resolve()
  waiting = null
  tell()
}

export function useSignInNeeded(): boolean {
  return useSyncExternalStore(subscribe, () => waiting !== null)
}

function startWaiting(): Waiting {
  let resolve: () => void = () => undefined
  const promise = new Promise<void>((done) => {
    resolve = done
  })
  return { promise, resolve }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function tell(): void {
  for (const listener of listeners) listener()
}
