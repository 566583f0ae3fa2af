import { ASSET_HEADINGS, type AssetColumn } from '@shiji/kernel/assets/asset-sheet'
import { makeChance } from '../chance.ts'

/** One line of a list; columns left out stay empty. */
export type ListedAsset = Readonly<Partial<Record<AssetColumn, string>>>

type Kind = { readonly category: string; readonly name: string; readonly model: string; readonly price: number }

const KINDS: readonly Kind[] = [
  { category: '网络设备', name: '接入交换机', model: 'AS-24', price: 6800 },
  { category: '网络设备', name: '无线接入点', model: 'WA-6', price: 1900 },
  { category: '终端', name: '台式计算机', model: 'DT-5', price: 5200 },
  { category: '终端', name: '笔记本计算机', model: 'NB-14', price: 7600 },
  { category: '音视频与会议', name: '会议平板', model: 'MP-75', price: 23800 },
  { category: '服务器与存储', name: '机架式服务器', model: 'RS-2U', price: 58600 },
  { category: '安全设备', name: '边界防火墙', model: 'FW-10', price: 96000 },
]

export const STORE = '资产库房'
const SEED = 430
const DELIVERIES = ['2023-03-14', '2023-09-05', '2024-03-19', '2024-08-27']

type Register = {
  readonly prefix: string
  readonly count: number
  readonly rooms: readonly string[]
  readonly keepers: readonly string[]
}

/** What an office had when its ledger was brought in: most of it in the books within the month, some of it late. */
export function registerOf({ prefix, count, rooms, keepers }: Register): ListedAsset[] {
  const chance = makeChance(SEED + count)
  return Array.from({ length: count }, (_, at) => {
    const { price, ...kind } = chance.pick(KINDS)
    const delivered = chance.pick(DELIVERIES)
    const entered = Temporal.PlainDate.from(delivered).add({ days: chance.between(4, 24) + (at % 17 === 3 ? 30 : 0) })
    const isStored = at % 19 === 7
    return {
      ...kind,
      number: `${prefix}-${String(at + 1).padStart(4, '0')}`,
      serial: `${prefix}${chance.between(100_000, 999_999)}`,
      price: String(price),
      room: isStored ? STORE : chance.pick(rooms),
      keeper: chance.pick(keepers),
      state: isStored ? '库存' : '在用',
      delivered,
      entered: entered.toString(),
      warranty: Temporal.PlainDate.from(delivered).add({ years: 3 }).toString(),
    }
  })
}

/** The list as a file an office sends. */
export function listFile(name: string, rows: readonly ListedAsset[]): File {
  const columns = Object.keys(ASSET_HEADINGS) as AssetColumn[]
  const lines = [
    columns.map((column) => ASSET_HEADINGS[column].zh),
    ...rows.map((row) => columns.map((key) => row[key] ?? '')),
  ]
  return new File([lines.map((cells) => cells.join(',')).join('\n')], name, { type: 'text/csv' })
}
