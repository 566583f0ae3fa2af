import { sql } from 'kysely'
import { inTransaction, type TenantDatabase } from '#platform/database/transaction'

const LEASE = 'probes'
/** Three renewals may be missed before another server takes over. */
const SECONDS = 15

/** Takes or renews the lease; false while another server holds it. By the clock of the database, which all share. */
export async function takeLease(db: TenantDatabase, holder: string): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const { rows } = await sql`insert into watch_lease as kept (name, holder, until_at)
      values (${LEASE}, ${holder}, now() + make_interval(secs => ${SECONDS}))
      on conflict (name) do update set holder = excluded.holder, until_at = excluded.until_at
        where kept.holder = excluded.holder or kept.until_at < now()
      returning holder`.execute(tx)
    return rows.length > 0
  })
}

/** A server that stops leaves at once what it held. */
export async function leaveLease(db: TenantDatabase, holder: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    await tx.deleteFrom('watchLease').where('holder', '=', holder).execute()
  })
}
