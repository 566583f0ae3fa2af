import { ProjectId } from '@shiji/contract/performance'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { listDeskProjects } from './desk-projects.ts'

export async function findProjects(context: Context, { search }: { search: string }) {
  requirePermission(context, 'desk.read')
  const rows = await read(context.db, (reader) => listDeskProjects(reader, context.actor, search))
  return rows.map(({ id, name, unitName }) => ({ id: ProjectId.parse(id), name, unit: unitName }))
}
