import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import { useIsSettled, usePart } from './use-part.ts'

/** A word takes the place of the one before with the same key. */
export type Word = { readonly kind: keyof Voice; readonly text: string; readonly key: string | undefined }

type Voice = {
  readonly success: (text: string, key?: string) => void
  readonly warning: (text: string) => void
  readonly error: (text: string) => void
}

const Feedback = createContext<Voice | null>(null)
const bringMessages = () => import('./feedback-messages.tsx').then(({ Messages }) => Messages)

/** Where short words about what was just done appear. What shows them comes with the first, or once the page is there. */
export function FeedbackPlace({ children }: { readonly children: ReactNode }) {
  const [words, setWords] = useState<readonly Word[]>([])
  const isSettled = useIsSettled()
  const Messages = usePart(bringMessages, isSettled || words.length > 0)
  const voice = useMemo((): Voice => {
    const speak = (kind: Word['kind']) => (text: string, key?: string) =>
      setWords((waiting) => [...waiting, { kind, text, key }])
    return { success: speak('success'), warning: speak('warning'), error: speak('error') }
  }, [])
  // What was said meanwhile waits for its turn.
  const forget = (shown: readonly Word[]) => setWords((waiting) => waiting.filter((word) => !shown.includes(word)))
  return (
    <Feedback value={voice}>
      {Messages === null ? null : <Messages words={words} onShown={forget} />}
      {children}
    </Feedback>
  )
}

/** Says a short word that goes by itself. */
export function useFeedback(): Voice {
  const voice = useContext(Feedback)
  if (voice === null) throw new Error('there is no place for feedback')
  return voice
}
