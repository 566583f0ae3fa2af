import { type Context, requirePermission } from '#platform/context'
import { inTransaction, type Reader, read } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'

export async function readFiguresOut(context: Context) {
  requirePermission(context, 'watch.tell')
  return { isOpen: await read(context.db, mayTellFigures) }
}

/** Off until somebody allows it. */
export async function mayTellFigures(reader: Reader): Promise<boolean> {
  const row = await reader.selectFrom('watchFiguresOut').select('isOpen').executeTakeFirst()
  return row?.isOpen ?? false
}

export async function keepFiguresOut(context: Context, { isOpen }: { isOpen: boolean }) {
  requirePermission(context, 'watch.tell')
  const { actor, now } = context

  return inTransaction(context.db, async (tx) => {
    const row = { onlyOne: true, isOpen, keptAt: now, keptBy: actor.personId }
    await tx
      .insertInto('watchFiguresOut')
      .values(row)
      .onConflict((conflict) => conflict.column('onlyOne').doUpdateSet(row))
      .execute()
    await recordInLedger(tx, context, { did: 'watch.figures-out-kept', isOpen })
    return {}
  })
}
