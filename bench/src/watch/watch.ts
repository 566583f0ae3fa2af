import { openTrialWorld, withTrialPostgres } from '@shiji/trials/trial-world'
import { type Figure, figure } from '../measure.ts'
import { lookAtPages } from './look-at-pages.ts'
import { EVERY_SECONDS, measureTruth } from './truth.ts'
import { ingest, readAvailability, readRow, seedYear } from './year-of-days.ts'

const sizeOf = (name: string, usual: number) => Number(process.env[name] ?? usual)

/** Small unless told otherwise: `WATCH_MONITORS=5000 WATCH_SAMPLES=100000000` is the size of the goals. */
const MONITORS = sizeOf('WATCH_MONITORS', 500)
const INTERVALS = sizeOf('WATCH_INTERVALS', 2)
const SAMPLES = sizeOf('WATCH_SAMPLES', 10_000_000)
const INGESTED = sizeOf('WATCH_INGESTED', 100_000)

/** For each thousand monitors. */
const MEMORY_MB = 200

/** Probes at work in one process, then what they brought: read from the days, and kept as it comes. */
export async function measure(): Promise<Figure[]> {
  const looked = await lookAtPages({ monitors: MONITORS, intervals: INTERVALS })
  const kept = await withTrialPostgres(async (postgres) => {
    const truth = await measureTruth(postgres)
    const world = await openTrialWorld(postgres)
    try {
      const seeded = await seedYear(world, SAMPLES)
      const readMs = await readRow(world, seeded)
      const summedMs = await readAvailability(world, seeded)
      return { truth, readMs, summedMs, probes: seeded.probes.length, perSecond: await ingest(world, seeded, INGESTED) }
    } finally {
      await world.close()
    }
  })
  const sorted = looked.lateMs.toSorted((one, other) => one - other)
  const p99 = sorted[Math.floor(sorted.length * 0.99)] ?? Number.NaN
  const crowd = `${MONITORS} pages every 20 s`
  return [
    figure(`${crowd}: a look begins late, p99`, { value: p99, unit: 'ms' }, { atMost: 500 }),
    figure(
      `  processor time a check, ${looked.checks} checks`,
      { value: looked.cpuMsACheck, unit: 'ms' },
      { atMost: 1 },
    ),
    figure(
      '  resident, the bench itself included',
      { value: looked.residentMb, unit: 'MB' },
      { atMost: MEMORY_MB * Math.max(1, MONITORS / 1_000) },
    ),
    figure('  running within one interval', { value: looked.startedWithin, unit: 'pages' }, { atLeast: MONITORS }),
    figure('  failed although the page was there', { value: looked.failures, unit: 'checks' }, { atMost: 0 }),
    figure(
      `availability of a year, ${SAMPLES} answers of ${kept.probes} probes`,
      { value: kept.readMs, unit: 'ms' },
      { atMost: 20 },
    ),
    figure(
      '  the same with nothing kept, from the days of every probe',
      { value: kept.summedMs, unit: 'ms' },
      { atMost: 20 },
    ),
    figure(
      `${kept.truth.outages} outages of ${kept.truth.kinds.join(', ')}: measured off by, at most`,
      // A look knows its second and no more.
      { value: kept.truth.worstSeconds, unit: 's' },
      { atMost: EVERY_SECONDS + 1 },
    ),
    figure('  outages that were none, or not seen', { value: kept.truth.wrong, unit: 'outages' }, { atMost: 0 }),
    figure('answers kept, in batches', { value: kept.perSecond, unit: 'a second' }, { atLeast: 50_000 }),
  ]
}
