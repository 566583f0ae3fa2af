import { useSignInNeeded } from '#desk/api/session.ts'
import { useIsSettled, usePart } from '#desk/kit/use-part.ts'

const bringWindow = () => import('./sign-in-window.tsx').then(({ SignInWindow }) => SignInWindow)

/** Lies over the page when the session has ended, so that no draft is lost. */
export function SignInLayer() {
  const isNeeded = useSignInNeeded()
  // Brought while all is well: a server upgraded in between keeps this part no longer.
  const isSettled = useIsSettled()
  const SignInWindow = usePart(bringWindow, isNeeded || isSettled)
  return isNeeded && SignInWindow !== null ? <SignInWindow /> : null
}
