import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { unreachable } from '../lifecycle.ts'
import {
  DECLARATION,
  type DeclarationState,
  type Deed,
  deedsOf,
  isInForce,
  lockOf,
  stateAfter,
} from './declaration-life.ts'

const after = (deeds: readonly Deed[]): DeclarationState =>
  deeds.reduce<DeclarationState>((state, deed) => stateAfter(state, deed) ?? state, 'draft')

test('every state of a promise can be reached, and only a rejected or archived one is at its end', () => {
  expect(unreachable(DECLARATION, 'draft')).toEqual([])
  const ends = Object.entries(DECLARATION).filter(([, next]) => next.length === 0)
  expect(ends.map(([state]) => state)).toEqual(['rejected', 'archived'])
})

test.each<[string, Deed[], DeclarationState]>([
  ['a year without trouble', ['submit', 'review', 'approve', 'monitor', 'self-evaluate', 'archive'], 'archived'],
  ['returned once', ['submit', 'review', 'return', 'submit', 'review', 'approve'], 'approved'],
  ['taken back before anyone opened it', ['submit', 'withdraw'], 'draft'],
  ['revised after the first monitoring', ['submit', 'approve', 'monitor', 'revise', 'monitor'], 'monitored'],
  ['re-evaluated', ['submit', 'approve', 'self-evaluate', 're-evaluate', 'archive'], 'archived'],
  ['turned down', ['submit', 'review', 'reject'], 'rejected'],
])('%s', (_title, deeds, state) => {
  expect(after(deeds)).toBe(state)
})

test.each<[DeclarationState, Deed]>([
  ['draft', 'approve'],
  ['in-review', 'withdraw'],
  ['in-review', 'submit'],
  ['draft', 'monitor'],
  ['self-evaluated', 'revise'],
  ['approved', 'archive'],
  ['archived', 'self-evaluate'],
  ['rejected', 'submit'],
])('in state %s nobody may %s', (state, deed) => {
  expect(stateAfter(state, deed)).toBeNull()
})

describe('which cells may change', () => {
  test.each<[DeclarationState, string, ReturnType<typeof lockOf>]>([
    ['draft', 'indicators[0].target', null],
    ['returned', 'money.yearBudget', null],
    ['submitted', 'indicators[0].target', 'under-review'],
    ['in-review', 'fields.项目概况', 'under-review'],
    ['in-review', 'reviews[1].opinion', null],
    ['in-review', 'priorEvaluations[0].score', null],
    ['approved', 'indicators[0].target', 'frozen'],
    ['approved', 'reviews[0].opinion', 'frozen'],
    ['self-evaluated', 'year', 'frozen'],
    ['rejected', 'year', 'rejected'],
    ['archived', 'year', 'archived'],
  ])('%s: %s → %s', (state, where, lock) => {
    expect(lockOf(state, where)).toBe(lock)
  })

  test('once approved, whatever is done, no cell may ever change again', () => {
    const deed = fc.constantFrom<Deed>(
      'submit',
      'withdraw',
      'review',
      'return',
      'approve',
      'reject',
      'revise',
      'monitor',
      'self-evaluate',
      're-evaluate',
      'archive',
    )
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 30 }), fc.string(), (deeds, where) => {
        const state = after(['submit', 'review', 'approve', ...deeds])
        expect(lockOf(state, where)).not.toBeNull()
      }),
    )
  })
})

test('only an approved promise is monitored', () => {
  expect((Object.keys(DECLARATION) as DeclarationState[]).filter(isInForce)).toEqual([
    'approved',
    'revised',
    'monitored',
  ])
  expect(deedsOf('monitored')).toEqual(['revise', 'monitor', 'self-evaluate'])
})
