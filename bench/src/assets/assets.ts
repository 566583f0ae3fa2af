import { randomUUID } from 'node:crypto'
import { writeListTemplate } from '@shiji/forms/write/excel/list-template'
import { ASSET_HEADINGS, type AssetColumn } from '@shiji/kernel/assets/asset-sheet'
import { cellName } from '@shiji/kernel/list-import/list-sheet'
import { ASSETS, markAssetList, readAssetList, takeAssetList } from '@shiji/server/modules/assets/lists/asset-list'
import type { PersonContext } from '@shiji/server/platform/context'
import { lookAtBroughtList } from '@shiji/server/platform/lists/list-import'
import { type Chance, makeChance, newSeed } from '@shiji/trials/chance'
import { foundUnits, NOW, seat } from '@shiji/trials/office/found-office'
import { type TrialWorld, withTrialWorld } from '@shiji/trials/trial-world'
import { type Figure, figure, timed } from '../measure.ts'
import { contextOf } from '../readings/person-context.ts'

const LISTED = 5_000
const FAULTS = 200
/** Rows of a list begin below its note and its headings. */
const FIRST_LINE = 3

const COLUMNS = Object.keys(ASSET_HEADINGS) as AssetColumn[]
const USUAL: Partial<Record<AssetColumn, string>> = {
  name: '交换机',
  category: '网络设备',
  room: '三号机房',
  keeper: '林测',
  state: '在用',
  delivered: '2026-01-05',
  entered: '2026-01-10',
}
const WRONG: readonly (readonly [AssetColumn, string])[] = [
  ['category', '飞机'],
  ['name', ''],
  ['entered', '昨天'],
  ['unit', '没有的学校'],
  ['price', '很贵'],
  ['warranty', '2026-13-40'],
]

/** A list of five thousand assets with two hundred faults planted at random: looked at, marked, corrected and taken. */
export function measure(): Promise<Figure[]> {
  return withTrialWorld(measureOn)
}

async function measureOn(world: TrialWorld): Promise<Figure[]> {
  const { own: unitId } = await foundUnits(world.chenghu)
  const { personId } = await seat(world.chenghu, { unitId, roles: ['project-contact'] })
  const context = contextOf(world, { personId, unitId, now: NOW })
  const planted = plant(makeChance(newSeed()))
  const wrong = await writeList(planted)
  const right = await writeList(new Map())

  let marked = 0
  const looked = await timed(async () => {
    await readAssetList(context, { file: wrong })
    marked = (await markAssetList(context, { file: wrong })).size
  })
  if (marked < wrong.size) throw new Error('the marked file is smaller than the one that was brought')
  const named = await countNamed(context, wrong, planted)
  const taken = await timed(async () => {
    const { fingerprint } = await readAssetList(context, { file: right })
    const { made } = await takeAssetList(context, { file: right, fingerprint })
    if (made !== LISTED) throw new Error(`${made} assets came in`)
  })
  return [
    figure(`${LISTED} assets with ${FAULTS} faults: looked at and marked`, seconds(looked), { atMost: 10 }),
    figure('  faults named at their cell, and no other', { value: named, unit: 'faults' }, { atLeast: FAULTS }),
    figure(`${LISTED} assets corrected: looked at and taken`, seconds(taken), { atMost: 10 }),
  ]
}

/** Which line has which of its cells wrong. */
function plant(chance: Chance): ReadonlyMap<number, readonly [AssetColumn, string]> {
  const planted = new Map<number, readonly [AssetColumn, string]>()
  while (planted.size < FAULTS) planted.set(FIRST_LINE + chance.below(LISTED), chance.pick(WRONG))
  return planted
}

type Planted = ReturnType<typeof plant>

async function writeList(planted: Planted): Promise<File> {
  const rows = Array.from({ length: LISTED }, (_, at) => {
    const [column, text] = planted.get(FIRST_LINE + at) ?? []
    const row = { ...USUAL, number: `ZC-${10_000 + at}`, ...(column !== undefined && { [column]: text }) }
    return COLUMNS.map((name) => row[name] ?? '')
  })
  const columns = COLUMNS.map((name) => ({ heading: ASSET_HEADINGS[name].zh, width: 16 }))
  const bytes = await writeListTemplate([{ name: '资产', note: randomUUID(), columns, rows }])
  return new File([new Uint8Array(bytes)], '资产.xlsx')
}

/** How many of the planted cells are named; a cell named beside them counts against it. */
async function countNamed(context: PersonContext, file: File, planted: Planted): Promise<number> {
  const { problems } = (await lookAtBroughtList(context, { file }, ASSETS.list)).plan
  const wanted = new Set([...planted].map(([line, [column]]) => cellName(COLUMNS.indexOf(column), line)))
  const found = problems.map(({ column, line }) => cellName(column, line))
  return found.filter((cell) => wanted.has(cell)).length - found.filter((cell) => !wanted.has(cell)).length
}

function seconds(ms: number) {
  return { value: ms / 1_000, unit: 's' }
}
