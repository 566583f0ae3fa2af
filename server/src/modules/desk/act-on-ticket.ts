import { type DeviceTime, TicketId } from '@shiji/contract/desk'
import { clockRulesOf } from '@shiji/kernel/severity/desk-rules'
import { decideDeed } from '@shiji/kernel/ticket/decide-deed'
import { momentOf } from '@shiji/kernel/ticket/device-moment'
import type { TicketDeed } from '@shiji/kernel/ticket/ticket-deed'
import { TICKET_PROBLEMS } from '@shiji/kernel/ticket/ticket-problems'
import { say } from '@shiji/kernel/wording'
import type { z } from 'zod'
import { type Context, type PersonContext, requirePermission } from '#platform/context'
import { inTransaction, type Tx } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { changeByDeed } from './change-by-deed.ts'
import { listClocks } from './clock-store.ts'
import { computeClocks } from './compute-clocks.ts'
import { permissionFor } from './deed-permission.ts'
import { DESK_RULES } from './desk-rules.ts'
import { findDeed, listLifeEvents, saveEvent } from './event-store.ts'
import { keepTicket } from './keep-ticket.ts'
import { openTicket } from './open-ticket.ts'
import { tellAssigned } from './tell-of-ticket.ts'
import { type LockedTicket, lockTicket, moveTicket } from './ticket-store.ts'

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
  const { now, actor, language } = context
  const { change, detail } = await changeByDeed(tx, context, { ticket, deed })
  const events = await listLifeEvents(tx, ticket.id)
  const { at, aheadSeconds } = momentOf(time, now.toString())
  const number = ticket.lastEvent + 1
  const moved = decideDeed(events, deed, { number, at, enteredAt: now.toString() })
  if (!moved.ok) {
    const sentence = say(TICKET_PROBLEMS[moved.problem.code], language, moved.problem.parameters)
    refuse('desk-refused', { sentence })
  }
  const { event, standing } = moved.value

  const kept = await listClocks(tx, ticket.id)
  const severity = deed.kind === 'classify' ? deed.severity : ticket.severity
  const rules = clockRulesOf(DESK_RULES, { kind: ticket.kind, severity })
  const after = event === null ? events : [...events, event]
  const clocks = await computeClocks(tx, { unitId: ticket.unitId, events: after, kept, rules, now })

  const moment = Temporal.Instant.from(at)
  const isLate = now.since(moment).total('seconds') > DESK_RULES.lateAfterSeconds
  const entry = { number, deedId, kind: event?.kind ?? deed.kind, at: moment, enteredAt: now, aheadSeconds, isLate }
  const device = time.device || null
  await saveEvent(tx, { ...entry, ticketId: ticket.id, enteredBy: actor.personId, device, detail })
  await moveTicket(tx, ticket.id, { standing, change, lastEvent: number })
  if (deed.kind === 'reassign') await tellAssigned(tx, context, { ticketId: ticket.id, personId: deed.to })
  const before = { state: ticket.state }
  const done = { ticketId: ticket.id, number, at, deed, before, after: { state: standing.state } }
  await recordInLedger(tx, context, { did: 'desk.ticket-moved', ...done })
  await keepTicket(tx, context, { ticketId: TicketId.parse(ticket.id), clocks, throughEvent: number })
}
