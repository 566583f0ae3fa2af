import { cpus, totalmem } from 'node:os'
import type { Figure } from './measure.ts'

/** Each benchmark by name; loaded only when asked for. */
const BENCHMARKS: Readonly<
  Record<string, () => Promise<{ measure: (words: readonly string[]) => Promise<Figure[]> }>>
> = {
  clocks: () => import('./clocks.ts'),
  forms: () => import('./forms.ts'),
  library: () => import('./library.ts'),
  house: () => import('./house/house.ts'),
  readings: () => import('./readings/readings.ts'),
  flow: () => import('./flow/flow.ts'),
  watch: () => import('./watch/watch.ts'),
  assets: () => import('./assets/assets.ts'),
  occurrences: () => import('./occurrences/occurrences.ts'),
  year: () => import('./year/year.ts'),
  desk: () => import('./desk/desk.ts'),
}

const words = process.argv.slice(2)
const asJson = words.includes('--json')
const name = words.find((word) => !word.startsWith('-'))
const load = name === undefined ? undefined : BENCHMARKS[name]

if (name === undefined || load === undefined) {
  process.stderr.write(
    `usage: npm run bench -- ${Object.keys(BENCHMARKS).join('|')} [--json]; desk and readings take --tickets=1000000\n`,
  )
  process.exitCode = 1
} else {
  const { measure } = await load()
  const figures = await measure(words)
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, node ${process.version}`
  process.stdout.write(asJson ? `${JSON.stringify({ name, machine, figures })}\n` : `${table(figures, machine)}\n`)
}

function table(figures: readonly Figure[], machine: string): string {
  const lines = figures.map((figure) => {
    const value = `${figure.value} ${figure.unit}`
    return `${figure.met ? 'met   ' : 'MISSED'}  ${figure.name.padEnd(64)} ${value.padStart(16)}   goal ${figure.goal}`
  })
  return [machine, ...lines].join('\n')
}
