import { expect, test } from 'vitest'
import { unreachable } from '../lifecycle.ts'
import { PROBLEM, stateOfCause } from './problem-life.ts'

test('every state of a problem can be reached, and none is closed before its cause is known', () => {
  expect(unreachable(PROBLEM, 'open')).toEqual([])
  expect(PROBLEM.open).not.toContain('closed')
})

test('a problem whose cause is taken back is open again', () => {
  expect([stateOfCause('电源模块批次缺陷'), stateOfCause('')]).toEqual(['known', 'open'])
  expect(PROBLEM.known).toContain('open')
})
