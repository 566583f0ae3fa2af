import { ASSET_HEADINGS } from '@shiji/kernel/assets/asset-sheet'
import { STOCK_HEADINGS } from '@shiji/kernel/assets/stock-sheet'
import type { AnswerBody } from '@shiji/server/testing/answer-body'

type Run = (name: string, input: object, who?: 'everybody' | 'contact') => Promise<AnswerBody>

const DAY = '2026-01-15'
const ROW: Readonly<Record<string, string>> = {
  [ASSET_HEADINGS.number.zh]: '一生-1',
  [ASSET_HEADINGS.name.zh]: '交换机',
  [ASSET_HEADINGS.category.zh]: '网络设备',
  [ASSET_HEADINGS.room.zh]: '机房',
  [ASSET_HEADINGS.entered.zh]: DAY,
}

/** A list of assets comes in; one of them is moved, and all of them are counted. */
export async function goThroughAssets(run: Run): Promise<void> {
  const heads = Object.values(ASSET_HEADINGS).map(({ zh }) => zh)
  const file = new File([[heads.join(','), heads.map((head) => ROW[head] ?? '').join(',')].join('\n')], '资产.csv')
  const { fingerprint } = await run('readAssetList', { file })
  await run('markAssetList', { file })
  await run('takeAssetList', { file, fingerprint })
  const { assets } = await run('listAssets', {})
  const [{ id, room, number }] = assets
  await run('openAsset', { id })
  const seen = { state: 'in-store', keeper: '', happenedOn: DAY, note: '' }
  await run('changeAsset', { id, roomId: room.id, ...seen })
  await run('checkStorage', { id: room.id, checkedOn: DAY, items: 1, passed: 1, note: '' })
  const { id: stocktakeId } = await run('beginStocktake', { name: '盘点', openedOn: DAY })
  await run('countAsset', { id: stocktakeId, number, roomId: room.id })
  await run('closeStocktake', { id: stocktakeId, closedOn: DAY })
  await goThroughStock(run, room.id)
}

const ITEM: Readonly<Record<string, string>> = {
  [STOCK_HEADINGS.code.zh]: '一生-BJ',
  [STOCK_HEADINGS.name.zh]: '网线',
  [STOCK_HEADINGS.unitWord.zh]: '箱',
  [STOCK_HEADINGS.opening.zh]: '5',
}

/** A list of items comes in; one more is entered by hand, moved, set right and counted. */
async function goThroughStock(run: Run, roomId: string): Promise<void> {
  const heads = Object.values(STOCK_HEADINGS).map(({ zh }) => zh)
  const file = new File([[heads.join(','), heads.map((head) => ITEM[head] ?? '').join(',')].join('\n')], '备件.csv')
  const { fingerprint } = await run('readStockList', { file })
  await run('markStockList', { file })
  await run('takeStockList', { file, fingerprint })
  const facts = { name: '光模块', model: '', unitWord: '个', roomId, minimum: '2' }
  const { id } = await run('addStockItem', { code: '一生-GM', ...facts })
  await run('changeStockItem', { id, ...facts, minimum: '3' })
  await run('listStockDeliveries', {})
  const entry = { id, quantity: '4', happenedOn: DAY, deliveryId: null, note: '' }
  await run('enterStock', entry)
  const { id: wrong } = await run('enterStock', entry)
  await run('takeBackMovement', { id: wrong, reason: '记了两次' })
  const use = { receiver: '维修', ticketNumber: '', assetNumber: '', note: '' }
  await run('issueStock', { id, quantity: '1', happenedOn: DAY, ...use })
  await run('listStock', {})
  await run('openStockItem', { id })
  const lines = [{ itemId: id, expected: '3', found: '2', reason: '丢失' }]
  await run('countStock', { roomId, countedOn: DAY, lines })
  await run('listStockCounts', {})
}
