import { parseArgs } from 'node:util'
import { newSeed } from './chance.ts'
import { withTrialWorld } from './trial-world.ts'

type Asked = { readonly seed: number; readonly count: number | undefined; readonly tell: (text: string) => void }
type Summary = {
  readonly seed: number
  readonly findings: readonly unknown[]
  readonly slow?: readonly string[]
}

/** Each trial by name; loaded only when asked for. */
const TRIALS: Readonly<Record<string, (asked: Asked) => Promise<Summary>>> = {
  tamper: async ({ seed, count = 10_000 }) => {
    const { runTamper } = await import('./tamper/run-tamper.ts')
    return withTrialWorld((world) => runTamper(world, { rounds: count, seed }))
  },
  'tamper-pack': async ({ seed, count = 1_000 }) => {
    const { runPackTamper } = await import('./tamper/run-pack-tamper.ts')
    return withTrialWorld((world) => runPackTamper(world, { rounds: count, seed }))
  },
  'lay-out': async ({ seed, count = 60 }) => {
    const { runLayOut } = await import('./lay-out/run-lay-out.ts')
    return withTrialWorld((world) => runLayOut(world, { rounds: count, seed, plans: 200 }))
  },
  walk: async ({ seed, count }) => {
    const { runWalk } = await import('./walk/run-walk.ts')
    const { openWalkWorld } = await import('./walk/walk-world.ts')
    return withTrialWorld(async (world) => {
      const walk = await openWalkWorld(world)
      return runWalk(walk, { seed, steps: count }).finally(walk.close)
    })
  },
  fuzz: async ({ seed, count = 50_000 }) => {
    const { runFuzz } = await import('./fuzz/run-fuzz.ts')
    return withTrialWorld((world) => runFuzz(world, { requests: count, seed }))
  },
  chaos: async ({ seed, count = 40, tell }) => {
    const { runChaos } = await import('./chaos/run-chaos.ts')
    return runChaos({ rounds: count, seed, tell })
  },
  faults: async ({ seed, count = 60, tell }) => {
    const { runFaults } = await import('./faults/run-faults.ts')
    return runFaults({ seconds: count, seed, tell })
  },
  move: async ({ seed, count = 20, tell }) => {
    const { runMove } = await import('./move/run-move.ts')
    return runMove({ rounds: count, seed, tell })
  },
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string' },
    requests: { type: 'string' },
    seconds: { type: 'string' },
    seed: { type: 'string' },
    json: { type: 'boolean' },
  },
})
const run = TRIALS[positionals[0] ?? '']

if (run === undefined) {
  process.stderr.write(
    `usage: npm run ${Object.keys(TRIALS).join('|')} -- [--rounds N | --requests N | --seconds N] [--seed N] [--json]\n`,
  )
  process.exitCode = 1
} else {
  const seed = values.seed === undefined ? newSeed() : Number(values.seed)
  const given = values.rounds ?? values.requests ?? values.seconds
  process.stderr.write(`seed ${seed}\n`)
  const tell = (text: string) => void process.stderr.write(`${text}\n`)
  const summary = await run({ seed, count: given === undefined ? undefined : Number(given), tell })
  process.stdout.write(`${JSON.stringify(summary, null, values.json ? 0 : 2)}\n`)
  process.exitCode = summary.findings.length === 0 && (summary.slow ?? []).length === 0 ? 0 : 2
}
