import { DatabaseId, type DatabaseTarget } from '@shiji/contract/watch-databases'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { violates } from '#platform/database/violation'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { officeDay } from '#platform/office-day'
import { refuse } from '#platform/refusal'
import { lockDatabase, openPassword, sealPassword } from './database-store.ts'

type Given = {
  readonly name: string
  readonly service: string
  readonly target: DatabaseTarget
  readonly secret: string | null
}

export async function addDatabase(context: Context, { secret, ...given }: Given): Promise<{ id: DatabaseId }> {
  requirePermission(context, 'watch.manage')
  const { actor, now, secrets } = context
  const id = DatabaseId.parse(context.newId())

  return asNamed(given, () =>
    inTransaction(context.db, async (tx) => {
      const { name, service } = given
      const target = JSON.stringify(given.target)
      const sealed = sealPassword(secrets, id, secret ?? '')
      await tx
        .insertInto('watchDatabase')
        .values({ id, unitId: actor.unitId, name, service, target, sealed, madeAt: now })
        .execute()
      await recordInLedger(tx, context, { did: 'watch.database-added', databaseId: id, after: given })
      return { id }
    }),
  )
}

/** A kept password goes to its own address alone: with another address it has to be given again. */
export async function changeDatabase(context: Context, { id, secret, ...given }: Given & { readonly id: DatabaseId }) {
  requirePermission(context, 'watch.manage')

  return asNamed(given, () =>
    inTransaction(context.db, async (tx) => {
      const kept = (await lockDatabase(tx, context.actor, id)) ?? refuse('not-found')

      const { name, service } = given
      const target = JSON.stringify(given.target)
      const password = secret ?? (isSamePlace(kept.target, given.target) ? openPassword(context.secrets, kept) : '')
      const sealed = password === null ? kept.sealed : sealPassword(context.secrets, id, password)
      await tx.updateTable('watchDatabase').set({ name, service, target, sealed }).where('id', '=', id).execute()
      const before = { name: kept.name, service: kept.service, target: kept.target }
      await recordInLedger(tx, context, { did: 'watch.database-changed', databaseId: id, before, after: given })
      return {}
    }),
  )
}

export async function recordBackup(
  context: Context,
  { id, kind, day, note }: { id: DatabaseId; kind: 'backup' | 'drill'; day: string; note: string },
) {
  requirePermission(context, 'watch.manage')
  const { actor, now } = context

  return inTransaction(context.db, async (tx) => {
    if ((await lockDatabase(tx, actor, id)) === undefined) refuse('not-found')
    if (Temporal.PlainDate.compare(Temporal.PlainDate.from(day), officeDay(now)) > 0)
      refuse('record-in-future', { day })

    const row = { id: context.newId(), databaseId: id, kind, day, note, keptAt: now, keptBy: actor.personId }
    await tx.insertInto('watchDatabaseRecord').values(row).execute()
    await recordInLedger(tx, context, { did: 'watch.backup-recorded', databaseId: id, kind, day, note })
    return {}
  })
}

function isSamePlace(kept: unknown, { host, port }: DatabaseTarget): boolean {
  const { host: keptHost, port: keptPort } = kept as DatabaseTarget
  return keptHost === host && keptPort === port
}

async function asNamed<Value>({ name }: { name: string }, save: () => Promise<Value>): Promise<Value> {
  return save().catch((error: unknown) => {
    if (violates(error, 'watch_database_once')) refuse('database-name-taken', { name })
    throw error
  })
}
