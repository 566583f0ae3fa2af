import type { UnitId } from '@shiji/contract/directory'
import { findUnit } from '#modules/directory'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
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
    const projects = await listProjectRows(reader, context.actor, { search, year, unitId, after, limit: PAGE })
    return { projects, next: projects.length === PAGE ? (projects.at(-1)?.id ?? null) : null }
  })
}
