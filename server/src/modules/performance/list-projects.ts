import type { UnitId } from '@shiji/contract/directory'
import { findUnit } from '#modules/directory'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { listFormRows } from './form-store.ts'
import { listProjectRows } from './project-store.ts'

const PAGE = 50

type Query = {
  readonly search: string
  readonly year?: number | undefined
  readonly unitId?: UnitId | undefined
  readonly after?: string | undefined
}

export async function listProjects(context: Context, { search, year, unitId, after }: Query) {
  requirePermission(context, 'performance.read')
  return read(context.db, async (reader) => {
    if (unitId !== undefined && (await findUnit(reader, context.actor, unitId)) === undefined) refuse('not-found')
    const rows = await listProjectRows(reader, context.actor, { search, year, unitId, after, limit: PAGE })
    const ids = rows.map(({ id }) => id)
    const forms = Map.groupBy(await listFormRows(reader, ids, year), ({ projectId }) => projectId)
    const projects = rows.map((row) => ({ ...row, forms: (forms.get(row.id) ?? []).map(({ form }) => form) }))
    return { projects, next: rows.length === PAGE ? (ids.at(-1) ?? null) : null }
  })
}
