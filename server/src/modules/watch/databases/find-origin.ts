import type { TicketId } from '@shiji/contract/desk'
import { CheckupId } from '@shiji/contract/watch-databases'
import { say } from '@shiji/kernel/wording'
import { isTicketVisible } from '#modules/desk'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { CHECKUP_PACK } from './checkup-pack.ts'
import { findDatabase } from './database-store.ts'

/** The check-up a ticket came from; null for every other ticket one sees, and for a database one may not see. */
export async function findOrigin(context: Context, { ticketId }: { ticketId: TicketId }) {
  requirePermission(context, 'watch.read')
  const { actor, language } = context
  return read(context.db, async (reader) => {
    if (!(await isTicketVisible(reader, actor, ticketId))) refuse('not-found')
    const row = await reader
      .selectFrom('watchFollowUp')
      .innerJoin('watchCheckup', 'watchCheckup.id', 'watchFollowUp.checkupId')
      .select(['watchFollowUp.checkupId', 'watchFollowUp.databaseId', 'watchFollowUp.rule', 'watchCheckup.at'])
      .where('watchFollowUp.ticketId', '=', ticketId)
      .executeTakeFirst()
    const database = row === undefined ? undefined : await findDatabase(reader, actor, row.databaseId)
    if (row === undefined || database === undefined) return { origin: null }
    const rule = CHECKUP_PACK.rules.find(({ key }) => key === row.rule)
    const { name, service } = database
    const finding = rule === undefined ? row.rule : say(rule.name, language)
    return { origin: { checkupId: CheckupId.parse(row.checkupId), at: row.at.toString(), name, service, finding } }
  })
}
