import { assets } from '@shiji/contract/assets'
import { stock, stockCounts, stockLists } from '@shiji/contract/assets-stock'
import { STOCK_HEADINGS } from '@shiji/kernel/assets/stock-sheet'
import type { Browser, DemoServer } from '../demo-server.ts'
import { officeTime } from '../office-time.ts'
import { EDUCATION_CENTRE, OFFICE_SERVICES } from '../offices.ts'
import { whoIs } from '../people.ts'
import { signIn } from '../sign-in.ts'

const STORE = '运维备件间'
const BEGUN_ON = '2025-01-09'
const COUNTED_ON = '2025-06-27'

type Listed = readonly [code: string, name: string, model: string, unitWord: string, minimum: string, opening: string]

const ITEMS: readonly Listed[] = [
  ['BJ-001', 'SFP 光模块', '千兆单模', '个', '10', '24'],
  ['BJ-002', '万兆光模块', '10G-LR', '个', '4', '6'],
  ['BJ-003', '交换机电源模块', '150 W', '个', '2', '3'],
  ['BJ-004', '硬盘', '2 TB SAS', '块', '4', '8'],
  ['BJ-005', '会议话筒电池', '锂电', '节', '0', '40'],
  ['HC-001', '六类网线', '305 米', '箱', '3', '9'],
  ['HC-002', '水晶头', 'RJ45 六类', '盒', '2', '5'],
  ['HC-003', '光纤跳线', 'LC-LC 3 米', '根', '20', '60'],
  ['HC-004', '标签带', '12 毫米', '卷', '2', '6'],
]

type Move = {
  readonly code: string
  readonly quantity: string
  readonly on: string
  readonly note: string
  /** Who took it; none when it came in. */
  readonly receiver?: string
  readonly asset?: string
}

const MOVES: readonly Move[] = [
  { code: 'BJ-001', quantity: '6', on: '2025-02-18', receiver: '运行科', note: '东片汇聚间更换' },
  { code: 'HC-003', quantity: '18', on: '2025-02-18', receiver: '运行科', note: '东片汇聚间更换' },
  { code: 'BJ-003', quantity: '1', on: '2025-03-20', receiver: '运行科', note: '电源故障', asset: 'JX-0004' },
  { code: 'HC-001', quantity: '5', on: '2025-04-08', receiver: '资源科', note: '备课教室布线' },
  { code: 'BJ-004', quantity: '2', on: '2025-05-13', receiver: '运行科', note: '阵列换盘' },
  { code: 'HC-001', quantity: '4', on: '2025-05-22', note: '零星采购' },
  { code: 'BJ-001', quantity: '10', on: '2025-08-19', receiver: '运行科', note: '暑期检修' },
  { code: 'BJ-003', quantity: '1', on: '2025-10-11', receiver: '运行科', note: '电源故障', asset: 'JX-0011' },
]

/** A store of parts and consumables: what was there in January, what went in and out, and what a count in June found. */
export async function keepStock(server: DemoServer): Promise<void> {
  const askOn = async (day: string): Promise<Ask> =>
    (await signIn(server, whoIs(EDUCATION_CENTRE, 'project-contact'), officeTime(day, '15:00'))).ask
  await keepUnits(server)
  await bringList(await askOn(BEGUN_ON))
  for (const move of MOVES.filter(({ on }) => on <= COUNTED_ON)) await moveStock(await askOn(move.on), move)
  await countStore(await askOn(COUNTED_ON))
  for (const move of MOVES.filter(({ on }) => on > COUNTED_ON)) await moveStock(await askOn(move.on), move)
}

type Ask = Browser['ask']

const UNITS = { code: 'KT-001', on: '2025-04-29', taken: '2025-05-19' } as const

/** What the upgrade delivered lies in the store, by its note, until it is put up. */
async function keepUnits(server: DemoServer): Promise<void> {
  const askOn = async (day: string): Promise<Ask> =>
    (await signIn(server, whoIs(OFFICE_SERVICES, 'project-contact'), officeTime(day, '15:00'))).ask
  const { code, on, taken } = UNITS
  const facts = { code, name: '机房精密空调', model: '40 kW', unitWord: '台', roomId: null, minimum: '0' }
  const at = officeTime(on, '15:10')
  const ask = await askOn(on)
  const { id } = await ask(stock.addStockItem, facts, at)
  const delivery = (await ask(stock.listStockDeliveries, undefined, at)).find(({ item }) => item === facts.name)
  if (delivery === undefined) throw new Error(`nothing was delivered of ${facts.name}`)
  const { id: deliveryId, left: quantity } = delivery
  await ask(stock.enterStock, { id, quantity, happenedOn: on, deliveryId, note: '' }, at)
  await moveStock(await askOn(taken), { code, quantity, on: taken, receiver: '施工单位', note: '安装' })
}

async function bringList(ask: Ask): Promise<void> {
  const at = officeTime(BEGUN_ON, '15:10')
  const heads = Object.values(STOCK_HEADINGS).map(({ zh }) => zh)
  const lines = ITEMS.map(([code, name, model, unitWord, minimum, opening]) =>
    [code, name, model, unitWord, '', STORE, minimum, opening].join(','),
  )
  const file = new File([[heads.join(','), ...lines].join('\n')], `备件-${BEGUN_ON}.csv`)
  const { fingerprint } = await ask(stockLists.readStockList, { file }, at)
  await ask(stockLists.takeStockList, { file, fingerprint }, at)
}

async function moveStock(ask: Ask, { code, quantity, on, receiver, note, asset = '' }: Move): Promise<void> {
  const at = officeTime(on, '15:10')
  const { items } = await ask(stock.listStock, { search: code }, at)
  const [item] = items
  if (item === undefined) throw new Error(`there is no item ${code}`)
  const what = { id: item.id, quantity, happenedOn: on, note }
  if (receiver === undefined) await ask(stock.enterStock, { ...what, deliveryId: null }, at)
  else await ask(stock.issueStock, { ...what, receiver, ticketNumber: '', assetNumber: asset }, at)
}

/** One box of plugs had gone without a word. */
async function countStore(ask: Ask): Promise<void> {
  const at = officeTime(COUNTED_ON, '15:20')
  const room = (await ask(assets.listRooms, undefined, at)).find(({ name }) => name === STORE)
  if (room === undefined) throw new Error(`there is no room ${STORE}`)
  const { items } = await ask(stock.listStock, { roomId: room.id }, at)
  const lines = items.map(({ id, code, onHand }) =>
    code === 'HC-002'
      ? { itemId: id, expected: onHand, found: '4', reason: '领用一盒未登记' }
      : { itemId: id, expected: onHand, found: onHand, reason: '' },
  )
  await ask(stockCounts.countStock, { roomId: room.id, countedOn: COUNTED_ON, lines }, at)
}
