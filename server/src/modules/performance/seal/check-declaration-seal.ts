import type { FormId } from '@shiji/contract/performance'
import { sayPackFault } from '@shiji/kernel/bundle/pack-wording'
import { verifyPack } from '@shiji/kernel/bundle/verify-pack'
import { type Language, say } from '@shiji/kernel/wording'
import { checkSeal, hashed, type SealDifference, takePack } from '#modules/evidence'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { ZIP_TEXT } from '#platform/files/write-zip'
import { getSeal } from './list-declaration-seals.ts'

/** The pack by itself, then every record in the database against it. */
export async function checkDeclarationSeal(context: Context, asked: { readonly id: FormId; readonly number: number }) {
  requirePermission(context, 'performance.read')
  const { language } = context
  const { seal } = await read(context.db, (reader) => getSeal(reader, context, asked))
  const pack = new Uint8Array(await new Blob(await takePack(context, seal, { masked: false })).arrayBuffer())
  const verdict = hashed(verifyPack(pack, ZIP_TEXT))
  // The root in the pack is the ledger's; the one in the seal's own row must be no other.
  const isAnchored = verdict.ledger?.root === seal.root && verdict.root === seal.root
  const { differences, unreadable } = await checkSeal(context, seal)
  const faults = [
    ...verdict.faults.map((fault) => sayPackFault(fault, language)),
    ...(isAnchored ? [] : [say(WORDS.root, language)]),
    ...unreadable.map((indicator) => say(WORDS.unreadable, language, { indicator })),
  ]
  const whole = faults.length === 0 && differences.length === 0
  const { records, lines } = seal
  const count = faults.length + differences.length
  return {
    whole,
    sentence: say(whole ? WORDS.whole : WORDS.differs, language, { records, lines, count }),
    faults,
    differences: differences.map((difference) => sayDifference(context, difference)),
  }
}

const WORDS = {
  whole: {
    zh: '一致：{lines} 行封存内容完好，{records} 条记录在系统里与封存时一字不差。',
    en: 'It agrees: {lines} sealed lines are whole, and {records} records stand as they were sealed, to the letter.',
  },
  differs: {
    zh: '有 {count} 处与封存时不同，逐条列在下面。',
    en: '{count} things are not as they were sealed; each is named.',
  },
  root: {
    zh: '封存登记的根校验值与账本记载的不同。',
    en: 'The root of the seal is not the one the ledger names.',
  },
  unreadable: {
    zh: '“{indicator}”的算法在封存后改过，不能重读；封存的内容仍在包里。',
    en: 'The query of “{indicator}” has changed since; it cannot be read again, and what was sealed is in the pack.',
  },
  gone: {
    zh: '记录不在了（封存后被删除、移走或改了时间）',
    en: 'the record is gone: deleted, moved or re-dated since',
  },
  came: {
    zh: '封存时没有这条，却写着当时已录入（补进的倒签记录）',
    en: 'it was not there when sealed, and says it was entered before: back-dated',
  },
  changed: { zh: '内容与封存时不同：{what}', en: 'it differs from what was sealed: {what}' },
} as const

function sayDifference({ measures, language }: Context, difference: SealDifference) {
  const { indicator, kind, id, title, how, what } = difference
  const records = [...measures.values()].flatMap((measure) => measure.records[kind] ?? [])
  const [record] = records
  return {
    indicator,
    kind: record === undefined ? kind : say(record.name, language as Language),
    id,
    title,
    how,
    sentence: say(WORDS[how], language, { what: what.join(', ') }),
    page: how === 'gone' ? null : (record?.page?.replace('{id}', id) ?? null),
  }
}
