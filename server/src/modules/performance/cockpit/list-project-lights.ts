import type { ProjectLights } from '@shiji/contract/cockpit'
import type { UnitId } from '@shiji/contract/directory'
import type { z } from 'zod'
import { findUnit } from '#modules/directory'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { listApproved } from '../proof/approved-store.ts'
import { countLights } from '../proof/count-lights.ts'
import { loadRows } from '../proof/load-rows.ts'
import { sayRowState } from '../proof/say-row.ts'
import { listMoney } from './cockpit-store.ts'

type Query = { readonly year: number; readonly unitId?: UnitId | undefined }

/** As many as the cockpit reads; a larger office chooses a unit. */
const MOST = 300

/** 项目库: the lights of every approved declaration of a year, with its money (screens.md S04). */
export async function listProjectLights(
  context: Context,
  { year, unitId }: Query,
): Promise<z.input<typeof ProjectLights>> {
  requirePermission(context, 'performance.read')
  return read(context.db, async (reader) => {
    if (unitId !== undefined && (await findUnit(reader, context.actor, unitId)) === undefined) refuse('not-found')
    const found = await listApproved(reader, context.actor, { year, unitId, limit: MOST + 1 })
    const declarations = found.slice(0, MOST)
    const loaded = await loadRows(reader, context, { declarations, year })
    const ids = declarations.map(({ projectId }) => projectId)
    const money = await listMoney(reader, ids, year)
    const projects = loaded.map(({ declaration: { id: formId, projectId }, rows }) => {
      const { budget = null, executed = '0' } = money.get(projectId) ?? {}
      const lights = countLights(rows.map((row) => sayRowState(context, row)))
      return { projectId, formId, lights, budget, executed }
    })
    return { year, projects, more: found.length > MOST }
  })
}
