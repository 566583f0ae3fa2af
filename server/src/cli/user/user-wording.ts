import type { Wording } from '@shiji/kernel/wording'

export const USER = {
  usage: {
    zh: '用法：shiji user link 登录名；登录名见 shiji user list。',
    en: 'usage: shiji user link LOGIN; shiji user list names them.',
  },
  unknown: {
    zh: '没有登录名为“{login}”的人员。没有生成链接。登录名见 shiji user list。',
    en: 'Nobody has the login "{login}". No link was made. shiji user list names them.',
  },
  disabled: {
    zh: '“{login}”已停用。没有生成链接。请先由系统管理员在人员页恢复。',
    en: '"{login}" is disabled. No link was made. The system administrator lets them in again on the people page first.',
  },
  several: {
    zh: '登录名“{login}”在几个区都有：{districts}。没有生成链接。请用 --district 写明是哪个区。',
    en: 'Several districts have the login "{login}": {districts}. No link was made. Name the district with --district.',
  },
  link: {
    zh: '在实绩的网址后面加上 {path} 打开，设新密码。只能用一次，72 小时内有效；以前的链接作废，已记入账本。',
    en: 'Open the address of Shiji followed by {path} and choose a new password. It works once within 72 hours; earlier links are dead, and the ledger has an entry.',
  },
  line: { zh: '{login}  {name}  {unit}  {roles}  {state}', en: '{login}  {name}  {unit}  {roles}  {state}' },
  none: { zh: '还没有人设过登录名。', en: 'Nobody has a login yet.' },
} as const satisfies Readonly<Record<string, Wording>>

export const PERSON_STATES = {
  invited: { zh: '待接受邀请', en: 'invited' },
  active: { zh: '可用', en: 'active' },
  disabled: { zh: '停用', en: 'disabled' },
} as const satisfies Readonly<Record<string, Wording>>
