import { UnitId } from '@shiji/contract/directory'
import { type Channel, ChannelId } from '@shiji/contract/inbox'
import type { z } from 'zod'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { parseSettings, sayProblem } from './channel-store.ts'

type Row = z.infer<typeof Channel>

export async function listChannels(context: Context): Promise<Row[]> {
  requirePermission(context, 'inbox.manage')
  return read(context.db, async (reader) => {
    const rows = await reader
      .selectFrom('inboxChannel')
      .leftJoin('directoryUnit', 'directoryUnit.id', 'inboxChannel.unitId')
      .selectAll('inboxChannel')
      .select('directoryUnit.name as unit')
      .orderBy('inboxChannel.name')
      .execute()
    const counts = await reader
      .selectFrom('inboxDelivery')
      .select((column) => ['channelId', 'state', column.fn.countAll<bigint>().as('count')])
      .groupBy(['channelId', 'state'])
      .execute()
    const countOf = (channelId: string, ...states: string[]) =>
      counts
        .filter((one) => one.channelId === channelId && states.includes(one.state))
        .reduce((sum, { count }) => sum + Number(count), 0)
    return rows.map(({ id, name, isOn, unitId, unit, settings: kept, perMinute, workedAt, failedAt, problem }): Row => {
      return {
        ...{ name, isOn, perMinute },
        ...parseSettings(kept),
        id: ChannelId.parse(id),
        unitId: unitId === null ? null : UnitId.parse(unitId),
        unit: unit ?? '',
        light: lightOf(workedAt, failedAt),
        workedAt: workedAt?.toString() ?? null,
        failedAt: failedAt?.toString() ?? null,
        problem: sayProblem(problem, context.language),
        counts: { queued: countOf(id, 'queued', 'sending'), sent: countOf(id, 'sent'), failed: countOf(id, 'failed') },
      }
    })
  })
}

function lightOf(worked: Temporal.Instant | null, failed: Temporal.Instant | null): Row['light'] {
  if (worked === null && failed === null) return 'none'
  if (worked === null) return 'bad'
  return failed === null || Temporal.Instant.compare(worked, failed) > 0 ? 'good' : 'bad'
}
