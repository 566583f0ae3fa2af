import { expect, test } from 'vitest'
import { unreachable } from '../lifecycle.ts'
import { CHANGE } from './change-life.ts'
import { type WindowFacts, windowStanding } from './planned-window.ts'

const PLANNED: WindowFacts = {
  from: '2026-03-07T14:00:00Z',
  approvedAt: '2026-03-05T02:00:00Z',
  announcedAt: '2026-03-06T02:00:00Z',
  result: null,
}

test.each<[string, Partial<WindowFacts>, string]>([
  ['approved and announced before it begins', {}, 'planned'],
  ['carried out and backed out', { result: 'backed-out' }, 'planned'],
  ['not approved', { approvedAt: null }, 'not-approved'],
  ['nobody told', { announcedAt: null }, 'not-announced'],
  ['told at the very moment it begins', { announcedAt: '2026-03-07T14:00:00Z' }, 'too-late'],
  ['approved while it is on', { approvedAt: '2026-03-07T14:30:00Z', announcedAt: '2026-03-07T13:00:00Z' }, 'too-late'],
  ['written with another offset, still the same moment', { announcedAt: '2026-03-07T21:59:00+08:00' }, 'planned'],
  ['not carried out', { result: 'not-carried-out' }, 'unused'],
])('a window is judged by what was known before it: %s', (_, facts, expected) => {
  expect(windowStanding({ ...PLANNED, ...facts })).toBe(expected)
})

test('every state of a change can be reached', () => expect(unreachable(CHANGE, 'reviewing')).toEqual([]))
