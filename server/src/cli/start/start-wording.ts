import type { Wording } from '@shiji/kernel/wording'
import { SYSTEM_REASONS } from '../system-reasons.ts'

/** What `shiji start` says to whoever starts the product. */
export const START = {
  starting: { zh: '正在启动，数据在 {folder}', en: 'Starting; the data is in {folder}' },
  building: {
    zh: '正在生成网页（只在首次启动和升级后，约几秒）……',
    en: 'Building the pages (first start and after upgrades, some seconds)…',
  },
  ready: { zh: '实绩已就绪：{address}', en: 'Shiji is ready: {address}' },
  firstStart: {
    zh: '下面的管理员还没有启用账号。请把一次性链接分别交给他们（三员分立；72 小时内有效，各用一次，只在这里显示）：',
    en: 'These administrators have no account yet. Hand each a one-time link (three different people; 72 hours, one use each, shown only here):',
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
  devicePortRefused: {
    zh: '收设备日志或 SNMP Trap 的端口 {port}（{host}）用不了（{code}）：已被占用，或没有权限。没有启动。请改 SHIJI_SYSLOG_PORT 或 SHIJI_TRAP_PORT，或去掉它。',
    en: 'Port {port} ({host}) for logs or traps of devices cannot be used ({code}): another program has it, or this user may not. Nothing was started. Change SHIJI_SYSLOG_PORT or SHIJI_TRAP_PORT, or leave it out.',
  },
  devicePortUnreadable: {
    zh: '{name} 里的“{port}”不是端口（1–65535）。没有启动。请改正后再启动，或去掉它。',
    en: '"{port}" in {name} is no port (1–65535). Nothing was started. Correct it or leave it out, and start again.',
  },
  proxyUnreadable: {
    zh: 'SHIJI_TRUST_PROXY 里的“{proxy}”不是 IP 地址或网段（如 127.0.0.1 或 10.0.0.0/8）。没有启动。请改正后再启动。',
    en: '"{proxy}" in SHIJI_TRUST_PROXY is no IP address or network (such as 127.0.0.1 or 10.0.0.0/8). Nothing was started. Correct it and start again.',
  },
  keyFileUnreadable: {
    zh: '密钥文件 {file} 已损坏，读不出密钥。没有启动，文件原样未动。请用备份的同名文件替换；确无备份时移走它，再请相关人员重新设置动态码和消息渠道。',
    en: 'The key file {file} is damaged; no key can be read from it. Nothing was started and the file was left as it is. Put a saved copy in its place; without one move it away, and have second steps and message channels set up anew.',
  },
  hostUnknown: {
    zh: '这台机器没有地址“{host}”。没有启动。请用 --host 换一个（如 127.0.0.1）。',
    en: 'This machine has no address "{host}". Nothing was started. Choose another with --host, such as 127.0.0.1.',
  },
  databaseAway: {
    zh: '用不了 DATABASE_URL 指的数据库：{reason}（{code}）。没有启动。请检查地址、账号和数据库是否在运行。',
    en: 'The database of DATABASE_URL cannot be used: {reason} ({code}). Nothing was started. Check the address, the account and that it runs.',
  },
  notServed: {
    zh: '没有一台能连上的数据库服务器持有这个区（{district}）。没有启动，数据没有改动。若搬迁过，请在 SHIJI_SERVERS 写全各台服务器并确认都在运行；若恢复备份时中断，请删掉 {folder} 再恢复一次。',
    en: 'No database server that answers holds this district ({district}). Nothing was started or changed. After a move, name all servers in SHIJI_SERVERS and see that they run; after a restore that was stopped, delete {folder} and restore again.',
  },
  folderForbidden: {
    zh: '不能在 {folder} 建数据目录（{code}）。没有启动，也没有改动任何东西。请用 --data 换一个可写的目录。',
    en: 'The data folder {folder} cannot be made ({code}). Nothing was started or changed. Choose a writable one with --data.',
  },
  demoMaking: {
    zh: '演示：首次启动要把一个虚构的区做出来，约半分钟……',
    en: 'Demo: the first start makes an invented district, some half a minute…',
  },
  demoPeople: {
    zh: '演示用的虚构人物，密码都是 {password}：',
    en: 'The invented people of the demo, all with the password {password}:',
  },
  demoPerson: { zh: '  {login}  {name}（{office} · {role}）', en: '  {login}  {name} ({office} · {role})' },
  demoUnfinished: {
    zh: '演示数据上次没有做完。没有启动，正式数据不受影响。请删除 {folder} 后再启动（用 DATABASE_URL 时请换一个空数据库）。',
    en: 'The demo was not made to its end last time. Nothing was started; real data is untouched. Delete {folder} and start again (with DATABASE_URL, name an empty database).',
  },
  databaseMaking: {
    zh: '正在建立数据库（只在首次启动，约几秒）……',
    en: 'Making the database (on the first start only; a few seconds) …',
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

/** Why PostgreSQL at DATABASE_URL does not take us, by the code of the system or of the database. */
export const DATABASE_REASONS: Readonly<Record<string, Wording>> = {
  ...SYSTEM_REASONS,
  ENOENT: { zh: '找不到那个套接字文件', en: 'there is no such socket' },
  ERR_INVALID_URL: { zh: '地址写法不对', en: 'the address is not well formed' },
  '28P01': { zh: '账号或密码不对', en: 'the account or the password is wrong' },
  '28000': { zh: '数据库不让这个账号登录', en: 'the database does not let this account in' },
  '3D000': { zh: '没有这个名字的数据库', en: 'there is no database of that name' },
  '42501': { zh: '这个账号的权限不够，需要能建模式和角色', en: 'this account may not create schemas and roles' },
}
