import type { Wording } from '@shiji/kernel/wording'

/** What the ledger of assets may refuse. */
export const ASSETS_REFUSALS = {
  'asset-cannot': {
    status: 409,
    zh: '这件资产现在是“{state}”，不能变为“{next}”。没有改动任何东西。请刷新页面核对。',
    en: 'This asset is "{state}" and cannot become "{next}". Nothing was changed. Reload the page.',
  },
  'more-than-looked-at': {
    status: 422,
    zh: '合规件数多于检查件数。没有保存。请核对两个数。',
    en: 'More were found right than were looked at. Nothing was saved. Check both figures.',
  },
  'nothing-to-count': {
    status: 409,
    zh: '本单位还没有资产可盘。没有开始盘点。请先导入资产。',
    en: 'The unit has no assets to count. No stocktake was begun. Import the assets first.',
  },
  'stocktake-closed': {
    status: 409,
    zh: '这次盘点已经结束。没有改动任何东西。需要再盘请另开一次。',
    en: 'This stocktake has ended. Nothing was changed. Begin another one to count again.',
  },
  'stock-lacking': {
    status: 409,
    zh: '“{name}”只有 {onHand} {unitWord}，不够。没有出库任何东西。请核对数量，或先登记入库。',
    en: 'There are only {onHand} {unitWord} of "{name}". Nothing was moved. Check the quantity or enter what came first.',
  },
  'stock-use-unknown': {
    status: 422,
    zh: '您的范围内没有编号为“{number}”的工单或资产，或有几个。没有出库任何东西。请核对编号或留空。',
    en: 'No one ticket or asset within your reach has the number "{number}". Nothing was moved. Check it or leave it empty.',
  },
  'stock-before-delivery': {
    status: 422,
    zh: '入库日期早于到货日期 {deliveredOn}。没有保存。请核对日期。',
    en: 'It cannot enter the store before it was delivered on {deliveredOn}. Nothing was saved. Check the day.',
  },
  'stock-over-delivery': {
    status: 409,
    zh: '这次到货只剩 {left} {unitWord} 没有入库。没有保存。请核对数量。',
    en: 'Only {left} {unitWord} of this delivery are not in the store yet. Nothing was saved. Check the quantity.',
  },
  'stock-taken-back': {
    status: 409,
    zh: '这笔出入库不能冲销：已经冲销过，本身就是冲销，或由工作单领用（请在工作单上改）。没有改动任何东西。',
    en: 'This movement cannot be taken back: it was already, it takes one back itself, or a work order drew it (change it there). Nothing was changed.',
  },
  'stock-reason-lacking': {
    status: 422,
    zh: '“{name}”的实盘数与账面不符，还没有写原因。没有保存。请写明原因。',
    en: 'What was found of "{name}" differs from the books and no reason is given. Nothing was saved. Say why.',
  },
} as const satisfies Readonly<Record<string, Wording & { readonly status: number }>>
