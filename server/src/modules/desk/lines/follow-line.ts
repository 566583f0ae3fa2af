import { chooseLine, type ServiceLine } from '@shiji/kernel/ticket/choose-line'
import { sql } from 'kysely'
import type { Context } from '#platform/context'
import type { Tx } from '#platform/database/transaction'
import { tell } from '#platform/events'
import { MEASURE_CHANGED, periodStart } from '#platform/measure'
import { officeDay } from '#platform/office-day'
import { DESK_MEASURES } from '../measures/desk-measures.ts'
import { listLinesOf } from './line-store.ts'

const AT_ONCE = 1_000

type Line = { readonly unitId: string; readonly service: string | null; readonly startsOn: string }
type Moved = {
  readonly id: string
  readonly unitId: string
  readonly teamId: string
  readonly day: string
  readonly to: string | null
}

/**
 * The tickets a new line speaks of go where the lines now say, except those somebody has put under a project by hand;
 * answers how many moved. What measures knew before is kept with its time.
 */
export async function followLine(tx: Tx, context: Context, line: Line): Promise<number> {
  const moved = await findMoved(tx, line)
  for (let from = 0; from < moved.length; from += AT_ONCE) {
    await moveTickets(tx, moved.slice(from, from + AT_ONCE), context.now)
  }

  const measures = DESK_MEASURES.map(({ key }) => key)
  const told = moved.flatMap(({ unitId, teamId, day }) => [...new Set([unitId, teamId])].map((id) => ({ id, day })))
  for (const [unitId, some] of Map.groupBy(told, ({ id }) => id)) {
    const days = [...new Set(some.map(({ day }) => day))]
    await tell(tx, context, MEASURE_CHANGED, { measures, unitId, projectId: null, days })
  }
  return moved.length
}

async function findMoved(tx: Tx, { unitId, service, startsOn }: Line): Promise<Moved[]> {
  const tickets = await tx
    .selectFrom('deskTicket as ticket')
    .innerJoin('directoryUnit as unit', 'unit.id', 'ticket.unitId')
    .select(['ticket.id', 'ticket.unitId', 'ticket.teamId', 'ticket.service', 'ticket.reportedAt', 'ticket.projectId'])
    .where(sql<boolean>`unit.ancestors @> array[${unitId}]::uuid[]`)
    .where('ticket.isProjectByHand', '=', false)
    .where('ticket.reportedAt', '>=', periodStart({ from: startsOn, until: startsOn }))
    .$if(service !== null, (some) => some.where('ticket.service', '=', service))
    .forUpdate(['ticket'])
    .execute()
  const lines = new Map<string, readonly ServiceLine[]>()
  for (const id of new Set(tickets.map((ticket) => ticket.unitId))) lines.set(id, await listLinesOf(tx, id))
  return tickets.flatMap(({ reportedAt, projectId, service: asked, ...ticket }) => {
    const day = officeDay(reportedAt).toString()
    const to = chooseLine(lines.get(ticket.unitId) ?? [], { service: asked, day })?.projectId ?? null
    return to === projectId ? [] : [{ ...ticket, day, to }]
  })
}

async function moveTickets(tx: Tx, moved: readonly Moved[], now: Temporal.Instant): Promise<void> {
  const to = new Map(moved.map((one) => [one.id, one.to]))
  for (const [projectId, some] of Map.groupBy(moved, (one) => one.to)) {
    const ids = some.map(({ id }) => id)
    await tx.updateTable('deskTicket').set({ projectId }).where('id', 'in', ids).execute()
  }
  const known = await tx
    .updateTable('deskTicketFact')
    .set({ knownUntil: now })
    .where('ticketId', 'in', [...to.keys()])
    .where('knownUntil', '=', sql<Temporal.Instant>`'infinity'`)
    .returningAll()
    .execute()
  const facts = known.map((fact) => ({
    ...fact,
    version: fact.version + 1,
    knownFrom: now,
    knownUntil: sql<Temporal.Instant>`'infinity'`,
    projectId: to.get(fact.ticketId) ?? null,
  }))
  await tx.insertInto('deskTicketFact').values(facts).execute()
}
