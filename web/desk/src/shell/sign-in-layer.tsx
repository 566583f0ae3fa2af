import { lazy, Suspense, useEffect } from 'react'
import { useSignInNeeded } from '#desk/api/session.ts'
import { whenSettled } from './when-settled.ts'

const bring = () => import('./sign-in-window.tsx').then((loaded) => ({ default: loaded.SignInWindow }))
const SignInWindow = lazy(bring)

/** Lies over the page when the session has ended, so that no draft is lost. */
export function SignInLayer() {
  const isNeeded = useSignInNeeded()
  // Brought while all is well: a server upgraded in between keeps this part no longer. A failure now shows when needed.
  useEffect(
    () =>
      void whenSettled()
        .then(bring)
        .catch(() => undefined),
    [],
  )
  if (!isNeeded) return null
  return (
    <Suspense>
      <SignInWindow />
    </Suspense>
  )
}
