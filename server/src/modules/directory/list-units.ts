import { Unit } from '@shiji/contract/directory'
import { type Context, requireSignedIn } from '#platform/context'
import { read } from '#platform/database/transaction'
import { visibleTo } from './person-store.ts'

export async function listUnits(context: Context) {
  requireSignedIn(context)
  const rows = await read(context.db, (reader) =>
    reader
      .selectFrom('directoryUnit')
      .select(['id', 'parentId', 'name', 'kind', 'state', 'pinyin'])
      .where(visibleTo(context.actor))
      .orderBy('name')
      .execute(),
  )
  return rows.map((row) => Unit.parse(row))
}
