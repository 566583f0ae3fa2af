import { setTimeout as sleep } from 'node:timers/promises'
import { type Figure, figure } from '../measure.ts'
import { openInProcess } from './in-process.ts'
import { type Load, runLoad, THINK_SECONDS } from './load.ts'
import { type Memory, readMemory } from './memory.ts'
import { type House, signAllIn, withHouse } from './open-house.ts'
import { workAsUsual } from './ordinary-work.ts'
import { compareList, compareWrite } from './ratios.ts'
import { DECLARATIONS, PEOPLE } from './seed-district.ts'
import { measureSearch, TITLES } from './title-search.ts'

/** After printing, the process that prints ends when it has rested. */
const REST_MS = 25_000
const MEMORY_MB = 250
/** At two hundred requests a second two processors have ten to give; the clients and the rest of the machine want some. */
const PROCESSOR_MS = 7

/** The running product under a district at work; every part on the same house, one after another. */
export function measure(): Promise<Figure[]> {
  return withHouse(async (house) => {
    const started = await readMemory(house)
    const clients = await signAllIn(house)
    const load = await runLoad(house, clients)
    const contact = clients.find(({ isSupervisor }) => !isSupervisor)
    if (contact === undefined) throw new Error('nobody fills in forms')
    await workAsUsual(house, contact)
    await sleep(REST_MS)
    const worked = await readMemory(house)
    return [
      figure('server ready, first start', { value: house.startedMs.first, unit: 'ms' }, { atMost: 5_000 }),
      figure('server ready, started again', { value: house.startedMs.after, unit: 'ms' }, { atMost: 3_000 }),
      ...memoryFigures('at start', started),
      ...loadFigures(load),
      ...memoryFigures('after the day', worked),
      ...(await ratioFigures(house, clients.find(({ isSupervisor }) => isSupervisor) ?? contact)),
    ]
  })
}

function loadFigures({ requests, perSecond, errors, p95Ms, p50Ms, processorMs }: Load): Figure[] {
  const failed = Object.values(errors).reduce((sum, count) => sum + count, 0)
  const crowd = `${PEOPLE} people, one click in ${THINK_SECONDS} s, ${DECLARATIONS} declarations`
  return [
    figure(`${crowd}: p95`, { value: p95Ms.all, unit: 'ms' }, { atMost: 300 }),
    figure(`  p50 of ${requests} requests, ${perSecond} a second`, { value: p50Ms, unit: 'ms' }, { atMost: 300 }),
    figure('  p95 of reads', { value: p95Ms.reads, unit: 'ms' }, { atMost: 300 }),
    figure('  p95 of writes', { value: p95Ms.writes, unit: 'ms' }, { atMost: 300 }),
    figure('  processor a request, server and database', { value: processorMs, unit: 'ms' }, { atMost: PROCESSOR_MS }),
    figure(`  errors ${JSON.stringify(errors)}`, { value: failed, unit: 'requests' }, { atMost: 0 }),
  ]
}

function memoryFigures(when: string, { serverMb, databaseMb }: Memory): Figure[] {
  return [
    figure(`server resident ${when}`, { value: serverMb, unit: 'MB' }, { atMost: MEMORY_MB }),
    figure(`database resident ${when}`, { value: databaseMb, unit: 'MB' }, { atMost: MEMORY_MB }),
  ]
}

async function ratioFigures(house: House, root: { personId: string; unitId: string }): Promise<Figure[]> {
  const inside = openInProcess(house)
  try {
    const write = await compareWrite(inside, root)
    const list = await compareList(inside, root)
    const search = await measureSearch(inside)
    return [
      figure('a write with ledger against its bare SQL', { value: write.ratio, unit: '×' }, { atMost: 2.5 }),
      figure('list page against its bare SQL', { value: list.ratio, unit: '×' }, { atMost: 1.5 }),
      figure(`two characters among ${TITLES} titles: p95`, { value: search.p95Ms, unit: 'ms' }, { atMost: 20 }),
      figure(`  slowest, “${search.slowest}”`, { value: search.slowestMs, unit: 'ms' }, { atMost: 100 }),
    ]
  } finally {
    await inside.close()
  }
}
