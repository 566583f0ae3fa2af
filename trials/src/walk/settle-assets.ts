import { ASSET_HEADINGS } from '@shiji/kernel/assets/asset-sheet'

// biome-ignore lint/suspicious/noExplicitAny: the script below knows what each route answers.
type Run = (name: string, input: object, who?: 'everybody' | 'contact') => Promise<any>

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
}
