import { TicketId } from '@shiji/contract/desk'
import { sql } from 'kysely'
import { visibleTo } from '#modules/directory'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'

const AT_MOST = 20

export async function listAlarms(context: Context) {
  requirePermission(context, 'watch.read')
  const rows = await read(context.db, (reader) =>
    reader
      .selectFrom('watchAlarm as alarm')
      .innerJoin('directoryUnit', 'directoryUnit.id', 'alarm.unitId')
      .select(['alarm.id', 'alarm.service', 'directoryUnit.name as unit', 'alarm.beganAt', 'alarm.overAt'])
      .leftJoin('watchSource as source', 'source.id', 'alarm.sourceId')
      .select(['alarm.ticketId', 'source.name as source'])
      .select(sql<number>`(select count(*)::int from watch_signal where alarm_id = alarm.id)`.as('signals'))
      .where(visibleTo(context.actor))
      .orderBy(sql`alarm.over_at is null`, 'desc')
      .orderBy('alarm.beganAt', 'desc')
      .orderBy('alarm.id')
      .limit(AT_MOST)
      .execute(),
  )
  return rows.map(({ beganAt, overAt, ticketId, ...row }) => ({
    ...row,
    beganAt: beganAt.toString(),
    overAt: overAt?.toString() ?? null,
    ticketId: TicketId.parse(ticketId),
  }))
}
