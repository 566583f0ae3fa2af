import type { UnitId } from '@shiji/contract/directory'
import type { ProjectId } from '@shiji/contract/performance'
import { findUnit } from '#modules/directory'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { findProject } from '../project-store.ts'
import { listApproved } from './approved-store.ts'
import { loadRows, sayDeclaration } from './load-rows.ts'

type Query = { readonly year: number; readonly projectId?: ProjectId | undefined; readonly unitId?: UnitId | undefined }

/** More declarations than a board can show; the person names a project. */
const MOST = 40

export async function readBoard(context: Context, { year, projectId, unitId }: Query) {
  requirePermission(context, 'performance.read')
  return read(context.db, async (reader) => {
    const isUnseen = projectId !== undefined && (await findProject(reader, context.actor, projectId)) === undefined
    if (isUnseen) refuse('not-found')
    if (unitId !== undefined && (await findUnit(reader, context.actor, unitId)) === undefined) refuse('not-found')
    const found = await listApproved(reader, context.actor, { year, projectId, unitId, limit: MOST + 1 })
    const declarations = found.slice(0, MOST)
    const loaded = await loadRows(reader, context, { declarations, year })
    return {
      year,
      declarations: loaded.map((one) => sayDeclaration(context, one)),
      more: found.length > MOST,
    }
  })
}
