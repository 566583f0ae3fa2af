import { expect, inject, test } from 'vitest'
import { newSeed } from '../chance.ts'
import { openTrialWorld } from '../trial-world.ts'
import { runLayOut } from './run-lay-out.ts'

test('a layout killed again and again, and asleep for days, has lost no occurrence and doubled none', async () => {
  const world = await openTrialWorld(inject('postgres'))
  const asked = { rounds: 12, plans: 20, seed: newSeed() }
  const { seed, findings, killed, occurrences } = await runLayOut(world, asked).finally(world.close)
  expect({ seed, findings }).toEqual({ seed, findings: [] })
  expect(occurrences).toBeGreaterThan(20 * 2 * 365)
  expect(killed).toBeGreaterThan(0)
})
