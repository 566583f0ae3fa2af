import { FaultId } from '@shiji/contract/upkeep-rounds'
import { sql } from 'kysely'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { periodEnd, periodStart } from '#platform/measure'
import { inReach } from '../visible-plans.ts'

const SHOWN = 300

export async function listFaults(context: Context, { year }: { year: number }) {
  requirePermission(context, 'upkeep.read')
  const period = { from: `${year}-01-01`, until: `${year}-12-31` }
  const rows = await read(context.db, (reader) =>
    reader
      .selectFrom('upkeepFault as fault')
      .innerJoin('upkeepVisit as visit', 'visit.id', 'fault.visitId')
      .innerJoin('upkeepPoint as point', 'point.id', 'visit.pointId')
      .innerJoin('upkeepRoute as route', 'route.id', 'point.routeId')
      .innerJoin('directoryUnit as unit', 'unit.id', 'route.unitId')
      .leftJoin('directoryPerson as mender', 'mender.id', 'fault.mendedBy')
      .select(['fault.id', 'unit.name as unit', 'point.name as point', 'point.place', 'fault.what', 'fault.mending'])
      .select(['fault.foundAt', 'fault.mendedAt', 'mender.name as mendedBy'])
      .where(inReach(context.actor, 'route.unitId'))
      .where('fault.foundAt', '>=', periodStart(period))
      .where('fault.foundAt', '<', periodEnd(period))
      .orderBy(sql`fault.mended_at is null`, 'desc')
      .orderBy('fault.foundAt', 'desc')
      .orderBy('fault.id')
      .limit(SHOWN)
      .execute(),
  )
  return rows.map(({ id, foundAt, mendedAt, ...row }) => ({
    ...row,
    id: FaultId.parse(id),
    foundAt: foundAt.toString(),
    mendedAt: mendedAt?.toString() ?? null,
  }))
}
