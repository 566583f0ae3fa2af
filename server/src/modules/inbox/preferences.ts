import type { Preferences } from '@shiji/contract/inbox'
import { sql } from 'kysely'
import type { z } from 'zod'
import { type Context, requireSignedIn } from '#platform/context'
import { inTransaction, type Reader, read } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'

type Kept = z.infer<typeof Preferences>

const NEVER_QUIET: Kept = { mail: '', quietFrom: '00:00', quietUntil: '00:00' }

export async function readPreferences(context: Context): Promise<Kept> {
  requireSignedIn(context)
  const row = await read(context.db, (reader) =>
    reader
      .selectFrom('inboxPreference')
      .select(['mail', 'quietFrom', 'quietUntil'])
      .where('personId', '=', context.actor.personId)
      .executeTakeFirst(),
  )
  return row ?? NEVER_QUIET
}

export async function keepPreferences(context: Context, kept: Kept): Promise<Kept> {
  requireSignedIn(context)
  await inTransaction(context.db, async (tx) => {
    await tx
      .insertInto('inboxPreference')
      .values({ personId: context.actor.personId, ...kept })
      .onConflict((conflict) => conflict.column('personId').doUpdateSet(kept))
      .execute()
    await recordInLedger(tx, context, { did: 'inbox.preferences-kept', ...kept })
  })
  return kept
}

/** Who gave this address as the own; undefined when nobody did, or several. */
export async function findPersonByMail(reader: Reader, address: string) {
  const rows = await reader
    .selectFrom('inboxPreference')
    .innerJoin('directoryPerson as person', 'person.id', 'inboxPreference.personId')
    .select(['person.id', 'person.name', 'person.unitId'])
    .where(sql<boolean>`lower(inbox_preference.mail) = ${address.toLowerCase()}`)
    .where('person.state', '=', 'active')
    .limit(2)
    .execute()
  return rows.length === 1 ? rows[0] : undefined
}
