import { useEffect, useEffectEvent } from 'react'
import { deedOfKey, type ReviewDeed } from './review-keys.ts'

const WRITING = 'input, textarea, select, [contenteditable], [role="combobox"], [role="dialog"], [role="menu"]'

/** Single letters for the whole page, silent while somebody writes. */
export function useReviewKeys(act: (deed: ReviewDeed) => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.repeat) return
    const { key, ctrlKey, metaKey, altKey, isComposing, target } = event
    const isWriting = target instanceof Element && target.closest(WRITING) !== null
    const deed = deedOfKey({ key, ctrlKey, metaKey, altKey, isComposing, isWriting })
    if (deed === null) return
    event.preventDefault()
    act(deed)
  })
  useEffect(() => {
    const hear = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  }, [])
}
