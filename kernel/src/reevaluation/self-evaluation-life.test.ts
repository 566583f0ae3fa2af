import { expect, test } from 'vitest'
import { unreachable } from '../lifecycle.ts'
import {
  isWithUnit,
  SELF_EVALUATION,
  type SelfEvaluationDeed,
  type SelfEvaluationState,
  selfEvaluationAfter,
} from './self-evaluation-life.ts'

const after = (deeds: readonly SelfEvaluationDeed[]) =>
  deeds.reduce<SelfEvaluationState | null>(
    (state, deed) => (state === null ? null : selfEvaluationAfter(state, deed)),
    'draft',
  )

test('every state of a self-evaluation can be reached, and only an accepted one is at its end', () => {
  expect(unreachable(SELF_EVALUATION, 'draft')).toEqual([])
  const ends = Object.entries(SELF_EVALUATION).filter(([, next]) => next.length === 0)
  expect(ends.map(([state]) => state)).toEqual(['accepted'])
})

test.each<[string, SelfEvaluationDeed[], SelfEvaluationState | null]>([
  ['two desks agree', ['hand-in', 'review', 'accept'], 'accepted'],
  ['returned once', ['hand-in', 'review', 'return', 'hand-in', 'accept'], 'accepted'],
  ['taken back before anybody opened it', ['hand-in', 'withdraw'], 'draft'],
  ['refused, and written anew', ['hand-in', 'reject', 'hand-in'], 'handed-in'],
  ['accepted is not handed in again', ['hand-in', 'accept', 'hand-in'], null],
  ['no desk decides on a draft', ['accept'], null],
  ['not taken back once a desk has spoken', ['hand-in', 'review', 'withdraw'], null],
])('%s', (_title, deeds, state) => {
  expect(after(deeds)).toBe(state)
})

test('its cells change only while the unit has it', () => {
  const states = Object.keys(SELF_EVALUATION) as SelfEvaluationState[]
  expect(states.filter(isWithUnit)).toEqual(['draft', 'returned', 'rejected'])
})
