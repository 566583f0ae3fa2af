import { describe, expect, test } from 'vitest'
import { deedOfKey } from './review-keys.ts'

const alone = { ctrlKey: false, metaKey: false, altKey: false, isComposing: false, isWriting: false }

test.each([
  ['a', 'agree'],
  ['R', 'return'],
  ['c', 'comment'],
  ['n', 'next'],
  ['j', 'next'],
  ['k', 'previous'],
  ['x', null],
  ['Enter', null],
])('the key %s at the review desk means %s', (key, deed) => expect(deedOfKey({ ...alone, key })).toBe(deed))

describe.each(['a', 'r', 'c', 'n'])('the letter %s does nothing', (key) => {
  test.each(['ctrlKey', 'metaKey', 'altKey', 'isComposing', 'isWriting'] as const)('while %s', (busy) => {
    expect(deedOfKey({ ...alone, key, [busy]: true })).toBeNull()
  })
})
