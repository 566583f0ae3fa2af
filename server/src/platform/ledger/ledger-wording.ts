import type { Wording } from '@shiji/kernel/wording'
import type { LedgerFault } from './verify-ledger.ts'

/** What `shiji ledger verify` says of each fault: what is wrong, where, what to do. */
export const LEDGER_FAULTS = {
  'entry-changed': {
    zh: '第 {number} 条记录（{entryId}）在封存之后被改动过。请停止使用这条记录，对照备份查明。',
    en: 'Entry {number} ({entryId}) was changed after it was sealed. Do not rely on it; compare with a backup.',
  },
  'entry-missing': {
    zh: '第 {number} 条记录（{entryId}）被删除，只剩封条。请从备份中找回。',
    en: 'Entry {number} ({entryId}) was deleted; only its seal is left. Recover it from a backup.',
  },
  'entry-inserted': {
    zh: '记录 {entryId} 是绕过系统插进来的：它没有封条，却排在已封存的记录之前。请查明来源。',
    en: 'Entry {entryId} was slipped in: it has no seal and yet stands before sealed entries. Find out where it came from.',
  },
  'seal-changed': {
    zh: '第 {number} 条记录（{entryId}）的封条被改动过，记录本身未变。请对照备份查明。',
    en: 'The seal of entry {number} ({entryId}) was changed; the entry itself was not. Compare with a backup.',
  },
  'seal-missing': {
    zh: '第 {number} 至 {last} 号封条被删除。请从备份中找回这些记录。',
    en: 'The seals {number} to {last} were deleted. Recover these entries from a backup.',
  },
  'tail-cut': {
    zh: '账本只到第 {number} 号，库外留存的记录到第 {anchored} 号：末尾被截去，或恢复了旧备份。请从更新的备份中找回。',
    en: 'The ledger ends at {number}, but {anchored} was noted outside the database: its tail was cut, or an old backup was restored. Recover it from a newer backup.',
  },
  rewritten: {
    zh: '从第 {number} 号（{entryId}）起，账本与库外留存的记录不符：有人重写了整条链。请从备份中找回。',
    en: 'From number {number} ({entryId}) on, the ledger is not the one noted outside the database: the chain was written anew. Recover it from a backup.',
  },
} as const satisfies Record<LedgerFault['kind'], Wording>

export const LEDGER_VERIFY = {
  whole: {
    zh: '{schema}：账本完整，共 {entries} 条已封存，库外留存 {anchors} 次。',
    en: '{schema}: the ledger is whole, {entries} entries sealed, {anchors} heads noted outside the database.',
  },
  noAnchor: {
    zh: '{schema}：没有库外留存的记录（{folder}），因此看不出末尾是否被截去。请用 --data 指明数据目录。',
    en: '{schema}: no heads were noted outside the database ({folder}), so a cut tail cannot be seen. Name the data folder with --data.',
  },
  fault: { zh: '✕ {schema}：{sentence}', en: '✕ {schema}: {sentence}' },
  unreadable: {
    zh: '✕ {file} 第 {line} 行读不懂：库外留存的记录被改动过。请从备份中找回这个文件。',
    en: '✕ {file}, line {line}, cannot be read: the heads noted outside the database were changed. Recover the file from a backup.',
  },
} as const satisfies Record<string, Wording>
