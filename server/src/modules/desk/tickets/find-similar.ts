import type { UnitId } from '@shiji/contract/directory'
import { parseSearch } from '@shiji/kernel/search/search-text'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { listTicketRows, showTickets } from './ticket-rows.ts'
import { findUnitInReach } from './unit-in-reach.ts'

const LATELY = Temporal.Duration.from({ minutes: 30 })
const SHOWN = 5

/** 同一单位刚报过的同类工单: what may be one fault called in twice. */
export async function findSimilar(context: Context, { unitId, service }: { unitId: UnitId; service: string }) {
  requirePermission(context, 'desk.log')
  const { actor, now } = context
  const wanted = {
    state: 'open',
    whose: 'all',
    query: parseSearch(''),
    since: now.subtract(LATELY),
    limit: SHOWN,
  } as const
  return read(context.db, async (reader) => {
    if ((await findUnitInReach(reader, actor, unitId)) === undefined) refuse('not-found')
    return showTickets(reader, context, await listTicketRows(reader, actor, { ...wanted, unitId, service }))
  })
}
