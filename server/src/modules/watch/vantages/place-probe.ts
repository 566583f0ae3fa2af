import { HERE, type WatchedFrom } from '@shiji/contract/watch-places'
import { visibleTo } from '#modules/directory'
import type { PersonContext } from '#platform/context'
import type { Tx } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'

type Placed = { readonly id: string; readonly watchedFrom: WatchedFrom }

/** Says where a probe is looked at from. Where that stays as it is, the series goes on as it was. */
export async function placeProbe(tx: Tx, context: PersonContext, { id, watchedFrom }: Placed): Promise<void> {
  const wanted = [...new Set<string>(watchedFrom?.vantages ?? [])].toSorted()
  const kept = await tx.selectFrom('watchLook').select('vantageId').where('probeId', '=', id).execute()
  const known = kept.map(({ vantageId }) => vantageId)
  const { vantagesNeeded } = await tx
    .selectFrom('watchProbe')
    .select('vantagesNeeded')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const isSame = wanted.join() === known.toSorted().join() && vantagesNeeded === (watchedFrom?.needed ?? null)
  if (isSame) return

  const fresh = wanted.filter((one) => !known.includes(one))
  const elsewhere = fresh.filter((one) => one !== HERE)
  const there = await visibleVantages(tx, context, elsewhere)
  if (there.length < elsewhere.length) refuse('not-found')

  const gone = known.filter((one) => !wanted.includes(one))
  if (gone.length > 0) {
    await tx.deleteFrom('watchLook').where('probeId', '=', id).where('vantageId', 'in', gone).execute()
  }
  const rows = fresh.map((vantageId) => ({ probeId: id, vantageId }))
  if (rows.length > 0) await tx.insertInto('watchLook').values(rows).execute()
  const placedAt = watchedFrom === null ? null : context.now
  await tx
    .updateTable('watchProbe')
    .set({ vantagesNeeded: watchedFrom?.needed ?? null, placedAt })
    .where('id', '=', id)
    .execute()
}

async function visibleVantages(tx: Tx, { actor }: PersonContext, ids: readonly string[]) {
  if (ids.length === 0) return []
  return tx
    .selectFrom('watchVantage as vantage')
    .innerJoin('directoryUnit', 'directoryUnit.id', 'vantage.unitId')
    .select('vantage.id')
    .where('vantage.id', 'in', [...ids])
    .where(visibleTo(actor))
    .execute()
}
