import type { TicketId } from '@shiji/contract/desk'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { lockTicket } from '../tickets/ticket-store.ts'
import { showOrder } from './show-order.ts'
import { saveLines, saveNewOrder } from './work-store.ts'

type Input = { readonly id: TicketId; readonly what: string; readonly steps: readonly string[] }

export async function openWork(context: Context, { id: ticketId, what, steps: planned }: Input) {
  requirePermission(context, 'desk.work')
  const { actor, now } = context
  return inTransaction(context.db, async (tx) => {
    if ((await lockTicket(tx, actor, ticketId)) === undefined) refuse('not-found')

    const id = context.newId()
    const steps = planned.map((step) => ({ what: step, state: 'open' as const, note: '' }))
    await saveNewOrder(tx, { id, ticketId, what, openedAt: now, openedBy: actor.personId })
    await saveLines(tx, id, { steps, parts: [], spans: [] })
    await recordInLedger(tx, context, { did: 'desk.work-opened', ticketId, workOrderId: id, what, steps: planned })
    return showOrder(tx, actor, { id, ticketId })
  })
}
