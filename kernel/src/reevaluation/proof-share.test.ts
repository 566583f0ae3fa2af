import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { add, decimal, ZERO } from '../decimal.ts'
import { PROOFS, proofOf, proofShare } from './proof-share.ts'

const NONE = { A: 0, B: 0, C: 0, D: 0 }
const records = (strengths: Partial<typeof NONE>) => ({ actual: '99.6%', strengths: { ...NONE, ...strengths } })
const row = { actual: '99.6%', computed: null, isBound: false, isGrounded: false }

describe('a row is proved', () => {
  test.each([
    ['by machine when its figure is that of records the system made', { computed: records({ A: 12 }) }, 'machine'],
    ['by machine when records were signed or photographed', { computed: records({ B: 7, C: 3 }) }, 'machine'],
    ['by document when its records are stamped material', { computed: records({ C: 2 }) }, 'document'],
    ['by document when nothing happened and the register was kept', { computed: records({}) }, 'document'],
    ['by the unit’s word when its records are mere statements', { computed: records({ A: 1, D: 5 }) }, 'asserted'],
    ['by document when another figure has its reason and file', { actual: '100%', isGrounded: true }, 'document'],
    ['by the unit’s word when nothing is bound', {}, 'asserted'],
    ['not at all when a measure is bound and has no records', { isBound: true }, 'unproved'],
    [
      'not at all when it contradicts its records',
      { actual: '100%', computed: records({ A: 9 }), isBound: true },
      'unproved',
    ],
    ['not at all while nothing is written', { actual: ' ', computed: records({ A: 9 }) }, 'unproved'],
  ])('%s', (_, changes, proof) => {
    expect(proofOf({ ...row, ...changes })).toBe(proof)
  })
})

test('the shares are together the points scored', () => {
  const points = fc.integer({ min: 0, max: 10_000 }).map((hundredths) => decimal((hundredths / 100).toFixed(2)))
  const rows = fc.array(fc.record({ points: fc.option(points), proof: fc.constantFrom(...PROOFS) }))
  fc.assert(
    fc.property(rows, (scored) => {
      const share = proofShare(scored)
      const scoredInAll = scored.reduce((all, { points: some }) => add(all, some ?? ZERO), ZERO)
      expect(PROOFS.reduce((all, proof) => add(all, share[proof]), ZERO)).toBe(scoredInAll)
    }),
  )
})
