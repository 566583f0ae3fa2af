import type { MajorState } from '@shiji/kernel/major/major-state'
import { sql } from 'kysely'
import type { Actor } from '#platform/context'
import type { Reader, Tx } from '#platform/database/transaction'
import { ticketVisibleTo } from '../tickets/ticket-visible-to.ts'

/** Major incidents whose ticket the actor may see, and, of what was announced, those that hit the own unit. */
export function majorsSeenBy(reader: Reader, actor: Actor) {
  return reader
    .selectFrom('deskMajor as major')
    .innerJoin('deskTicket as ticket', 'ticket.id', 'major.ticketId')
    .innerJoin('directoryUnit as unit', 'unit.id', 'ticket.unitId')
    .leftJoin('directoryPerson as leader', 'leader.id', 'major.leaderId')
    .selectAll('major')
    .select(['ticket.what', 'ticket.number as ticketNumber', 'ticket.state as ticketState', 'ticket.teamId'])
    .select(['unit.name as unitName', 'leader.name as leaderName'])
    .select(sql<boolean>`coalesce(${ticketVisibleTo(actor)}, false)`.as('isInside'))
    .where(sql<boolean>`(${ticketVisibleTo(actor)} or ${hits(actor)})`)
}

function hits(actor: Actor) {
  const own = actor.kind === 'person' ? actor.unitId : null
  return sql<boolean>`exists (select 1 from desk_ticket hit, directory_unit mine
    where mine.id = ${own} and (hit.id = ticket.id or hit.merged_into = ticket.id) and hit.unit_id = any(mine.ancestors))`
}

/** The incident, locked for what is done about it. */
export async function lockMajor(tx: Tx, actor: Actor, id: string) {
  const row = await majorsSeenBy(tx, actor).where('major.ticketId', '=', id).forUpdate(['major']).executeTakeFirst()
  return row?.isInside === true ? { ...row, state: row.state as MajorState } : undefined
}

export type MajorEntry = {
  readonly kind: 'declared' | 'led' | 'noted' | 'announced' | 'ended' | 'resumed' | 'reviewed'
  readonly words: string
  readonly told?: number
  readonly isPublic?: boolean
}

/** Adds a line to its course. */
export async function addEntry(
  tx: Tx,
  { ticketId, at, byId }: { ticketId: string; at: Temporal.Instant; byId: string | null },
  { kind, words, told, isPublic = false }: MajorEntry,
): Promise<void> {
  const { lastEntry: number } = await tx
    .updateTable('deskMajor')
    .set(({ eb }) => ({ lastEntry: eb('lastEntry', '+', 1) }))
    .where('ticketId', '=', ticketId)
    .returning('lastEntry')
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('deskMajorEntry')
    .values({ ticketId, number, kind, at, byId, words, told: told ?? null, isPublic })
    .execute()
}

/** Everybody at the unit that is hit, at those whose calls were merged, and below them. */
export async function peopleHit(reader: Reader, ticketId: string): Promise<string[]> {
  const rows = await reader
    .selectFrom('directoryPerson as person')
    .innerJoin('directoryUnit as unit', 'unit.id', 'person.unitId')
    .select('person.id')
    .where('person.state', '=', 'active')
    .where(
      sql<boolean>`exists (select 1 from desk_ticket hit
        where (hit.id = ${ticketId}::uuid or hit.merged_into = ${ticketId}::uuid) and hit.unit_id = any(unit.ancestors))`,
    )
    .orderBy('person.id')
    .execute()
  return rows.map(({ id }) => id)
}
