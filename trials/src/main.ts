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
  probes: async ({ seed, count = 50, tell }) => {
    const { runProbes } = await import('./probes/run-probes.ts')
    return runProbes({ rounds: count, awaySeconds: 600, seed, tell })
  },
  move: async ({ seed, count = 20, tell }) => {
    const { runMove } = await import('./move/run-move.ts')
    return runMove({ rounds: count, seed, tell })
  },
}

const asked = readWords(process.argv.slice(2))

if (asked === null) {
  process.stderr.write(
    `usage: npm run ${Object.keys(TRIALS).join('|')} -- [--rounds N | --requests N | --seconds N] [--seed N] [--json]\n`,
  )
  process.exitCode = 1
} else {
  const { run, seed, count, asJson } = asked
  process.stderr.write(`seed ${seed}\n`)
  const tell = (text: string) => void process.stderr.write(`${text}\n`)
  const summary = await run({ seed, count, tell })
  process.stdout.write(`${JSON.stringify(summary, null, asJson ? 0 : 2)}\n`)
  process.exitCode = summary.findings.length === 0 && (summary.slow ?? []).length === 0 ? 0 : 2
}

/** Null for a trial nobody knows, an option nobody knows and a number that is none. */
function readWords(words: readonly string[]) {
  const number = { type: 'string' } as const
  const { values, positionals, tokens } = parseArgs({
    args: [...words],
    allowPositionals: true,
    strict: false,
    tokens: true,
    options: { rounds: number, requests: number, seconds: number, seed: number, json: { type: 'boolean' } },
  })
  const known = new Set(['rounds', 'requests', 'seconds', 'seed', 'json'])
  const isKnown = tokens.every((token) => token.kind !== 'option' || known.has(token.name))
  const run = TRIALS[positionals[0] ?? '']
  const count = wholeNumber(values.rounds ?? values.requests ?? values.seconds)
  const seed = wholeNumber(values.seed)
  if (run === undefined || !isKnown || count === null || seed === null) return null
  return { run, count, seed: seed ?? newSeed(), asJson: values.json === true }
}

function wholeNumber(text: string | boolean | undefined): number | null | undefined {
  if (text === undefined) return undefined
  return typeof text === 'string' && /^\d{1,15}$/.test(text) ? Number(text) : null
}
