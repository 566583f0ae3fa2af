import { UnitId } from '@shiji/contract/directory'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { listTeamRows } from './team-store.ts'

export async function listTeams(context: Context) {
  requirePermission(context, 'desk.read')
  const rows = await read(context.db, (reader) => listTeamRows(reader, context.actor))
  return rows.map(({ unitId, unitName, teamId, teamName }) => ({
    unit: { id: UnitId.parse(unitId), name: unitName },
    team: { id: UnitId.parse(teamId), name: teamName },
  }))
}
