import type { UnitId } from '@shiji/contract/directory'
import { decimal } from '@shiji/kernel/decimal'
import { findUnit } from '#modules/directory'
import type { PersonContext } from '#platform/context'
import type { Reader } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { type Approved, listApproved } from '../proof/approved-store.ts'
import { loadRows } from '../proof/load-rows.ts'
import { type SaidRow, sayRowState } from '../proof/say-row.ts'
import { listMoney, type MoneyOfProject } from './cockpit-store.ts'

/** More declarations than one page reads; a larger office chooses a unit. */
const MOST = 300
const NOTHING: MoneyOfProject = { budget: null, executed: decimal('0') }

export type Query = { readonly year: number; readonly unitId?: UnitId | undefined }
export type Project = {
  readonly declaration: Approved
  readonly rows: readonly SaidRow[]
  readonly money: MoneyOfProject
}

/** Approved declarations of a year with what their rows say and their money; `more` when there are more than a page reads. */
export async function loadProjects(
  reader: Reader,
  context: PersonContext,
  { year, unitId }: Query,
): Promise<{ readonly projects: readonly Project[]; readonly more: boolean }> {
  if (unitId !== undefined && (await findUnit(reader, context.actor, unitId)) === undefined) refuse('not-found')
  const found = await listApproved(reader, context.actor, { year, unitId, limit: MOST + 1 })
  const declarations = found.slice(0, MOST)
  const loaded = await loadRows(reader, context, { declarations, year })
  const ids = declarations.map(({ projectId }) => projectId)
  const money = await listMoney(reader, ids, year)
  const projects = loaded.map(({ declaration, rows }) => ({
    declaration,
    rows: rows.map((row) => sayRowState(context, row)),
    money: money.get(declaration.projectId) ?? NOTHING,
  }))
  return { projects, more: found.length > MOST }
}
