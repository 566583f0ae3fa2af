import { expect, inject, test } from 'vitest'
import { newSeed } from '../chance.ts'
import { openTrialWorld } from '../trial-world.ts'
import { runTamper } from './run-tamper.ts'

test('300 random tamperings behind the product are all found and named', async () => {
  const world = await openTrialWorld(inject('postgres'))
  const { seed, findings, named } = await runTamper(world, { rounds: 300, seed: newSeed() }).finally(world.close)
  expect({ seed, findings, named }).toEqual({ seed, findings: [], named: 300 })
})
