import { randomBytes } from 'node:crypto'
import { VantageId } from '@shiji/contract/watch-places'
import { sql } from 'kysely'
import { visibleTo } from '#modules/directory'
import { type Context, type PersonContext, requirePermission } from '#platform/context'
import { inTransaction, read, type Tx } from '#platform/database/transaction'
import { violates } from '#platform/database/violation'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { hashOfWord } from '../probe-store.ts'

export async function listVantages(context: Context) {
  requirePermission(context, 'watch.read')
  const rows = await read(context.db, (reader) =>
    reader
      .selectFrom('watchVantage as vantage')
      .innerJoin('directoryUnit', 'directoryUnit.id', 'vantage.unitId')
      .select(['vantage.id', 'vantage.name', 'vantage.isOn', 'vantage.heardAt', 'vantage.clockMs'])
      .select('directoryUnit.name as unit')
      .select(sql<number>`(select count(*)::int from watch_look where vantage_id = vantage.id)`.as('probes'))
      .where(visibleTo(context.actor))
      .orderBy('vantage.name')
      .orderBy('vantage.id')
      .execute(),
  )
  return rows.map(({ id, heardAt, ...row }) => {
    return { ...row, id: VantageId.parse(id), heardAt: heardAt?.toString() ?? null }
  })
}

export async function addVantage(context: Context, { name }: { name: string }) {
  requirePermission(context, 'watch.manage')
  const id = VantageId.parse(context.newId())
  const word = makeWord()

  return inTransaction(context.db, async (tx) => {
    const row = { id, unitId: context.actor.unitId, name, wordHash: hashOfWord(word), isOn: true, madeAt: context.now }
    await tx.insertInto('watchVantage').values(row).execute()
    await recordInLedger(tx, context, { did: 'watch.vantage-added', vantageId: id, after: { name } })
    return { id, word }
  }).catch((error: unknown) => {
    if (violates(error, 'watch_vantage_once')) refuse('vantage-name-taken', { name })
    throw error
  })
}

export async function renewVantage(context: Context, { id }: { id: VantageId }) {
  requirePermission(context, 'watch.manage')
  const word = makeWord()
  return inTransaction(context.db, async (tx) => {
    await lockVantage(tx, context, id)

    await tx
      .updateTable('watchVantage')
      .set({ wordHash: hashOfWord(word) })
      .where('id', '=', id)
      .execute()
    await recordInLedger(tx, context, { did: 'watch.vantage-renewed', vantageId: id })
    return { word }
  })
}

export async function switchVantage(context: Context, { id, isOn }: { id: VantageId; isOn: boolean }) {
  requirePermission(context, 'watch.manage')
  return inTransaction(context.db, async (tx) => {
    const before = (await lockVantage(tx, context, id)).isOn

    await tx.updateTable('watchVantage').set({ isOn }).where('id', '=', id).execute()
    await recordInLedger(tx, context, { did: 'watch.vantage-switched', vantageId: id, before, after: isOn })
    return {}
  })
}

/** It is all a place has to show, so it is as long as a key. */
function makeWord(): string {
  return `vantage-${randomBytes(32).toString('base64url')}`
}

async function lockVantage(tx: Tx, { actor }: PersonContext, id: VantageId) {
  const vantage = await tx
    .selectFrom('watchVantage as vantage')
    .innerJoin('directoryUnit', 'directoryUnit.id', 'vantage.unitId')
    .select('vantage.isOn')
    .where('vantage.id', '=', id)
    .where(visibleTo(actor))
    .forUpdate(['vantage'])
    .executeTakeFirst()
  return vantage ?? refuse('not-found')
}
