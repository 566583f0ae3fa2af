import type { Context } from '#platform/context'
import type { Tx } from '#platform/database/transaction'
import { saveNotices } from '../notices/notice-store.ts'
import { findTold } from '../reminders/find-told.ts'

/** Tells the team of a ticket nobody of the desk has logged; without anybody there, the desk as a whole. */
export async function tellTeam(tx: Tx, { now, newId }: Context, ticketId: string): Promise<void> {
  const people = await findTold(tx, ticketId, ['team'])
  const about = { ticketId, about: 'assigned', clock: null, percent: null, sentAt: now } as const
  const whom = people.length === 0 ? [null] : people
  await saveNotices(
    tx,
    whom.map((personId) => ({ ...about, id: newId(), personId })),
  )
}
