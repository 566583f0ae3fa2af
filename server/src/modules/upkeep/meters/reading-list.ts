import { isLateEntry } from '@shiji/kernel/upkeep/late-entry'
import {
  findReadingSheet,
  type PlannedReading,
  READING_LIST,
  READING_PROBLEM_WORDS,
  type ReadingSheet,
} from '@shiji/kernel/upkeep/reading-sheet'
import { lockOwnUnit } from '#modules/directory'
import { keepDocument } from '#modules/documents'
import type { Context, PersonContext } from '#platform/context'
import type { Tx } from '#platform/database/transaction'
import { inPieces } from '#platform/lists/in-pieces'
import type { BroughtList } from '#platform/lists/list-import'
import { type Brought, type LookedAt, oneList } from '#platform/lists/one-list'
import { lockMeter } from './meter-store.ts'
import { instantOfWall, planReadingList } from './reading-ground.ts'
import { saveReadings } from './reading-store.ts'
import { tellMeter } from './tell-meter.ts'

/** The list of readings an office brings. */
const READINGS = oneList({
  permission: 'upkeep.work',
  find: findReadingSheet,
  plan: planReadingList,
  cellWords: READING_PROBLEM_WORDS,
  template: {
    list: READING_LIST,
    file: { zh: '读数模板.xlsx', en: 'readings.xlsx' },
    note: {
      zh: '第 3 行起每行一次读数。表计或线路、时间、读数必填；时间写成 2025-03-05 或 2025-03-05 09:30；总数只在统计数上填。\n再次导入时按表计和时间认出同一次；读过的不由导入改变。\n例：总表 ｜ 2025-03-05 ｜ 10234',
      en: 'One reading a row, from row 3. Meter or line, time and reading are required; times are written 2025-03-05 or 2025-03-05 09:30; of all is for counts only.\nBrought again, a reading is known by meter and time; an import changes none that was taken.\nFor example: Main meter | 2025-03-05 | 10234',
    },
  },
  taking: {
    did: 'upkeep.readings-listed',
    before: ({ bytes }, { files }) => files.save(bytes),
    lock: lockOwnUnit,
    save: async (tx, person, { plan, list }) => {
      const rows = await saveListed(tx, person, { list, made: plan.made })
      await tellAll(tx, person, rows)
    },
  },
})

export function readReadingTemplate(context: Context) {
  return READINGS.readTemplate(context)
}

export function readReadingList(context: Context, input: Brought) {
  return READINGS.read(context, input)
}

export function markReadingList(context: Context, input: Brought) {
  return READINGS.mark(context, input)
}

export function takeReadingList(context: Context, input: LookedAt) {
  return READINGS.take(context, input)
}

type Listed = { readonly list: BroughtList<ReadingSheet>; readonly made: readonly PlannedReading[] }

/** Each reading names the file it came in. */
async function saveListed(tx: Tx, context: PersonContext, { list, made }: Listed) {
  const { actor, now } = context
  const file = { name: list.name, bytes: list.bytes.length, sha256: list.sha256 }
  const { id: documentId } = await keepDocument(tx, context, file)
  const by = { enteredAt: now, enteredBy: actor.personId, device: null, aheadSeconds: 0 }
  const rows = made.map(({ meterId, at: wall, value, of: ofAll }) => {
    const at = instantOfWall(wall)
    const how = { source: 'list', documentId, note: '', isLateEntry: isLateEntry({ at, enteredAt: now }) } as const
    return { id: context.newId(), meterId, at, ...by, ...how, value, ofAll }
  })
  for (const piece of inPieces(rows)) await saveReadings(tx, piece)
  return rows
}

type Row = { readonly meterId: string; readonly at: Temporal.Instant }

async function tellAll(tx: Tx, context: PersonContext, rows: readonly Row[]): Promise<void> {
  for (const [id, own] of Map.groupBy(rows, ({ meterId }) => meterId)) {
    const meter = await lockMeter(tx, context.actor, id)
    const at = own.map((row) => row.at)
    if (meter !== undefined) await tellMeter(tx, context, meter, at)
  }
}
