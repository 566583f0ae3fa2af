import { sql } from 'kysely'
import { type Context, requireSignedIn } from '#platform/context'
import { read } from '#platform/database/transaction'
import { entrustedTo, isOnDesk } from '../deputies/entrusted.ts'
import { READING } from './list-box.ts'

export async function countTasks(context: Context) {
  requireSignedIn(context)
  const { actor, now } = context
  return read(context.db, async (reader) => {
    const entrusted = await entrustedTo(reader, context)
    const isReading = sql<boolean>`kind in (${sql.join([...READING])})`
    const { waiting, reading, late } = await reader
      .selectFrom('flowTask')
      .innerJoin('flowCase', 'flowCase.id', 'flowTask.caseId')
      .select((column) => [
        column.fn.countAll<bigint>().filterWhere(sql<boolean>`not ${isReading}`).as('waiting'),
        column.fn.countAll<bigint>().filterWhere(isReading).as('reading'),
        column.fn.countAll<bigint>().filterWhere('dueAt', '<', now).as('late'),
      ])
      .where(isOnDesk(actor.personId, entrusted))
      .where('flowTask.state', 'in', ['open', 'asking'])
      .executeTakeFirstOrThrow()
    return { waiting: Number(waiting), reading: Number(reading), late: Number(late) }
  })
}
