import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countSeconds, outagesIn } from './availability.ts'
import { followSamples, NEW_WATCH, type OutageRule, type Sample, stretchesUntil } from './follow-samples.ts'

const DAY = 86_400
const EVERY = 20

function stretchesOf(rule: OutageRule, samples: readonly Sample[], until: number) {
  const { settled, watch } = followSamples(rule, NEW_WATCH, samples)
  return [...settled, ...stretchesUntil(watch, until)]
}

const looks = (isUp: (at: number) => boolean, offset = 0): Sample[] =>
  Array.from({ length: DAY / EVERY - 1 }, (_, index) => {
    const at = offset + index * EVERY
    return { at, isUp: isUp(at), holds: EVERY }
  })

test('an outage of any length that the rule can see is measured within one interval of the truth', () => {
  const outage = fc.record({
    from: fc.integer({ min: 3_600, max: 40_000 }),
    seconds: fc.integer({ min: 80, max: 30_000 }),
  })
  const inARow = fc.record({
    kind: fc.constant('in-a-row' as const),
    failures: fc.integer({ min: 1, max: 3 }),
    successes: fc.integer({ min: 1, max: 3 }),
  })
  fc.assert(
    fc.property(outage, inARow, fc.nat(EVERY - 1), ({ from, seconds }, rule, offset) => {
      const stretches = stretchesOf(
        rule,
        looks((at) => at < from || at >= from + seconds, offset),
        DAY,
      )
      const [found, ...more] = outagesIn(stretches)
      expect(more).toEqual([])
      const measured = (found?.to ?? 0) - (found?.from ?? 0)
      expect(Math.abs(measured - seconds)).toBeLessThanOrEqual(EVERY)
    }),
  )
})

test('in a day of lost answers, never as many together as the rule asks for, there is no outage and nothing is lost of the share', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 4 }),
      fc.array(fc.nat(DAY / EVERY - 2), { maxLength: 800 }),
      (failures, chosen) => {
        // At most one less in a row than the rule asks for.
        const lost = new Set(
          chosen.flatMap((place) => {
            const first = place - (place % (failures + 1))
            return Array.from({ length: failures - 1 }, (_, index) => first + index)
          }),
        )
        const rule = { kind: 'in-a-row', failures, successes: 1 } as const
        const stretches = stretchesOf(
          rule,
          looks((at) => !lost.has(at / EVERY)),
          DAY - EVERY,
        )
        expect(outagesIn(stretches)).toEqual([])
        const windows = [{ from: 0, to: DAY - EVERY }]
        const { observed, up } = countSeconds({ windows, planned: [], now: DAY - EVERY }, stretches)
        expect(up).toBe(observed)
      },
    ),
    { numRuns: 30 },
  )
})
