import { TicketId } from '@shiji/contract/desk'
import { ComplaintId, type Verdict } from '@shiji/contract/desk-complaints'
import { UnitId } from '@shiji/contract/directory'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Actor, PersonContext } from '#platform/context'
import type { Reader, Tx } from '#platform/database/transaction'

/** Recorded later than this after it was received, a complaint is 补录. */
const LATE_AFTER = { hours: 24 }

type NewComplaint = {
  readonly id: string
  readonly unitId: string
  readonly teamId: string
  readonly ticketId: string | null
  /** Of a complaint about no ticket; another goes with its ticket. */
  readonly projectId: string | null
  readonly who: string
  readonly what: string
  readonly receivedAt: Temporal.Instant
  readonly recordedAt: Temporal.Instant
  readonly recordedBy: string
}

export async function saveComplaint(tx: Tx, complaint: NewComplaint): Promise<void> {
  await tx.insertInto('deskComplaint').values(complaint).execute()
}

/** The complaint, locked for its verdict, if the actor may see it. */
export function lockComplaint(tx: Tx, actor: Actor, id: string) {
  return tx
    .selectFrom('deskComplaint as complaint')
    .select(['complaint.id', 'complaint.recordedBy', 'complaint.verdict', 'complaint.unitId', 'complaint.teamId'])
    .select('complaint.receivedAt')
    .where('complaint.id', '=', id)
    .where(complaintVisibleTo(actor))
    .forUpdate()
    .executeTakeFirst()
}

type Judged = {
  readonly verdict: z.infer<typeof Verdict>
  readonly cause: string
  readonly judgedAt: Temporal.Instant
  readonly judgedBy: string
}

export async function saveVerdict(tx: Tx, id: string, judged: Judged): Promise<void> {
  await tx.updateTable('deskComplaint').set(judged).where('id', '=', id).execute()
}

export async function listComplaintRows(
  reader: Reader,
  { actor }: PersonContext,
  { from, until }: Record<'from' | 'until', Temporal.Instant>,
) {
  const rows = await reader
    .selectFrom('deskComplaint as complaint')
    .innerJoin('directoryUnit as unit', 'unit.id', 'complaint.unitId')
    .innerJoin('directoryPerson as recorder', 'recorder.id', 'complaint.recordedBy')
    .leftJoin('directoryPerson as judge', 'judge.id', 'complaint.judgedBy')
    .leftJoin('deskTicket as ticket', 'ticket.id', 'complaint.ticketId')
    .selectAll('complaint')
    .select(['unit.name as unitName', 'recorder.name as recorder', 'judge.name as judge', 'ticket.number'])
    .where('complaint.receivedAt', '>=', from)
    .where('complaint.receivedAt', '<', until)
    .where(complaintVisibleTo(actor))
    .orderBy('complaint.receivedAt', 'desc')
    .orderBy('complaint.id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: ComplaintId.parse(row.id),
    unit: { id: UnitId.parse(row.unitId), name: row.unitName },
    ticket: row.ticketId === null ? null : { id: TicketId.parse(row.ticketId), number: row.number ?? '' },
    who: row.who,
    what: row.what,
    receivedAt: row.receivedAt.toString(),
    recordedBy: row.recorder,
    isLate: Temporal.Instant.compare(row.recordedAt, row.receivedAt.add(LATE_AFTER)) > 0,
    verdict: row.verdict as z.infer<typeof Verdict> | null,
    cause: row.cause,
    judgedBy: row.judge,
    mayJudge: row.verdict === null && actor.permissions.has('desk.confirm') && row.recordedBy !== actor.personId,
  }))
}

/** Of the own unit and below, and about a team of the own unit. */
function complaintVisibleTo(actor: Actor) {
  const own = actor.kind === 'person' ? actor.unitId : null
  const inReach = sql`(select id from directory_unit where ancestors @> array[${own}]::uuid[])`
  return sql<boolean>`(complaint.unit_id in ${inReach} or complaint.team_id in ${inReach})`
}
