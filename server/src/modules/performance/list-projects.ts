import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { listFormRows } from './form-store.ts'
import { listProjectRows } from './project-store.ts'

const PAGE = 50

type Query = { readonly search: string; readonly year?: number | undefined; readonly after?: string | undefined }

export async function listProjects(context: Context, { search, year, after }: Query) {
  requirePermission(context, 'performance.read')
  return read(context.db, async (reader) => {
    const rows = await listProjectRows(reader, context.actor, { search, year, after, limit: PAGE })
    const ids = rows.map(({ id }) => id)
    const forms = Map.groupBy(await listFormRows(reader, ids, year), ({ projectId }) => projectId)
    const projects = rows.map((row) => ({ ...row, forms: (forms.get(row.id) ?? []).map(({ form }) => form) }))
    return { projects, next: rows.length === PAGE ? (ids.at(-1) ?? null) : null }
  })
}
