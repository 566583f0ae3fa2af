import { expect, test } from 'vitest'
import { unreachable } from '../lifecycle.ts'
import { MAJOR } from './major-state.ts'

test('every state of a major incident can be reached', () => {
  expect(unreachable(MAJOR, 'running')).toEqual([])
})
