import type { Wording } from '@shiji/kernel/wording'

/** Why the embedded database does not run, in words for the administrator: what is wrong, what is safe, what to do. */
export const POSTGRES_PROBLEM_WORDING = {
  'platform-unsupported': {
    zh: '没有适合这台机器（{platform}）的内置数据库。请用环境变量 DATABASE_URL 指向一个 PostgreSQL 18。',
    en: 'There is no embedded database for this machine ({platform}). Point DATABASE_URL at a PostgreSQL 18.',
  },
  'no-database-user': {
    zh: '以 root 运行时，数据库需要一个普通系统用户，但无法创建“{user}”（{reason}）。请先创建该用户，或用普通用户启动，或设置 DATABASE_URL。',
    en: 'Run as root, the database needs an ordinary system user, but "{user}" could not be created ({reason}). Create it, start as an ordinary user, or set DATABASE_URL.',
  },
  'folder-unreachable': {
    zh: '数据库用户“{user}”进不了数据目录 {folder}。数据未被改动。请用 --data 换一个它能进入的目录（如 /var/lib/shiji）。',
    en: 'The database user "{user}" cannot enter the data folder {folder}. No data was changed. Choose another with --data, such as /var/lib/shiji.',
  },
  'wrong-owner': {
    zh: '数据目录 {folder} 不属于用户“{user}”。数据未被改动。请把目录所有者改为该用户，或用原来的用户启动。',
    en: 'The data folder {folder} does not belong to the user "{user}". No data was changed. Give it to that user, or start as the user who made it.',
  },
  'not-a-data-folder': {
    zh: '目录 {folder} 里有别的文件，不是实绩的数据目录。没有改动任何东西。请用 --data 换一个空目录。',
    en: 'The folder {folder} holds other files and is no data folder of Shiji. Nothing was changed. Choose an empty one with --data.',
  },
  'disk-full': {
    zh: '磁盘快满了：{folder} 只剩 {megabytes} MB，至少需要 {needed} MB。已保存的数据是安全的。请腾出空间后再启动。',
    en: 'The disk is nearly full: {megabytes} MB left at {folder}, {needed} MB needed. Saved data is safe. Free some space and start again.',
  },
  'held-by-another': {
    zh: '数据目录 {folder} 正被进程 {pid} 使用，但它不回答。数据未被改动。请确认后停止该进程再启动。',
    en: 'The data folder {folder} is in use by process {pid}, which does not answer. No data was changed. Stop that process, then start again.',
  },
  'version-differs': {
    zh: '数据目录 {folder} 由 PostgreSQL {found} 建立，本程序带的是 {expected}。数据未被改动。请用原版本备份后恢复到新目录。',
    en: 'The data folder {folder} was made by PostgreSQL {found}; this program brings {expected}. No data was changed. Back up with the old version and restore into a new folder.',
  },
  'did-not-start': {
    zh: '数据库没有启动起来：{reason}。已保存的数据是安全的。详情见 {log}。',
    en: 'The database did not start: {reason}. Saved data is safe. Details are in {log}.',
  },
} as const satisfies Readonly<Record<string, Wording>>
