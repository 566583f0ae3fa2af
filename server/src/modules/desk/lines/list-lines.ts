import { LineId } from '@shiji/contract/desk-lines'
import { UnitId } from '@shiji/contract/directory'
import { ProjectId } from '@shiji/contract/performance'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { listLineRows } from './line-store.ts'

export async function listLines(context: Context) {
  requirePermission(context, 'desk.read')
  const rows = await read(context.db, (reader) => listLineRows(reader, context.actor))
  return rows.map(({ id, unitId, unitName, service, startsOn, projectId, projectName, setBy, setAt }) => ({
    id: LineId.parse(id),
    unit: { id: UnitId.parse(unitId), name: unitName },
    service,
    project: projectId === null ? null : { id: ProjectId.parse(projectId), name: projectName ?? '' },
    startsOn,
    setBy,
    setAt: setAt.toString(),
  }))
}
