import type { Wording } from '@shiji/kernel/wording'
import type { RestoreProblem } from '#platform/backup/restore-backup'

export const BACKUP = {
  fileMissing: { zh: '请写出备份文件。用法：{usage}', en: 'Name the backup file. Usage: {usage}' },
  fileExists: {
    zh: '“{file}”已经存在，没有覆盖它。请另写一个文件名。',
    en: '"{file}" exists and was not overwritten. Give another name.',
  },
  fileNotFound: {
    zh: '打不开备份文件“{file}”（{code}）。请检查路径和权限；没有改动任何东西。',
    en: 'The backup "{file}" cannot be opened ({code}). Check path and permissions; nothing was changed.',
  },
  table: { zh: '{schema} {table}：{rows} 行', en: '{schema} {table}: {rows} rows' },
  files: { zh: '{schema}：{files} 个文件', en: '{schema}: {files} files' },
  saved: {
    zh: '备份已写好：{file}（{megabytes} MB，{rows} 行，{files} 个文件）。请把它放到另一台机器上。',
    en: 'The backup is written: {file} ({megabytes} MB, {rows} rows, {files} files). Keep it on another machine.',
  },
  restoring: { zh: '恢复 {schema} {table}', en: 'restoring {schema} {table}' },
  restored: {
    zh: '已恢复到 {at} 的备份：{rows} 行，{files} 个文件，账本核对无误。现在可以启动。',
    en: 'Restored to the backup of {at}: {rows} rows, {files} files, the ledger verified. It can be started now.',
  },
  restoredWithFaults: {
    zh: '已恢复到 {at} 的备份，但账本有不符之处。请运行 shiji ledger verify 查看，先不要启用。',
    en: 'Restored to the backup of {at}, but the ledger has faults. Run shiji ledger verify; do not put it to use yet.',
  },
  cancelled: {
    zh: '已取消。备份没有写出；恢复到一半的数据目录不会被使用，请删掉它再恢复一次。',
    en: 'Cancelled. No backup was written; a data folder restored half-way serves nobody, delete it and restore again.',
  },
} as const satisfies Record<string, Wording>

export const RESTORE_PROBLEMS = {
  'not-a-backup': {
    zh: '这不是 shiji backup 写出的文件（{detail}）。没有启用任何数据。',
    en: 'This was not written by shiji backup ({detail}). Nothing was put to use.',
  },
  'not-whole': {
    zh: '备份不完整或被改动过（{detail}）。没有启用任何数据；请换一份备份，恢复到另一个空目录。',
    en: 'The backup is incomplete or was changed ({detail}). Nothing was put to use; take another one into another empty folder.',
  },
  newer: {
    zh: '备份来自更新的版本（{detail}）。请先升级程序，再恢复到另一个空目录。',
    en: 'The backup comes from a newer version ({detail}). Upgrade first, then restore into another empty folder.',
  },
  'not-empty': {
    zh: '这里已经有数据，没有改动它。请用 --data 写一个空目录。',
    en: 'There is data here already, and it was left as it is. Name an empty folder with --data.',
  },
} as const satisfies Record<RestoreProblem, Wording>
