import { sendMessages } from '#modules/inbox'
import type { Context } from '#platform/context'
import type { Tx } from '#platform/database/transaction'
import type { ReachedStep } from '../desk-events.ts'
import { saveNotices } from '../notices/notice-store.ts'

type Reminded = { readonly step: ReachedStep; readonly people: readonly string[] }

/** Whoever has the duty when a step of the escalation comes hears of it, also on the channels that leave the house. */
export async function remindDuty(tx: Tx, context: Context, { step, people }: Reminded): Promise<void> {
  const { now, newId } = context
  const { ticketId, clock, percent } = step
  const notice = { ticketId, about: 'reminder', clock, percent, sentAt: now } as const
  await saveNotices(
    tx,
    people.map((personId) => ({ ...notice, id: newId(), personId })),
  )
  const { number, what: subject } = await tx
    .selectFrom('deskTicket')
    .select(['number', 'what'])
    .where('id', '=', ticketId)
    .executeTakeFirstOrThrow()
  const parameters = { number, subject, percent: String(percent) }
  const message = { code: 'step-on-duty', parameters, subjectKind: 'ticket', subjectId: ticketId } as const
  await sendMessages(
    tx,
    context,
    people.map((personId) => ({ ...message, personId })),
  )
}
