import type { DocumentId } from '@shiji/contract/documents'
import type { ProjectId } from '@shiji/contract/performance'
import type { PaymentMapping } from '@shiji/kernel/payments/payment-list'
import { say } from '@shiji/kernel/wording'
import { openDocument } from '#modules/documents'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { writeLists } from '#platform/lists/write-lists'
import { readPaymentTable, sayRefused } from './payment-table.ts'
import { sortPayments } from './sort-payments.ts'

type Input = {
  readonly documentId: DocumentId
  readonly mapping: PaymentMapping
  readonly projectId: ProjectId | null
}

const WIDTH = 18
const WIDE = 48

/** The lines of a list that could not be taken, as they stood, each with its fault: corrected there and brought again. */
export async function annotatePayments(context: Context, { documentId, mapping, projectId }: Input): Promise<File> {
  requirePermission(context, 'performance.write')
  const { language } = context
  const { name, bytes } = await openDocument(context, documentId)
  const table = await readPaymentTable({ name, bytes, language }, mapping)
  const { refused } = await read(context.db, (reader) => sortPayments(reader, context, { table, mapping, projectId }))
  const texts = new Map(table.rows.map(({ line, cells }) => [line, cells]))
  const rows = refused.map((row) => [
    ...table.headings.map((_, at) => texts.get(row.line)?.[at] ?? ''),
    sayRefused(row, language).message,
  ])
  const columns = table.headings.map((heading) => ({ heading, width: WIDTH }))
  const sheet = {
    name: say(WORDS.sheet, language),
    note: say(WORDS.note, language, { count: rows.length }),
    columns: [...columns, { heading: say(WORDS.fault, language), width: WIDE }],
    rows,
  }
  return writeLists([sheet], say(WORDS.file, language))
}

const WORDS = {
  sheet: { zh: '没有导入的行', en: 'Not taken' },
  note: {
    zh: '这 {count} 行没有导入，改好以后把这份文件再导入一次；已经导入的不会重复。',
    en: 'These {count} lines were not taken. Correct them and bring this file again; nothing is taken twice.',
  },
  fault: { zh: '问题', en: 'Fault' },
  file: { zh: '支付清单-待更正.xlsx', en: 'payments-to-correct.xlsx' },
} as const
