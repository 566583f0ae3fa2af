import { Strength } from '@shiji/kernel/evidence/row-shape'
import { say } from '@shiji/kernel/wording'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { placeOfRow, type RowInput } from './place-of.ts'

const MOST = 50

export async function listProofRecords(context: Context, { measure: key, ...row }: RowInput & { measure: string }) {
  requirePermission(context, 'performance.read')
  return read(context.db, async (reader) => {
    const { scope, year } = await placeOfRow(reader, context, row)
    const measure = context.measures.get(key) ?? refuse('measure-unknown', { measure: key })
    const params = measure.params.safeParse({})
    if (!params.success) return []
    const period = { from: `${year}-01-01`, until: `${year}-12-31` }
    const query = { scope, period, params: params.data, asOf: context.now }
    const facts = await measure.list(reader, query, { which: 'counted', after: null, limit: MOST })
    return facts.map(({ id, recordKind, title, at, strength }) => {
      const record = measure.records[recordKind]
      const kind = record === undefined ? recordKind : say(record.name, context.language)
      return { id, kind, title, at: at.toString(), strength: Strength.parse(strength) }
    })
  })
}
