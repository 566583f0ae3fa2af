import { randomBytes } from 'node:crypto'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction, read } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { findPageOf, pathOf } from './page-store.ts'

type Given = { readonly title: string; readonly isOpen: boolean; readonly renew: boolean }

const USUAL_TITLE = { zh: '服务状态', en: 'Service status' } as const

export async function readStatusPage(context: Context) {
  requirePermission(context, 'watch.read')
  const page = await read(context.db, (reader) => findPageOf(reader, context.actor.unitId))
  if (page === undefined) return { path: null, title: USUAL_TITLE[context.language], isOpen: false }
  return { path: pathOf(page.code), title: page.title, isOpen: page.isOpen }
}

/** Whoever has the address sees the page; another address takes it from those who have the old one. */
export async function keepStatusPage(context: Context, { title, isOpen, renew }: Given) {
  requirePermission(context, 'watch.manage')
  const { actor, now } = context

  return inTransaction(context.db, async (tx) => {
    const before = await findPageOf(tx, actor.unitId)

    const code = before === undefined || renew ? randomBytes(12).toString('base64url') : before.code
    const row = { unitId: actor.unitId, code, title, isOpen, keptAt: now, keptBy: actor.personId }
    await tx
      .insertInto('watchPage')
      .values(row)
      .onConflict((conflict) => conflict.column('unitId').doUpdateSet(row))
      .execute()
    await recordInLedger(tx, context, { did: 'watch.page-kept', unitId: actor.unitId, title, isOpen, renew })
    return { path: pathOf(code), title, isOpen }
  })
}
