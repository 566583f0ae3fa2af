import type { Wording } from '@shiji/kernel/wording'
import type { TenantState } from '#platform/tenants/list-tenants'
import type { Moved, MoveStep } from '#platform/tenants/move/move-tenant'

export const TENANT_STATES = {
  making: { zh: '未建完', en: 'being made' },
  open: { zh: '在用', en: 'in use' },
  moving: { zh: '搬迁中', en: 'moving' },
  moved: { zh: '已搬走', en: 'moved away' },
  arriving: { zh: '搬入或恢复未完成', en: 'arriving' },
  dropping: { zh: '删除中', en: 'being dropped' },
} as const satisfies Record<TenantState, Wording>

export const TENANT = {
  line: { zh: '{slug}  {name}  {server}  {state}', en: '{slug}  {name}  {server}  {state}' },
  none: { zh: '还没有区。先启动一次：shiji start', en: 'There is no district yet. Start once: shiji start' },
  usageMove: {
    zh: '请写出区和去处：shiji tenant move SLUG --to SERVER',
    en: 'Name the district and where it goes: shiji tenant move SLUG --to SERVER',
  },
  serverUnknown: {
    zh: '没有“{server}”这台服务器。现有：{known}。服务器写在 SHIJI_SERVERS 里；没有搬动任何东西。',
    en: 'There is no server "{server}". Known: {known}. Servers are named in SHIJI_SERVERS; nothing was moved.',
  },
  moved: {
    zh: '{slug} 已搬到 {server}，停顿 {pause} 毫秒。',
    en: '{slug} has moved to {server}; it stood still for {pause} ms.',
  },
  cancelled: {
    zh: '已取消。{slug} 留在原处，照常使用。',
    en: 'Cancelled. {slug} stays where it was and goes on.',
  },
} as const satisfies Record<string, Wording>

export const MOVE_STEPS = {
  copying: { zh: '正在复制，可以照常使用……', en: 'copying; it can be used as usual…' },
  'in-step': { zh: '复制完成，跟上最新改动……', en: 'copied; catching up with the latest changes…' },
  switching: { zh: '切换……', en: 'switching…' },
  open: { zh: '新服务器已接手', en: 'the new server has taken over' },
  done: { zh: '旧的副本已清除', en: 'the old copy is removed' },
} as const satisfies Record<MoveStep, Wording>

export const NOT_MOVED = {
  'already-there': { zh: '{slug} 已经在 {server} 上。', en: '{slug} is on {server} already.' },
  'not-here': {
    zh: '没有一台服务器持有 {slug}，或有服务器连不上。没有搬动任何东西。',
    en: 'No server holds {slug}, or one cannot be reached. Nothing was moved.',
  },
  busy: { zh: '{slug} 正在由另一个命令搬迁。', en: '{slug} is being moved by another command.' },
} as const satisfies Record<Exclude<Moved['kind'], 'moved'>, Wording>
