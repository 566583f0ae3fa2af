import { expect, inject, test } from 'vitest'
import { newSeed } from '../chance.ts'
import { openTrialWorld } from '../trial-world.ts'
import { runPackTamper } from './run-pack-tamper.ts'

test('60 random tamperings with a pack and with the records behind it are all found and named', async () => {
  const world = await openTrialWorld(inject('postgres'))
  const { seed, findings, named } = await runPackTamper(world, { rounds: 60, seed: newSeed() }).finally(world.close)
  expect({ seed, findings, named }).toEqual({ seed, findings: [], named: 60 })
})
