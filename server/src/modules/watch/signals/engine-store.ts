import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Context } from '#platform/context'
import { inTransaction, type Tx } from '#platform/database/transaction'
import type { EngineTime } from './engine-times.ts'

/** RFC 3411 §5, SnmpEngineID: no maker's number, then octets nobody else has. */
const OWN_PREFIX = '8000000005'
const OWN_BYTES = 12

/** This server as an engine, started once more, and what it knew of others when it stopped. */
export async function startEngines({ db, now }: Context) {
  return inTransaction(db, async (tx) => {
    const fresh = `${OWN_PREFIX}${randomBytes(OWN_BYTES).toString('hex')}`
    const { engineId, boots } = await tx
      .insertInto('watchEngine')
      .values({ engineId: fresh, isOwn: true, boots: 1, seconds: 0, heardAt: now })
      .onConflict((conflict) =>
        conflict
          .column('isOwn')
          .where('isOwn', '=', true)
          .doUpdateSet({ boots: sql`watch_engine.boots + 1`, heardAt: now }),
      )
      .returning(['engineId', 'boots'])
      .executeTakeFirstOrThrow()
    const others = await tx.selectFrom('watchEngine').selectAll().where('isOwn', '=', false).execute()
    const known = others.map((one) => ({ engineId: one.engineId, boots: one.boots, seconds: one.seconds }))
    return { own: { engineId, boots }, known }
  })
}

type Heard = EngineTime & { readonly engineId: string }

export async function saveEngines(tx: Tx, engines: readonly Heard[], heardAt: Temporal.Instant): Promise<void> {
  if (engines.length === 0) return
  await tx
    .insertInto('watchEngine')
    .values(engines.map((engine) => ({ ...engine, isOwn: false, heardAt })))
    .onConflict((conflict) =>
      conflict.column('engineId').doUpdateSet(({ ref }) => ({
        ...{ boots: ref('excluded.boots'), seconds: ref('excluded.seconds'), heardAt: ref('excluded.heardAt') },
      })),
    )
    .execute()
}
