import { TicketId } from '@shiji/contract/desk'
import { ChangeId } from '@shiji/contract/desk-changes'
import type { ProblemId } from '@shiji/contract/desk-problem-id'
import { type Context, requirePermission } from '#platform/context'
import { type Reader, read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { findPerson } from '../callers/find-caller.ts'
import { problemsSeenBy, showProblem } from './problem-store.ts'

export async function readProblem(context: Context, { id }: { id: ProblemId }) {
  requirePermission(context, 'desk.read')
  return read(context.db, async (reader) => {
    const row =
      (await problemsSeenBy(reader, context.actor).where('problem.id', '=', id).executeTakeFirst()) ??
      refuse('not-found')
    return {
      ...showProblem(row),
      unit: row.unitName,
      cause: row.cause,
      openedBy: await nameOf(reader, row.openedBy),
      incidents: await listIncidents(reader, id),
      change: row.changeId === null ? null : await showChange(reader, row.changeId),
      closing: row.closing,
      closedAt: row.closedAt?.toString() ?? null,
      closedBy: row.closedBy === null ? null : await nameOf(reader, row.closedBy),
    }
  })
}

async function nameOf(reader: Reader, personId: string): Promise<string> {
  return (await findPerson(reader, personId))?.name ?? ''
}

/** Numbers and sentences only: whoever sees the problem is told what it caused. */
async function listIncidents(reader: Reader, problemId: string) {
  const rows = await reader
    .selectFrom('deskProblemTicket as link')
    .innerJoin('deskTicket as ticket', 'ticket.id', 'link.ticketId')
    .innerJoin('directoryUnit as unit', 'unit.id', 'ticket.unitId')
    .select(['ticket.id', 'ticket.number', 'ticket.what', 'unit.name as unit', 'ticket.reportedAt'])
    .where('link.problemId', '=', problemId)
    .orderBy('ticket.reportedAt', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, id: TicketId.parse(row.id), reportedAt: row.reportedAt.toString() }))
}

async function showChange(reader: Reader, id: string) {
  const change = await reader
    .selectFrom('deskChange')
    .select(['id', 'number', 'what'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return { ...change, id: ChangeId.parse(change.id) }
}
