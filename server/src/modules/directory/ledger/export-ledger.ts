import { csvText } from '@shiji/kernel/csv-cell'
import { say } from '@shiji/kernel/wording'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction, read } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { OFFICE_TIME_ZONE } from '#platform/office-day'
import { listLedgerLines, type Question } from './ledger-lines.ts'

const MOST_LINES = 10_000

const HEADINGS = [
  { zh: '编号', en: 'Number' },
  { zh: '时间', en: 'Time' },
  { zh: '人员', en: 'Person' },
  { zh: '事项', en: 'What was done' },
  { zh: '内容', en: 'Detail' },
  { zh: '请求', en: 'Request' },
]
const FILE_NAME = { zh: '操作账本.csv', en: 'ledger.csv' }

/** Whoever takes lines out of the ledger stands in it. */
export async function exportLedger(context: Context, question: Question): Promise<File> {
  requirePermission(context, 'directory.read-ledger')
  const page = { limit: MOST_LINES }
  const lines = await read(context.db, (reader) => listLedgerLines(reader, context, { question, page }))

  await inTransaction(context.db, async (tx) => {
    await recordInLedger(tx, context, { did: 'directory.ledger-exported', question, lines: lines.length })
  })
  const rows = [
    HEADINGS.map((heading) => say(heading, context.language)),
    ...lines.map(({ number, at, person, did, detail, requestId }) => [
      number ?? '',
      officeTime(at),
      person ?? '',
      did,
      detail,
      requestId,
    ]),
  ]
  return new File([csvText(rows)], say(FILE_NAME, context.language), { type: 'text/csv' })
}

function officeTime(at: string): string {
  return Temporal.Instant.from(at).toZonedDateTimeISO(OFFICE_TIME_ZONE).toString({
    smallestUnit: 'second',
    timeZoneName: 'never',
  })
}
