import type { Role } from '@shiji/contract/directory'
import type { Wording } from '@shiji/kernel/wording'

/** What `shiji start` says to whoever starts the product. */
export const START = {
  starting: { zh: '正在启动，数据在 {folder}', en: 'Starting; the data is in {folder}' },
  building: {
    zh: '正在生成网页（只在首次启动和升级后，约几秒）……',
    en: 'Building the pages (first start and after upgrades, some seconds)…',
  },
  ready: { zh: '实绩已就绪：{address}', en: 'Shiji is ready: {address}' },
  firstStart: {
    zh: '首次启动。请把下面三个一次性链接分别交给三位管理员（三员分立；72 小时内有效，各用一次，只在这里显示）：',
    en: 'First start. Hand these one-time links to three different administrators (72 hours, one use each, shown only here):',
  },
  link: { zh: '  {role}：{link}', en: '  {role}: {link}' },
  stopHint: { zh: '按 Ctrl-C 停止。', en: 'Ctrl-C stops it.' },
  stopping: { zh: '正在停止……', en: 'Stopping…' },
  stopped: { zh: '已停止，数据已安全保存。', en: 'Stopped; the data is safe.' },
  portNotANumber: {
    zh: '端口“{port}”不对，应是 0 到 65535 的整数。没有启动。',
    en: 'The port "{port}" is wrong; it is a whole number from 0 to 65535. Nothing was started.',
  },
  portTaken: {
    zh: '端口 {port} 已被别的程序占用。没有启动。请用 --port 换一个（0 表示任选）。',
    en: 'Port {port} is used by another program. Nothing was started. Choose another with --port (0 takes any).',
  },
  portForbidden: {
    zh: '没有权限使用端口 {port}（{host}）。没有启动。请用 --port 换一个大于 1023 的端口。',
    en: 'Port {port} ({host}) is not allowed for this user. Nothing was started. Choose one above 1023 with --port.',
  },
  hostUnknown: {
    zh: '这台机器没有地址“{host}”。没有启动。请用 --host 换一个（如 127.0.0.1）。',
    en: 'This machine has no address "{host}". Nothing was started. Choose another with --host, such as 127.0.0.1.',
  },
  databaseAway: {
    zh: '连不上 DATABASE_URL 指的数据库（{reason}）。没有启动。请检查地址、账号和数据库是否在运行。',
    en: 'The database of DATABASE_URL cannot be reached ({reason}). Nothing was started. Check the address, the account and that it runs.',
  },
  databaseStarted: { zh: '数据库已启动（进程 {pid}）', en: 'The database was started (process {pid})' },
  databaseAdopted: {
    zh: '数据库已在运行，直接接管（进程 {pid}）',
    en: 'The database was running and is taken over (process {pid})',
  },
  databaseGone: {
    zh: '数据库停了（{reason}），正在重新启动，数据是安全的',
    en: 'The database went away ({reason}) and is being restarted; the data is safe',
  },
  databaseRestarted: { zh: '数据库已恢复（进程 {pid}）', en: 'The database is back (process {pid})' },
  databaseRestartFailed: {
    zh: '数据库没有恢复（{reason}），{seconds} 秒后再试',
    en: 'The database did not come back ({reason}); next try in {seconds} s',
  },
} as const satisfies Record<string, Wording>

export const ADMINISTRATORS: Partial<Record<Role, Wording>> = {
  'system-administrator': { zh: '系统管理员', en: 'system administrator' },
  'security-administrator': { zh: '安全管理员', en: 'security administrator' },
  'audit-administrator': { zh: '审计管理员', en: 'audit administrator' },
}
