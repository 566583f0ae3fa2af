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
} as const satisfies Readonly<Record<string, Wording & { readonly status: number }>>
