import type { DeviceTime } from '@shiji/contract/desk'
import { momentOf } from '@shiji/kernel/ticket/device-moment'
import type { TicketDeed } from '@shiji/kernel/ticket/ticket-deed'
import type { z } from 'zod'
import { type Context, type PersonContext, requirePermission } from '#platform/context'
import { inTransaction, type Tx } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { approvedWindows } from '../changes/approved-windows.ts'
import { tellSettled } from '../mail/tell-settled.ts'
import { tellAssigned } from '../reminders/tell-of-ticket.ts'
import { changeByDeed } from './change-by-deed.ts'
import { permissionFor } from './deed-permission.ts'
import { enterDeed } from './enter-deed.ts'
import { findDeed } from './event-store.ts'
import { openTicket } from './open-ticket.ts'
import { type LockedTicket, lockTicket } from './ticket-store.ts'

type Input = {
  readonly id: string
  readonly deedId: string
  readonly deed: TicketDeed
  readonly time: z.output<typeof DeviceTime>
}

export async function actOnTicket(context: Context, input: Input) {
  requirePermission(context, 'desk.read')

  await inTransaction(context.db, async (tx) => {
    const ticket = (await lockTicket(tx, context.actor, input.id)) ?? refuse('not-found')
    // What is outside the own unit is not there, whatever one may do.
    requirePermission(context, permissionFor(input.deed.kind, ticket))
    const done = await findDeed(tx, input.deedId)
    if (done !== undefined) return done === ticket.id ? null : refuse('ticket-id-taken')
    await act(tx, context, { ...input, ticket })
    return null
  })
  return openTicket(context, { id: input.id })
}

async function act(tx: Tx, context: PersonContext, { ticket, deedId, deed, time }: Input & { ticket: LockedTicket }) {
  const { now, actor } = context
  const { at, aheadSeconds } = momentOf(time, now.toString())
  if (deed.kind === 'pause' && deed.reason === 'approved-change') await requireWindow(tx, ticket, at)
  const { change, detail } = await changeByDeed(tx, context, { ticket, deed })
  const told = { at, aheadSeconds, device: time.device || null, enteredBy: actor.personId }
  await enterDeed(tx, context, { ticket, deed, deedId, change, detail, told })
  if (deed.kind === 'resolve') await tellSettled(tx, context, { ticketId: ticket.id, note: deed.note })
  if (deed.kind === 'reassign') await tellAssigned(tx, context, { ticketId: ticket.id, personId: deed.to })
}

/** A clock stands still for a change only inside a window that was approved and announced beforehand. */
async function requireWindow(tx: Tx, { unitId, service }: LockedTicket, at: string): Promise<void> {
  const from = Temporal.Instant.from(at)
  const windows = await approvedWindows(tx, { unitId, services: [service], from, until: from.add({ seconds: 1 }) })
  if (windows.length === 0) refuse('no-approved-window')
}
