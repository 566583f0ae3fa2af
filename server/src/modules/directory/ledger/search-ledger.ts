import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { listLedgerLines, type Question } from './ledger-lines.ts'

const PAGE = 50

export async function searchLedger(
  context: Context,
  { after, ...question }: Question & { after?: string | undefined },
) {
  requirePermission(context, 'directory.read-ledger')
  const lines = await read(context.db, (reader) =>
    listLedgerLines(reader, context, { question, page: { after, limit: PAGE } }),
  )
  return { lines, next: lines.length === PAGE ? (lines.at(-1)?.id ?? null) : null }
}
