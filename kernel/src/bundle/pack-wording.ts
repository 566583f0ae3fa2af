import { type Language, say, type Wording } from '../wording.ts'
import type { PackFault } from './verify-pack.ts'

const PACK_FAULT_WORDS: Readonly<Record<PackFault['kind'], Wording>> = {
  container: {
    zh: '压缩包第 {at} 字节起与原样不同（{path}）',
    en: 'the zip differs from byte {at} on ({path})',
  },
  changed: { zh: '文件内容变了：{path}', en: 'file changed: {path}' },
  missing: { zh: '文件缺少：{path}', en: 'file missing: {path}' },
  unlisted: { zh: '清单上没有的文件：{path}', en: 'file not on the list: {path}' },
  'line-changed': {
    zh: '{path} 第 {line} 行不是封存时的内容（{name}）',
    en: '{path}, line {line} is not what was sealed ({name})',
  },
  'lines-differ': {
    zh: '封存 {sealed} 行，现有 {found} 行：有记录被删、被加或换了位置',
    en: '{sealed} lines were sealed and {found} are here: records were taken out, put in or moved',
  },
  'root-differs': {
    zh: '全部内容的根校验值与账本记载的不同',
    en: 'the root of all contents is not the one the ledger names',
  },
  'ledger-differs': {
    zh: '账本条目与它的链接校验值不符，或没有账本条目',
    en: 'the entry of the ledger does not give its link, or is not there',
  },
  'file-differs': { zh: '不是封存时的文件：{path}', en: 'not the file that was sealed: {path}' },
}

export const PACK_WORDS = {
  whole: {
    zh: '完好：{lines} 行封存内容与封存时一字不差。',
    en: 'Whole: {lines} sealed lines are what was sealed, to the letter.',
  },
  faulty: { zh: '有 {count} 处与封存时不符：', en: 'Not as it was sealed in {count} places:' },
  masked: {
    zh: '遮盖本：{masked} 个字段已遮盖，{withheld} 个文件未附；校验值仍可核对。',
    en: 'Masked: {masked} fields are masked and {withheld} files left out; the hashes still check.',
  },
  anchor: {
    zh: '请与账本核对：第 {number} 条，{sealedAt} 封入，链接 SHA-256 {sha256}，SM3 {sm3}。',
    en: 'Compare with the ledger: entry {number}, chained {sealedAt}, link SHA-256 {sha256}, SM3 {sm3}.',
  },
  root: { zh: '根校验值 {root}', en: 'Root {root}' },
} as const satisfies Record<string, Wording>

export function sayPackFault({ kind, ...facts }: PackFault, language: Language): string {
  const parameters = Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, String(value ?? '—')]))
  return say(PACK_FAULT_WORDS[kind], language, parameters)
}
