import { assetLists, assets, stocktakes } from '@shiji/contract/assets'
import type { AssetState } from '@shiji/kernel/assets/asset-words'
import type { Browser, DemoServer } from '../demo-server.ts'
import { officeTime } from '../office-time.ts'
import { EDUCATION_CENTRE, OFFICE_SERVICES } from '../offices.ts'
import { whoIs } from '../people.ts'
import { signIn } from '../sign-in.ts'
import { type ListedAsset, listFile, registerOf, STORE } from './asset-lists.ts'

const ROOM = '政务大厦机房'
const OFFICE = {
  prefix: 'JG',
  count: 64,
  rooms: ['一号会议室', '二号会议室', ROOM, '值班室'],
  keepers: ['物业部', '信息科'],
}
const CENTRE = {
  prefix: 'JX',
  count: 220,
  rooms: ['中心机房', '东片汇聚间', '西片汇聚间', '备课教室'],
  keepers: ['运行科', '资源科'],
}
const UPGRADE = {
  project: '政务大厦信息系统（升级改造）',
  category: '机房设施',
  room: ROOM,
  keeper: '信息科',
  state: '在用',
}

/** What the works of the year brought; one of them came into the books seven weeks late. */
const BROUGHT: readonly ListedAsset[] = [
  ...['1', '2', '3', '4'].map((number) => ({
    ...UPGRADE,
    number: `JG-KT0${number}`,
    name: '机房精密空调',
    price: '262000',
    delivered: '2025-04-28',
    entered: '2025-05-20',
  })),
  {
    ...UPGRADE,
    number: 'JG-PD01',
    name: '空调配电柜',
    price: '214000',
    delivered: '2025-05-20',
    entered: '2025-07-08',
  },
  {
    ...UPGRADE,
    number: 'JG-DH01',
    name: '动力环境监控主机',
    price: '198000',
    delivered: '2025-05-29',
    entered: '2025-06-20',
  },
]

type Change = { readonly number: string; readonly state: AssetState; readonly on: string; readonly note: string }

const CHANGES: readonly Change[] = [
  { number: 'JG-0005', state: 'repair', on: '2025-03-17', note: '电源模块故障' },
  { number: 'JG-0005', state: 'in-use', on: '2025-04-22', note: '更换电源模块' },
  { number: 'JG-0021', state: 'repair', on: '2025-08-11', note: '屏幕触控失灵' },
  { number: 'JG-0033', state: 'scrapped', on: '2025-10-15', note: '超过使用年限，批准报废' },
]

/** Nobody found them in December. */
const NOT_FOUND = ['JG-0012', 'JG-0047']
/** Stood in the store and not where the books had it. */
const ELSEWHERE = ['JG-0040']

/** Two ledgers of assets, a year of changes in one of them, and its stocktake at the end of the year. */
export async function keepAssets(server: DemoServer): Promise<void> {
  await takeList(server, { office: EDUCATION_CENTRE, on: '2025-01-09', rows: registerOf(CENTRE) })
  await takeList(server, { office: OFFICE_SERVICES, on: '2025-01-08', rows: registerOf(OFFICE) })
  const { ask } = await takeList(server, { office: OFFICE_SERVICES, on: '2025-07-10', rows: BROUGHT })
  const at = officeTime('2025-07-10', '10:20')
  const store = await roomOf(ask, at, STORE)
  await ask(
    assets.checkStorage,
    { id: store, checkedOn: '2025-05-30', items: 12, passed: 11, note: '一箱备件受潮' },
    at,
  )
  await changeAndCount(server)
}

type Ask = Browser['ask']

async function roomOf(ask: Ask, at: Temporal.Instant, name: string) {
  const room = (await ask(assets.listRooms, undefined, at)).find((one) => one.name === name)
  if (room === undefined) throw new Error(`there is no room ${name}`)
  return room.id
}

type Taking = { readonly office: string; readonly on: string; readonly rows: readonly ListedAsset[] }

async function takeList(server: DemoServer, { office, on, rows }: Taking): Promise<Browser> {
  const browser = await signIn(server, whoIs(office, 'project-contact'), officeTime(on, '10:00'))
  const at = officeTime(on, '10:10')
  const file = listFile(`资产-${on}.csv`, rows)
  const { fingerprint } = await browser.ask(assetLists.readAssetList, { file }, at)
  await browser.ask(assetLists.takeAssetList, { file, fingerprint }, at)
  return browser
}

const COUNTED_ON = '2025-12-16'

async function changeAndCount(server: DemoServer): Promise<void> {
  const at = officeTime(COUNTED_ON, '14:10')
  const { ask } = await signIn(server, whoIs(OFFICE_SERVICES, 'project-contact'), officeTime(COUNTED_ON, '14:00'))
  for (const { number, on: happenedOn, ...change } of CHANGES) {
    const { assets: found } = await ask(assets.listAssets, { search: number }, at)
    const [asset] = found
    if (asset === undefined) throw new Error(`there is no asset ${number}`)
    const seen = { id: asset.id, roomId: asset.room?.id ?? null, keeper: asset.keeper, happenedOn }
    await ask(assets.changeAsset, { ...seen, ...change }, at)
  }
  const { id } = await ask(stocktakes.beginStocktake, { name: '2025 年度盘点', openedOn: COUNTED_ON }, at)
  const store = await roomOf(ask, at, STORE)
  const { assets: all } = await ask(assets.listAssets, {}, at)
  for (const { number, room, state } of all) {
    if (state === 'scrapped' || NOT_FOUND.includes(number)) continue
    const roomId = ELSEWHERE.includes(number) ? store : (room?.id ?? null)
    await ask(stocktakes.countAsset, { id, number, roomId }, at)
  }
  await ask(stocktakes.closeStocktake, { id, closedOn: COUNTED_ON }, at)
}
