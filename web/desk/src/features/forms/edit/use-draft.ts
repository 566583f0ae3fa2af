import { useEffect, useRef, useState } from 'react'

/** A pause in typing after which the text is entered, so that a killed tab loses a word at most. */
const ENTER_AFTER_MS = 300

type Draft = {
  readonly text: string
  /** The place cannot hold what is typed. */
  readonly refused: boolean
  readonly type: (text: string) => void
  readonly settle: () => void
}

/** Text being typed in a field: entered after a pause and on leaving; meanwhile what others write does not jump in. */
export function useDraft(held: string, write: (text: string) => boolean): Draft {
  const [draft, setDraft] = useState<string | null>(null)
  const [refused, setRefused] = useState(false)
  const latest = useRef({ draft, held, write })
  useEffect(() => {
    latest.current = { draft, held, write }
  })

  const enter = () => {
    const { draft: text, held: before, write: put } = latest.current
    if (text !== null && text !== before) setRefused(!put(text))
  }
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const latestEnter = useRef(enter)
  useEffect(() => {
    latestEnter.current = enter
  })
  // A part of the form that is left takes its last words along.
  useEffect(() => {
    return () => {
      clearTimeout(timer.current)
      latestEnter.current()
    }
  }, [])

  return {
    text: draft ?? held,
    refused,
    type: (text) => {
      setDraft(text)
      setRefused(false)
      clearTimeout(timer.current)
      timer.current = setTimeout(() => latestEnter.current(), ENTER_AFTER_MS)
    },
    settle: () => {
      clearTimeout(timer.current)
      enter()
      setDraft(null)
    },
  }
}
