import type { UnitId } from '@shiji/contract/directory'
import { findUnit } from '#modules/directory'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { officeDay } from '#platform/office-day'
import { refuse } from '#platform/refusal'
import { countStandings, listLedgerRows, type Standing } from './ledger-store.ts'

export type LedgerInput = {
  readonly year?: number | undefined
  readonly unitId?: UnitId | undefined
  readonly standing?: Standing | undefined
}

const MOST = 300

/** 整改台账: what was asked of whom, by when, and what became of it, over all projects one may see. */
export async function listRectificationLedger(context: Context, { year, unitId, standing }: LedgerInput) {
  requirePermission(context, 'performance.read')
  const asked = { year, unitId, today: officeDay(context.now) }
  return read(context.db, async (reader) => {
    if (unitId !== undefined && (await findUnit(reader, context.actor, unitId)) === undefined) refuse('not-found')
    const rows = await listLedgerRows(reader, context.actor, { ...asked, standing, limit: MOST + 1 })
    const counts = await countStandings(reader, context.actor, asked)
    return { rows: rows.slice(0, MOST), counts, more: rows.length > MOST }
  })
}
