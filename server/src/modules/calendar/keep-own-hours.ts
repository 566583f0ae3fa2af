import type { OwnHours } from '@shiji/kernel/calendar/work-calendar'
import { findUnit } from '#modules/directory'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { listOwnHours, lockChanges, saveChange } from './change-store.ts'

type Given = OwnHours & { readonly unitId: string; readonly basedOn: number }

export async function keepOwnHours(context: Context, { unitId, basedOn, ...content }: Given) {
  requirePermission(context, 'calendar.manage')
  const { now, actor } = context

  return inTransaction(context.db, async (tx) => {
    const current = await lockChanges(tx)
    if ((await findUnit(tx, actor, unitId)) === undefined) refuse('not-found')
    const kept = (await listOwnHours(tx, unitId, current)).find((one) => one.unitId === unitId)

    if ((kept?.number ?? 0) !== basedOn) refuse('changed-meanwhile')

    const version = await saveChange(tx, { of: { unitId }, content, madeAt: now, madeBy: actor.personId })
    const before = kept?.hours ?? null
    await recordInLedger(tx, context, { did: 'calendar.hours-kept', unitId, version, before, after: content })
    return { version }
  })
}
