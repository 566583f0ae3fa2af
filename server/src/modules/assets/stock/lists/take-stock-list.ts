import { createHash } from 'node:crypto'
import type { PlannedStockItem } from '@shiji/kernel/assets/plan-stock'
import { isZero } from '@shiji/kernel/decimal'
import { say } from '@shiji/kernel/wording'
import { type Context, type PersonContext, requirePermission } from '#platform/context'
import { inTransaction, type Tx } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { inPieces } from '#platform/lists/in-pieces'
import { officeDay } from '#platform/office-day'
import { refuse } from '#platform/refusal'
import { countsOf } from '../../lists/show-list-plan.ts'
import { ensureRooms, keyOfRoom } from '../../room-store.ts'
import { saveMovement } from '../movement-store.ts'
import { openStockList } from './read-stock-list.ts'
import { planStockList } from './stock-ground.ts'

const OPENING = { zh: '期初', en: 'Opening' }

/** Takes all of a list or nothing of it, and only as it was looked at. */
export async function takeStockList(context: Context, { file, fingerprint }: { file: File; fingerprint: string }) {
  requirePermission(context, 'assets.write')
  const list = await openStockList(file, context.language)

  return inTransaction(context.db, async (tx) => {
    // Two lists of one unit wait for one another.
    await tx.selectFrom('directoryUnit').select('id').where('id', '=', context.actor.unitId).forUpdate().execute()
    const plan = await planStockList(tx, context, list.sheet)
    if (plan.problems.length > 0) refuse('list-wrong', { count: plan.problems.length })
    if (plan.fingerprint !== fingerprint) refuse('list-read-again')

    await saveItems(tx, context, plan)
    const sha256 = createHash('sha256').update(list.bytes).digest('hex')
    await recordInLedger(tx, context, { did: 'assets.stock-list-taken', file: list.name, sha256, ...countsOf(plan) })
    return countsOf(plan)
  })
}

type Planned = { readonly made: readonly PlannedStockItem[]; readonly changed: readonly PlannedStockItem[] }

/** What a new item begins with is its first entry; how many there are of a known one is left alone. */
async function saveItems(tx: Tx, context: PersonContext, { made, changed }: Planned): Promise<void> {
  const rooms = await ensureRooms(tx, context, [...made, ...changed])
  const placed = ({ line: _, was: __, opening: ___, room, ...facts }: PlannedStockItem) => {
    return { ...facts, roomId: rooms.get(keyOfRoom({ unitId: facts.unitId, room })) ?? null }
  }
  const recorded = { recordedAt: context.now, recordedBy: context.actor.personId }
  const rows = made.map((one) => ({ one, row: { ...placed(one), id: context.newId(), ...recorded } }))
  for (const piece of inPieces(rows.map(({ row }) => row)))
    await tx.insertInto('assetsStockItem').values(piece).execute()
  const happenedOn = officeDay(context.now).toString()
  const note = say(OPENING, context.language)
  for (const { one, row } of rows) {
    if (isZero(one.opening)) continue
    const movement = { itemId: row.id, kind: 'entry', quantity: one.opening, happenedOn, note } as const
    await saveMovement(tx, context, { movement, owner: { unitId: row.unitId, projectId: null } })
  }
  for (const one of changed) {
    const { unitId: _, code: __, ...facts } = placed(one)
    if (one.was === null) continue
    await tx.updateTable('assetsStockItem').set(facts).where('id', '=', one.was.id).execute()
  }
}
