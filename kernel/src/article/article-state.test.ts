import { expect, test } from 'vitest'
import { unreachable } from '../lifecycle.ts'
import { ARTICLE, stateOfArticle } from './article-state.ts'

test('every state of an article can be reached', () => {
  expect(unreachable(ARTICLE, 'draft')).toEqual([])
})

test.each([
  [null, '2026-12-31', false, 'draft'],
  [1, '2026-03-02', false, 'published'],
  [1, '2026-03-01', false, 'stale'],
  [2, '2026-12-31', true, 'withdrawn'],
  [null, '2026-12-31', true, 'withdrawn'],
] as const)('version %s valid until %s, withdrawn %s, is %s', (publishedVersion, validUntil, isWithdrawn, state) => {
  expect(stateOfArticle({ publishedVersion, validUntil, isWithdrawn }, '2026-03-02')).toBe(state)
})
