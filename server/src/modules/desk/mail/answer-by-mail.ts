import type { TicketId } from '@shiji/contract/desk'
import type { LetterId } from '@shiji/contract/desk-mail'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { lockTicket } from '../tickets/ticket-store.ts'
import { findLastMail } from './mail-store.ts'
import { writeLetter } from './write-letter.ts'

type Answer = { readonly id: TicketId; readonly letterId: LetterId; readonly words: string }

export async function answerByMail(context: Context, { id: ticketId, letterId, words }: Answer) {
  requirePermission(context, 'desk.work')
  const { actor } = context
  return inTransaction(context.db, async (tx) => {
    if ((await lockTicket(tx, actor, ticketId)) === undefined) refuse('not-found')
    const known = await tx.selectFrom('deskLetter').select('ticketId').where('id', '=', letterId).executeTakeFirst()
    if (known !== undefined) return known.ticketId === ticketId ? {} : refuse('not-found')
    if ((await findLastMail(tx, ticketId)) === undefined) refuse('nobody-wrote')

    const letter = { id: letterId, ticketId, kind: 'answer', words, madeBy: actor.personId } as const
    if (!(await writeLetter(tx, context, letter))) refuse('mailbox-off')
    await recordInLedger(tx, context, { did: 'desk.answered-by-mail', ticketId, letterId, words })
    return {}
  })
}
