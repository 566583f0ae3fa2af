import type { FormId } from '@shiji/contract/performance'
import { indicatorName } from '@shiji/kernel/revision/revise-declaration'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { findForm } from '../form-store.ts'
import { listSecretRows, saveSecretRows } from './secret-row-store.ts'

type Input = {
  readonly id: FormId
  readonly rows: readonly { readonly indicator: string; readonly reason: string }[]
}

/** rules.md §3.9: secrecy is a flag of the row; it says why, and the ledger says who. */
export async function keepBack(context: Context, { id, rows: given }: Input) {
  requirePermission(context, 'performance.write')
  const { actor, now } = context

  return inTransaction(context.db, async (tx) => {
    const { content } = (await findForm(tx, actor, { id })) ?? refuse('not-found')
    const rows = [...new Map(given.map((row) => [row.indicator, row])).values()]
    const known = new Set(content.indicators.map(indicatorName))
    const stranger = rows.find(({ indicator }) => !known.has(indicator))
    if (stranger !== undefined) refuse('indicator-unknown', { indicator: stranger.indicator })
    const was = await listSecretRows(tx, id)
    await saveSecretRows(tx, { formId: id, rows, setAt: now, setBy: actor.personId })
    await recordInLedger(tx, context, { did: 'performance.rows-kept-back', formId: id, was, rows })
    return { rows: await listSecretRows(tx, id) }
  })
}
