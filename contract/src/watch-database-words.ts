import type { Wording } from '@shiji/kernel/wording'

/** Figures of a database as a check-up shows them; bytes and seconds are shown in larger units. */
export const FIGURE_WORDS = {
  'size-bytes': { zh: '占用空间', en: 'Space taken' },
  tables: { zh: '表', en: 'Tables' },
  connections: { zh: '连接', en: 'Connections' },
  'connections-most': { zh: '连接上限', en: 'Most connections' },
  'uptime-seconds': { zh: '已运行', en: 'Running for' },
  'cache-hit-percent': { zh: '缓存命中率（%）', en: 'Found in memory (%)' },
  deadlocks: { zh: '死锁次数', en: 'Deadlocks' },
} as const satisfies Readonly<Record<string, Wording>>

/** Said with every check-up of an engine nobody has tried the questions on. */
export const UNPROVEN_WORDS = {
  zh: '本引擎的检查语句按厂商文档编写，未在真实服务器上验证；结果请由数据库管理员核对。',
  en: 'The questions for this engine are written from its documentation and untested on a live server; have an administrator of it check what they found.',
} as const satisfies Wording

/** Why something could not be looked at. */
export const UNASKED_WORDS = {
  'not-permitted': {
    zh: '{area}：账号没有权限，没有看。授予监控角色后再体检。',
    en: '{area}: the account may not see it. Grant it the role for monitoring and check again.',
  },
  'too-slow': {
    zh: '{area}：几秒内没有答复，没有看完。',
    en: '{area}: no answer within seconds; not looked at to the end.',
  },
  'not-there': {
    zh: '{area}：这个版本没有所需的视图（{code}），没有看。',
    en: '{area}: this release lacks what is needed ({code}); not looked at.',
  },
} as const satisfies Readonly<Record<string, Wording>>
export type UnaskedReason = keyof typeof UNASKED_WORDS
