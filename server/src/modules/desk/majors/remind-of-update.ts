import { sendMessages } from '#modules/inbox'
import type { Context } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'

/** What was promised and did not come: whoever leads is told, or whoever works on the ticket while nobody leads. */
export async function remindOfUpdate(context: Context, { ticketId }: { ticketId: string }): Promise<void> {
  const { now } = context
  await inTransaction(context.db, async (tx) => {
    const row = await tx
      .selectFrom('deskMajor as major')
      .innerJoin('deskTicket as ticket', 'ticket.id', 'major.ticketId')
      .select(['major.number', 'major.leaderId', 'major.nextUpdateAt', 'ticket.assigneeId', 'ticket.what'])
      .where('major.ticketId', '=', ticketId)
      .where('major.state', '=', 'running')
      .where('major.nextUpdateAt', '<=', now)
      .executeTakeFirst()
    const personId = row?.leaderId ?? row?.assigneeId
    if (row === undefined || personId == null) return
    const parameters = { subject: `${row.number} ${row.what}` }
    await sendMessages(tx, context, [
      { personId, code: 'update-due', parameters, subjectKind: 'major', subjectId: ticketId },
    ])
  })
}
