import { expect, test } from 'vitest'
import { newSeed } from '../chance.ts'
import { runChaos } from './run-chaos.ts'

test('people write while server, database or both are killed four times: nothing is lost or doubled', async () => {
  const { seed, acknowledged, findings } = await runChaos({ rounds: 4, seed: newSeed(), tell: () => undefined })
  expect({ seed, findings }).toEqual({ seed, findings: [] })
  expect(acknowledged).toBeGreaterThan(0)
})
