import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decimal } from '../decimal.ts'
import type { SamplingRules } from '../life/life-rules.ts'
import { type Candidate, drawSample, lotOf } from './draw-sample.ts'

const RULES: SamplingRules = {
  share: decimal('10'),
  perUnit: 1,
  strata: [
    { name: { zh: '大', en: 'large' }, from: decimal('5000000'), certain: true },
    { name: { zh: '中', en: 'middle' }, from: decimal('500000'), certain: false },
    { name: { zh: '小', en: 'small' }, from: decimal('0'), certain: false },
  ],
  source: { text: 'invented', sureness: 'D' },
}

const candidate = fc.record({
  id: fc.uuid(),
  unitId: fc.constantFrom('甲', '乙', '丙'),
  amount: fc.integer({ min: 0, max: 9_000_000 }).map(decimal),
})
const frame = fc.uniqueArray(candidate, { selector: ({ id }) => id, maxLength: 60 })

describe('the sample', () => {
  test('the same seed gives the same sample in any order of the list', () => {
    fc.assert(
      fc.property(frame, fc.string(), fc.func(fc.integer()), (candidates, seed, key) => {
        const shuffled = candidates.toSorted((a, b) => key(a.id) - key(b.id))
        expect(drawSample(shuffled, seed, RULES)).toEqual(drawSample(candidates, seed, RULES))
      }),
    )
  })

  test('takes every large project, a tenth of every other stratum and one of every unit', () => {
    fc.assert(
      fc.property(frame, fc.string(), (candidates, seed) => {
        const drawn = new Set(drawSample(candidates, seed, RULES).map(({ id }) => id))
        const large = candidates.filter(({ amount }) => Number(amount) >= 5_000_000)
        expect(large.every(({ id }) => drawn.has(id))).toBe(true)
        const units = Map.groupBy(candidates, ({ unitId }) => unitId)
        for (const [, ofUnit] of units) expect(ofUnit.some(({ id }) => drawn.has(id))).toBe(true)
        const small = candidates.filter(({ amount }) => Number(amount) < 500_000)
        expect(small.filter(({ id }) => drawn.has(id)).length).toBeGreaterThanOrEqual(Math.ceil(small.length / 10))
      }),
    )
  })

  test('of a hundred equal projects every one is drawn about as often as any other', () => {
    const even: Candidate[] = Array.from({ length: 100 }, (_, n) => ({
      id: `项目${n}`,
      unitId: '甲',
      amount: decimal('1000'),
    }))
    const times = new Map<string, number>()
    for (let seed = 0; seed < 400; seed += 1) {
      for (const { id } of drawSample(even, String(seed), RULES)) times.set(id, (times.get(id) ?? 0) + 1)
    }
    expect([...times.values()].reduce((all, one) => all + one, 0)).toBe(4000)
    expect(Math.min(...times.values())).toBeGreaterThan(15)
    expect(Math.max(...times.values())).toBeLessThan(75)
  })

  test('a lot is recomputed by anybody who has the seed', () => {
    expect(lotOf('2026-复核', '0190a000-0000-7000-8000-000000000001')).toMatch(/^[0-9a-f]{16}$/)
    expect(lotOf('', '')).not.toBe(lotOf('', ':'))
  })
})
