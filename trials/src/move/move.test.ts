import { expect, test } from 'vitest'
import { newSeed } from '../chance.ts'
import { runMove } from './run-move.ts'

test('a district moves to another server and back under people who write; one mover is killed: nothing is lost', async () => {
  const { seed, moved, killed, written, jobs, findings } = await runMove({
    rounds: 3,
    seed: newSeed(),
    tell: () => undefined,
  })
  expect({ seed, findings }).toEqual({ seed, findings: [] })
  expect({ moved: moved + killed, wrote: written > 0, worked: jobs > 0 }).toEqual({
    moved: 3,
    wrote: true,
    worked: true,
  })
})
