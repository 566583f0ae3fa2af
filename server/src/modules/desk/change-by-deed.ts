import type { Entry } from '@shiji/kernel/ticket/say-entry'
import type { TicketDeed } from '@shiji/kernel/ticket/ticket-deed'
import type { PersonContext } from '#platform/context'
import type { Tx } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { DESK_RULES } from './desk-rules.ts'
import { findPerson } from './find-caller.ts'
import { findTicketRow } from './ticket-rows.ts'
import type { LockedTicket, TicketChange } from './ticket-store.ts'

type Changed = { readonly change: TicketChange; readonly detail: Entry }

/** What a deed changes beside the course of the ticket; refuses what its state alone does not forbid. */
export async function changeByDeed(
  tx: Tx,
  context: PersonContext,
  { ticket, deed }: { ticket: LockedTicket; deed: TicketDeed },
): Promise<Changed> {
  const detail = { kind: 'deed' as const, deed }
  const { personId } = context.actor
  switch (deed.kind) {
    case 'accept':
      return { change: await takeOver(tx, ticket, personId), detail }
    case 'resolve':
      return { change: { manner: deed.manner, ...unlessAssigned(ticket, personId) }, detail }
    case 'close':
      if (!DESK_RULES.causes.some(({ key }) => key === deed.cause)) refuse('cause-unknown', { cause: deed.cause })
      return { change: { cause: deed.cause }, detail }
    case 'reopen':
      return { change: { cause: null }, detail }
    case 'reassign':
      return reassign(tx, ticket, deed)
    case 'classify': {
      const { severity, scope, layer } = deed
      const change = { severity, scope, layer, classifiedBy: personId, confirmedBy: null, confirmedAt: null }
      return { change, detail }
    }
    case 'confirm':
      if (ticket.classifiedBy === personId) refuse('second-person-needed')
      return { change: { confirmedBy: personId, confirmedAt: context.now }, detail }
    case 'merge':
      return merge(tx, context, { ticket, deed })
    case 'arrive':
    case 'restore':
    case 'pause':
    case 'resume':
    case 'cancel':
    case 'note':
      return { change: {}, detail }
  }
}

/** Whoever accepts works on it; one whom another accepted already is reassigned, not taken. */
async function takeOver(tx: Tx, { state, assigneeId }: LockedTicket, personId: string): Promise<TicketChange> {
  if (assigneeId !== null && assigneeId !== personId && state === 'working') {
    const other = await findPerson(tx, assigneeId)
    refuse('ticket-taken', { name: other?.name ?? '' })
  }
  return state === 'waiting' || assigneeId === null ? { assigneeId: personId } : {}
}

function unlessAssigned({ assigneeId }: LockedTicket, personId: string): TicketChange {
  return assigneeId === null ? { assigneeId: personId } : {}
}

async function reassign(
  tx: Tx,
  { teamId }: LockedTicket,
  deed: Extract<TicketDeed, { kind: 'reassign' }>,
): Promise<Changed> {
  const person = (await findPerson(tx, deed.to)) ?? refuse('not-found')
  const change = { assigneeId: person.id, ...(person.unitId === teamId ? {} : { teamId: person.unitId }) }
  return { change, detail: { kind: 'deed', deed, name: person.name } }
}

async function merge(
  tx: Tx,
  { actor }: PersonContext,
  { ticket, deed }: { ticket: LockedTicket; deed: Extract<TicketDeed, { kind: 'merge' }> },
): Promise<Changed> {
  const into = deed.into === ticket.id ? undefined : await findTicketRow(tx, actor, deed.into)
  if (into === undefined || into.state === 'withdrawn') refuse('merge-impossible')
  return { change: { mergedInto: into.id }, detail: { kind: 'deed', deed, name: into.number } }
}
