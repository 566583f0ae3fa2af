/** What one letter does at the review desk. screens.md §2.5. */
export type ReviewDeed = 'agree' | 'return' | 'comment' | 'next' | 'previous'

const DEEDS: Readonly<Record<string, ReviewDeed>> = {
  a: 'agree',
  r: 'return',
  c: 'comment',
  n: 'next',
  j: 'next',
  k: 'previous',
}

export type PressedKey = {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  /** An input method is putting a character together. */
  readonly isComposing: boolean
  /** The focus lies where letters are written, chosen from or confirmed. */
  readonly isWriting: boolean
}

/** The deed of a key; none while somebody writes, so that a letter of a sentence never agrees to anything. */
export function deedOfKey({ key, ctrlKey, metaKey, altKey, isComposing, isWriting }: PressedKey): ReviewDeed | null {
  if (isComposing || isWriting || ctrlKey || metaKey || altKey) return null
  return DEEDS[key.toLowerCase()] ?? null
}
