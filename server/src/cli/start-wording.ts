import type { Wording } from '@shiji/kernel/wording'

/** What `shiji start` says. */
export const START = {
  summary: {
    zh: '启动：内置数据库和工作台，直到按 Ctrl+C',
    en: 'start the embedded database and the desk, until Ctrl+C',
  },
  port: { zh: '端口，默认 7300', en: 'port, 7300 unless told' },
  host: {
    zh: '监听地址，默认只限本机 127.0.0.1',
    en: 'address to listen on, this machine only (127.0.0.1) unless told',
  },
  data: { zh: '数据目录，默认在程序旁的 data', en: 'data folder, data beside the program unless told' },
  building: {
    zh: '正在生成网页（只在首次启动和升级后，约几秒）…',
    en: 'Building the web pages (first start and after upgrades, some seconds) …',
  },
  ready: { zh: '实绩已启动：{address}', en: 'Shiji is running: {address}' },
  links: {
    zh: '三位管理员的一次性链接（72 小时内有效，各用一次，请分别交给三个人）：',
    en: 'One-time links for the three administrators (72 hours, one use each, for three different people):',
  },
  'system-administrator': { zh: '系统管理员', en: 'System administrator  ' },
  'security-administrator': { zh: '安全管理员', en: 'Security administrator' },
  'audit-administrator': { zh: '审计管理员', en: 'Audit administrator   ' },
  portWrong: {
    zh: '端口“{text}”不对，请写 0–65535 的整数。没有启动。',
    en: 'The port "{text}" is wrong: give a whole number from 0 to 65535. Nothing was started.',
  },
  portTaken: {
    zh: '端口 {port} 已被别的程序占用。没有启动，数据是安全的。请用 --port 换一个。',
    en: 'Port {port} is in use by another program. Nothing was started and the data is safe. Choose another with --port.',
  },
  databaseGone: {
    zh: '数据库停了（{reason}），正在重新启动。',
    en: 'The database stopped ({reason}); starting it again.',
  },
  databaseBack: { zh: '数据库已恢复。', en: 'The database is back.' },
} as const satisfies Readonly<Record<string, Wording>>
