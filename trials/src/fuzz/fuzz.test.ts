import { expect, inject, test } from 'vitest'
import { newSeed } from '../chance.ts'
import { openTrialWorld } from '../trial-world.ts'
import { runFuzz } from './run-fuzz.ts'

test('1 500 requests made from the description of the API get no failure and nothing undescribed', async () => {
  const world = await openTrialWorld(inject('postgres'))
  const { seed, findings } = await runFuzz(world, { requests: 1_500, seed: newSeed() }).finally(world.close)
  expect({ seed, findings }).toEqual({ seed, findings: [] })
})
