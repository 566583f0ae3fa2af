import type { OccurrenceId } from '@shiji/contract/upkeep'
import type { CheckupId } from '@shiji/contract/watch-databases'
import { listWorkAhead, lockWorkAhead } from '#modules/upkeep'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction, read } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { checkupsOf, KeptFindings, lockDatabase } from './database-store.ts'
import { plannedOf } from './planned-store.ts'

/** Days of work plans a finding can still be put on. */
export function listPlannable(context: Context) {
  requirePermission(context, 'watch.manage')
  const { actor, now } = context
  return read(context.db, (reader) => listWorkAhead(reader, actor, { now }))
}

type Given = { readonly id: CheckupId; readonly rule: string; readonly occurrenceId: OccurrenceId }

/** What a check-up found of one kind is done with a day of a work plan; on no second one beside it. */
export async function planFinding(context: Context, { id, rule, occurrenceId }: Given) {
  requirePermission(context, 'watch.manage')
  const { actor, now } = context
  return inTransaction(context.db, async (tx) => {
    const checkup = (await checkupsOf(tx).where('checkup.id', '=', id).executeTakeFirst()) ?? refuse('not-found')
    const database = (await lockDatabase(tx, actor, checkup.databaseId)) ?? refuse('not-found')
    if (!KeptFindings.parse(checkup.findings).some((finding) => finding.rule === rule)) refuse('finding-not-there')
    const known = (await plannedOf(tx, database.id)).get(rule)
    if (known?.state === 'planned') refuse('finding-planned', { plan: known.planName, day: known.day })
    if ((await lockWorkAhead(tx, actor, { id: occurrenceId, now })) === undefined) refuse('day-not-plannable')

    const planned = { occurrenceId, databaseId: database.id, rule, checkupId: id }
    await tx
      .insertInto('watchPlanned')
      .values({ ...planned, plannedAt: now, plannedBy: actor.personId })
      .execute()
    await recordInLedger(tx, context, { did: 'watch.finding-planned', ...planned })
    return {}
  })
}
