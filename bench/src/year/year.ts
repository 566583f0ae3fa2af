import { randomUUID } from 'node:crypto'
import { saveStaleDays } from '@shiji/server/modules/evidence/day-store'
import { readSeries } from '@shiji/server/modules/evidence/read-series'
import { refreshSeries } from '@shiji/server/modules/evidence/refresh-series'
import { rollYear } from '@shiji/server/modules/evidence/roll-year'
import { listSeries } from '@shiji/server/modules/evidence/series-store'
import type { PersonContext } from '@shiji/server/platform/context'
import { inTransaction, read } from '@shiji/server/platform/database/transaction'
import { type TrialWorld, withTrialWorld } from '@shiji/trials/trial-world'
import { type Figure, figure } from '../measure.ts'
import { contextOf } from '../readings/person-context.ts'
import { SEALED_ROWS, sealSmall } from '../readings/seal-small.ts'
import { type District, type Size, seedOneDay, seedYear, YEAR } from './seed-year.ts'

const PERIOD = { from: `${YEAR}-01-01`, until: `${YEAR}-12-31` }
const NOW = Temporal.Instant.from(`${YEAR}-12-31T15:59:00Z`)
/** As many jobs as a server of two cores does at once. */
const LANES = 2

/**
 * A district's year: every row of every project evaluated from its records alone, one day more, and the seal of an
 * office. `--projects=200 --rows=40 --records=2000000` are the goals' own size; smaller ones are quick.
 */
export function measure(): Promise<Figure[]> {
  const size = sizeAsked(process.argv)
  return withTrialWorld((world) => measureOn(world, size))
}

async function measureOn(world: TrialWorld, size: Size): Promise<Figure[]> {
  const { pool, chenghu } = world
  const measures = measuresOfRows(contextOf(world, { personId: '', unitId: '', now: NOW }), size.rows)
  const district = await seedYear(pool, chenghu.schema, { size, measures })
  const context = contextOf(world, { ...district, now: NOW })
  const rolled = await seconds(() =>
    inLanes(district.projects, ({ id, unitId }) => rollYear(context, { unitId, projectId: id, year: YEAR })),
  )
  const readings = await seconds(() => readAll(context, district))
  const records = Math.ceil(size.records / 365)
  await seedOneDay(pool, chenghu.schema, { projects: district.projects, records })
  const ofTickets = district.projects.flatMap((project) =>
    project.series.filter((_, row) => measures[row]?.startsWith('desk.') === true),
  )
  await markLastDay(context, ofTickets)
  const night = await seconds(() => refreshSeries(context))
  const sealed = await sealSmall(world, context, { unitId: district.smallId, now: NOW })
  const what = `${size.projects} projects × ${measures.length} rows, ${size.records} records`
  const cold = rolled + readings
  return [
    figure(`${what}: evaluated from cold`, { value: cold, unit: 's' }, { atMost: 60 }),
    figure('  of which summing by day', { value: rolled, unit: 's' }, { atMost: 60 }),
    figure('  of which reading every row', { value: readings, unit: 's' }, { atMost: 60 }),
    figure('  a row', { value: (cold * 1000) / (size.projects * size.rows), unit: 'ms' }, { atMost: 7.5 }),
    figure(`the night of ${records} new records`, { value: night, unit: 's' }, { atMost: 5 }),
    figure('  the night ÷ the year from cold', { value: night / cold, unit: '×' }, { atMost: 1 / 12 }),
    figure(
      `sealing and packing ${SEALED_ROWS} rows, ${sealed.records} records`,
      { value: sealed.packS, unit: 's' },
      { atMost: 10 },
    ),
    figure(`verifying its ${sealed.megabytes} MB`, { value: sealed.verifyS, unit: 's' }, { atMost: 5 }),
  ]
}

/** Measures that need nothing told, those of tickets first: they have the records. */
function measuresOfRows({ measures }: PersonContext, rows: number): string[] {
  const plain = [...measures.values()].filter(({ params }) => params.safeParse({}).success).map(({ key }) => key)
  const tickets = plain.filter((key) => key.startsWith('desk.'))
  const chosen = [...tickets, ...plain.filter((key) => !key.startsWith('desk.'))].slice(0, rows)
  if (chosen.length < rows) throw new Error(`there are ${chosen.length} measures for ${rows} rows`)
  return chosen
}

async function readAll(context: PersonContext, { projects }: District): Promise<void> {
  await inLanes(projects, async ({ series }) => {
    const found = await read(context.db, async (reader) =>
      readSeries(reader, context, { series: await listSeries(reader, series), period: PERIOD }),
    )
    if (found.size !== series.length) throw new Error('a row was not read')
    if (![...found.values()].some(({ reading }) => reading.parts.counted > 0)) throw new Error('nothing was counted')
  })
}

/** Tickets of the last day came, for everybody: rows that count them are summed again, the others stand. */
async function markLastDay(context: PersonContext, series: readonly string[]): Promise<void> {
  const marks = series.map((seriesId) => ({ id: randomUUID(), seriesId, day: PERIOD.until, waits: false }))
  await inTransaction(context.db, async (tx) => saveStaleDays(tx, marks))
}

async function inLanes<Value>(values: readonly Value[], work: (value: Value) => Promise<void>): Promise<void> {
  const waiting = values.values()
  const lane = async () => {
    for (const value of waiting) await work(value)
  }
  await Promise.all(Array.from({ length: LANES }, lane))
}

async function seconds(work: () => Promise<void>): Promise<number> {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}

function sizeAsked(words: readonly string[]): Size {
  const asked = (name: string, usual: number) => {
    const word = words.find((one) => one.startsWith(`--${name}=`))
    return word === undefined ? usual : Number(word.slice(name.length + 3))
  }
  return { projects: asked('projects', 200), rows: asked('rows', 40), records: asked('records', 2_000_000) }
}
