import { describe, expect, test } from 'vitest'
import { curveOf, drawnOf } from './curve-draft.ts'

const months = (...typed: string[]) => ({
  kind: 'monthly' as const,
  month: 12,
  planned: Array.from({ length: 12 }, (_, at) => typed[at] ?? ''),
})

describe('a plan while it is drawn', () => {
  test('a blank month is as the month before', () => {
    expect(curveOf(months('', '', '10', '', '', '30.5'))).toEqual({
      ...{ kind: 'monthly', planned: ['0', '0', '10', '10', '10', ...Array(7).fill('30.5')] },
    })
  })

  test.each([
    ['goes back', months('10', '9')],
    ['is no number', months('十')],
    ['is below zero', months('-1')],
  ])('one that %s is not saved', (_, drawn) => {
    expect(curveOf(drawn)).toBeNull()
  })

  test.each([
    [{ kind: 'even' }],
    [{ kind: 'once', month: 9 }],
    [{ kind: 'monthly', planned: Array.from({ length: 12 }, (_, at) => String(at)) }],
  ] as const)('%j opens as it was saved', (curve) => {
    expect(curveOf(drawnOf(curve as Parameters<typeof drawnOf>[0]))).toEqual(curve)
  })

  test('the month of another kind is kept while the kind changes', () => {
    const drawn = { ...drawnOf({ kind: 'once', month: 9 }), kind: 'even' as const }
    expect(curveOf({ ...drawn, kind: 'once' })).toEqual({ kind: 'once', month: 9 })
  })
})
