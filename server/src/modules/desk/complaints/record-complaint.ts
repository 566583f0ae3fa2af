import type { TicketId } from '@shiji/contract/desk'
import { ComplaintId } from '@shiji/contract/desk-complaints'
import type { UnitId } from '@shiji/contract/directory'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { proposeProject } from '../lines/line-store.ts'
import { findDistrict, findTeam } from '../teams/team-store.ts'
import { findTicketRow } from '../tickets/ticket-rows.ts'
import { findUnitInReach } from '../tickets/unit-in-reach.ts'
import { saveComplaint } from './complaint-store.ts'
import { tellComplaint } from './tell-complaint.ts'

type Input = {
  readonly unitId: UnitId
  readonly ticketId: TicketId | null
  readonly who: string
  readonly what: string
  readonly receivedAt: string
}

/** A complaint about a ticket is about the team that served it; otherwise about whoever serves the unit. */
export async function recordComplaint(context: Context, { unitId, ticketId, who, what, receivedAt: at }: Input) {
  requirePermission(context, 'desk.log')
  const { actor, now } = context
  const receivedAt = Temporal.Instant.from(at)
  return inTransaction(context.db, async (tx) => {
    if ((await findUnitInReach(tx, actor, unitId)) === undefined) refuse('not-found')
    const ticket = ticketId === null ? null : ((await findTicketRow(tx, actor, ticketId)) ?? refuse('not-found'))
    if (Temporal.Instant.compare(receivedAt, now) > 0) refuse('not-yet-happened')
    const teamId = ticket?.teamId ?? (await findTeam(tx, unitId)) ?? (await findDistrict(tx))

    const id = context.newId()
    const projectId =
      ticketId === null ? await proposeProject(tx, { unitId, service: null, reportedAt: receivedAt }) : null
    const complaint = { id, unitId, teamId, ticketId, projectId, who, what, receivedAt }
    await saveComplaint(tx, { ...complaint, recordedAt: now, recordedBy: actor.personId })
    await recordInLedger(tx, context, { did: 'desk.complaint-recorded', ...complaint, receivedAt: at })
    await tellComplaint(tx, context, complaint)
    return { id: ComplaintId.parse(id) }
  })
}
