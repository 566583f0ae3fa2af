import type { Wording } from '../wording.ts'

export const ASSET_CATEGORIES = {
  network: { zh: '网络设备', en: 'Network' },
  server: { zh: '服务器与存储', en: 'Servers and storage' },
  security: { zh: '安全设备', en: 'Security' },
  endpoint: { zh: '终端', en: 'Endpoints' },
  'room-facility': { zh: '机房设施', en: 'Room facilities' },
  'audio-video': { zh: '音视频与会议', en: 'Audio and video' },
  software: { zh: '软件', en: 'Software' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Readonly<Record<string, Wording>>

export const ASSET_STATES = {
  'in-use': { zh: '在用', en: 'In use' },
  'in-store': { zh: '库存', en: 'In store' },
  repair: { zh: '维修', en: 'Under repair' },
  lost: { zh: '盘亏', en: 'Lost' },
  scrapped: { zh: '报废', en: 'Scrapped' },
} as const satisfies Readonly<Record<string, Wording>>

export type AssetCategory = keyof typeof ASSET_CATEGORIES
export type AssetState = keyof typeof ASSET_STATES
