import type { ProjectId } from '@shiji/contract/performance'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { findProject } from '../project-store.ts'
import { listPaymentRows } from './money-store.ts'

const PAGE = 100
const PLACE = /^\d{4}-\d{2}-\d{2} [0-9a-f-]{36}$/

type Query = { readonly id: ProjectId; readonly year: number; readonly after?: string | undefined }

export async function listPayments(context: Context, { id, year, after }: Query) {
  requirePermission(context, 'performance.read')
  if (after !== undefined && !PLACE.test(after)) refuse('not-found')
  return read(context.db, async (reader) => {
    if ((await findProject(reader, context.actor, id)) === undefined) refuse('not-found')
    const rows = await listPaymentRows(reader, { projectId: id, year, after, limit: PAGE })
    const last = rows.at(-1)
    const next = rows.length === PAGE && last !== undefined ? `${last.paidOn} ${last.id}` : null
    return { payments: rows.map(({ id: _, ...row }) => row), next }
  })
}
