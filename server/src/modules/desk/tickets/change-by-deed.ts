import type { Entry } from '@shiji/kernel/ticket/say-entry'
import type { TicketDeed } from '@shiji/kernel/ticket/ticket-deed'
import type { PersonContext } from '#platform/context'
import type { Tx } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { findPerson } from '../callers/find-caller.ts'
import { DESK_RULES } from '../desk-rules.ts'
import { findDeskProject } from '../lines/desk-projects.ts'
import { countOpenSteps } from '../work-orders/work-store.ts'
import { changeOfDeed } from './change-of-deed.ts'
import { findTicketRow } from './ticket-rows.ts'
import type { LockedTicket, TicketChange } from './ticket-store.ts'

type Changed = { readonly change: TicketChange; readonly detail: Entry }
type Asked<Kind extends TicketDeed['kind']> = {
  readonly ticket: LockedTicket
  readonly deed: Extract<TicketDeed, { kind: Kind }>
}

/** What a deed changes and how it is told; refuses what the state alone does not forbid. */
export async function changeByDeed(
  tx: Tx,
  context: PersonContext,
  { ticket, deed }: { ticket: LockedTicket; deed: TicketDeed },
): Promise<Changed> {
  const { personId } = context.actor
  const change = changeOfDeed(ticket, deed, { personId, now: context.now })
  if (deed.kind === 'accept') await refuseTaken(tx, ticket, personId)
  if (deed.kind === 'close') {
    refuseUnknownCause(deed.cause)
    await refuseOpenSteps(tx, ticket)
  }
  if (deed.kind === 'confirm' && ticket.classifiedBy === personId) refuse('second-person-needed')
  if (deed.kind === 'reassign') return reassign(tx, { ticket, deed })
  if (deed.kind === 'project') return putUnder(tx, context, { deed, change })
  if (deed.kind === 'merge') return merge(tx, context, { ticket, deed })
  return { change, detail: { kind: 'deed', deed } }
}

/** Whoever accepts works on it; one whom another accepted already is reassigned, not taken. */
async function refuseTaken(tx: Tx, { state, assigneeId }: LockedTicket, personId: string): Promise<void> {
  if (assigneeId === null || assigneeId === personId || state !== 'working') return
  const other = await findPerson(tx, assigneeId)
  refuse('ticket-taken', { name: other?.name ?? '' })
}

function refuseUnknownCause(cause: string): void {
  if (!DESK_RULES.causes.some(({ key }) => key === cause)) refuse('cause-unknown', { cause })
}

/** operations.md row 48: a ticket is not closed while steps of its work orders are open. */
async function refuseOpenSteps(tx: Tx, { id }: LockedTicket): Promise<void> {
  const count = await countOpenSteps(tx, id)
  if (count > 0) refuse('work-open', { count })
}

/** The ticket goes with the person, also to another team. */
async function reassign(tx: Tx, { ticket, deed }: Asked<'reassign'>): Promise<Changed> {
  const person = (await findPerson(tx, deed.to)) ?? refuse('not-found')
  const team = person.unitId === ticket.teamId ? {} : { teamId: person.unitId }
  return { change: { assigneeId: person.id, ...team }, detail: { kind: 'deed', deed, name: person.name } }
}

type Put = { readonly deed: Extract<TicketDeed, { kind: 'project' }>; readonly change: TicketChange }

async function putUnder(tx: Tx, { actor }: PersonContext, { deed, change }: Put): Promise<Changed> {
  const project = (await findDeskProject(tx, actor, deed.to)) ?? refuse('not-found')
  return { change, detail: { kind: 'deed', deed, name: project.name } }
}

async function merge(tx: Tx, { actor }: PersonContext, { ticket, deed }: Asked<'merge'>): Promise<Changed> {
  const into = deed.into === ticket.id ? undefined : await findTicketRow(tx, actor, deed.into)
  if (into === undefined || into.state === 'withdrawn') refuse('merge-impossible')
  return { change: { mergedInto: into.id }, detail: { kind: 'deed', deed, name: into.number } }
}
