import type { UnitId } from '@shiji/contract/directory'
import { parseSearch } from '@shiji/kernel/search/search-text'
import type { Severity } from '@shiji/kernel/severity/ticket-class'
import type { TicketState } from '@shiji/kernel/ticket/ticket-state'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { listTicketRows, showTickets } from './ticket-rows.ts'
import { findUnitInReach } from './unit-in-reach.ts'

const PAGE = 50
const PLACE = /^(?<at>\d{4}-\d{2}-\d{2}T[\d:.]+Z) (?<id>[0-9a-f-]{36})$/

type Wanted = {
  readonly state: TicketState | 'open' | 'all'
  readonly unitId?: UnitId | undefined
  readonly severity?: Severity | undefined
  readonly service?: string | undefined
  readonly whose: 'all' | 'mine' | 'nobody'
  readonly search: string
  readonly after?: string | undefined
}

export async function listTickets(context: Context, { search, after, ...wanted }: Wanted) {
  requirePermission(context, 'desk.read')
  const query = parseSearch(search)
  const place = after === undefined ? undefined : placeOf(after)
  const { unitId } = wanted
  return read(context.db, async (reader) => {
    const isOutside = unitId !== undefined && (await findUnitInReach(reader, context.actor, unitId)) === undefined
    if (isOutside) refuse('not-found')
    const rows = await listTicketRows(reader, context.actor, { ...wanted, query, after: place, limit: PAGE })
    const last = rows.at(-1)
    const next = rows.length === PAGE && last !== undefined ? `${last.reportedAt.toString()} ${last.id}` : null
    return { tickets: await showTickets(reader, context, rows), next }
  })
}

function placeOf(after: string): { at: string; id: string } {
  const { at, id } = PLACE.exec(after)?.groups ?? refuse('not-found')
  return at === undefined || id === undefined ? refuse('not-found') : { at, id }
}
