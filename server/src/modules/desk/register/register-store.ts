import type { Context } from '#platform/context'
import { insertRows } from '#platform/database/insert-rows'
import { sendAlong } from '#platform/database/send-along'
import type { Tx } from '#platform/database/transaction'
import { rowOf } from '../clocks/clock-store.ts'
import { DESK_RULES } from '../desk-rules.ts'
import type { liveThrough } from './live-through.ts'
import type { PastMoment, PastTicket } from './past-ticket.ts'

type LivedTicket = ReturnType<typeof liveThrough> & { readonly id: string; readonly past: PastTicket }

/** Tickets with their events, clocks, what was known when, and a ledger entry for every deed. */
export async function saveRegister(tx: Tx, context: Context, lived: readonly LivedTicket[]): Promise<void> {
  await tx
    .insertInto('deskTicket')
    .values(lived.map(({ ticket }) => ticket))
    .execute()
  const events = lived.flatMap((one) => eventsOf(one, context))
  for (const some of inParts(events)) await tx.insertInto('deskTicketEvent').values(some).execute()
  const clocks = lived.flatMap(({ id, clocks: all, past }) => all.map((clock) => rowOf(clock, id, past.deeds.length)))
  sendAlong(tx, insertRows('deskClock', clocks))
  const facts = lived.flatMap(({ facts: all }) =>
    all.map((fact, index) => ({ ...fact, knownUntil: all[index + 1]?.knownFrom ?? 'infinity' })),
  )
  for (const some of inParts(facts)) sendAlong(tx, insertRows('deskTicketFact', some))
  const notes = lived.flatMap((one) => notesOf(one, context))
  for (const some of inParts(notes)) await tx.insertInto('ledgerEntry').values(some).execute()
}

/** A statement takes 65 535 values. */
const ROWS_AT_ONCE = 1_000

function inParts<Row>(rows: readonly Row[]): Row[][] {
  return rows.flatMap((_, index) => (index % ROWS_AT_ONCE === 0 ? [rows.slice(index, index + ROWS_AT_ONCE)] : []))
}

function eventsOf({ id, past, kinds }: LivedTicket, { newId }: Context) {
  const { callerName: caller, what, lateReason: reason, deeds } = past
  const first = { kind: 'reported', detail: { kind: 'reported', caller, what, reason }, deedId: id, moment: past }
  const later = deeds.map((moment, index) => ({
    kind: kinds[index] ?? '',
    detail: { kind: 'deed', deed: moment.deed },
    deedId: newId(),
    moment: moment as PastMoment,
  }))
  return [first, ...later].map(({ kind, detail, deedId, moment: { at, enteredAt, by } }, number) => ({
    ticketId: id,
    number,
    deedId,
    kind,
    at,
    enteredAt,
    enteredBy: by,
    device: null,
    aheadSeconds: 0,
    isLate: enteredAt.since(at).total('seconds') > DESK_RULES.lateAfterSeconds,
    detail: JSON.stringify(detail),
  }))
}

function notesOf({ id, past, ticket }: LivedTicket, { newId, requestId }: Context) {
  const { number, what, service, scope, unitId } = ticket
  const after = { number, what, service, scope, unitId, at: past.at.toString(), lateReason: past.lateReason }
  const first = { did: 'desk.ticket-logged', detail: { ticketId: id, after }, moment: past as PastMoment }
  const later = past.deeds.map(({ deed, ...moment }, index) => ({
    did: 'desk.ticket-moved',
    detail: { ticketId: id, number: index + 1, at: moment.at.toString(), deed },
    moment,
  }))
  return [first, ...later].map(({ did, detail, moment: { by, enteredAt } }) => ({
    id: newId(),
    at: enteredAt,
    actorId: by,
    did,
    requestId,
    detail: JSON.stringify(detail),
  }))
}
