import type { OccurrenceId } from '@shiji/contract/upkeep'
import { EARLY_MINUTES } from '@shiji/kernel/upkeep/check-in'
import { listOpenTickets } from '#modules/desk'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { clockText } from '../occurrences/settle-occurrence.ts'
import { lockShift } from './check-in.ts'
import { lockHandOver } from './hand-over-store.ts'
import { findNextShift } from './next-shift.ts'
import { findShift } from './shift-store.ts'
import { getShift, tellRoster } from './tell-roster.ts'

/** 交班: whoever leaves signs, with a note and what is open at that moment. */
export async function giveHandOver(context: Context, { id, note }: { id: OccurrenceId; note: string }) {
  requirePermission(context, 'upkeep.work')
  const { actor, now, db } = context
  return inTransaction(db, async (tx) => {
    const shift = await lockShift(tx, id)
    const seen = (await findShift(tx, { actor, now }, id)) ?? refuse('not-found')
    const turn = seen.turns.find(({ isMine }) => isMine) ?? refuse('not-on-roster')
    if (shift.kind !== 'duty') refuse('not-found')
    if (turn.inAt === null) refuse('not-checked-in')
    const earliest = shift.dueAt.subtract({ minutes: EARLY_MINUTES })
    if (Temporal.Instant.compare(now, earliest) < 0) refuse('not-open-yet', { opensAt: clockText(earliest) })
    if ((await lockHandOver(tx, id)) !== undefined) refuse('checked-already')

    const tickets = await listOpenTickets(tx, shift.unitId)
    const given = { occurrenceId: id, note, givenAt: now, givenBy: actor.personId }
    await tx
      .insertInto('upkeepHandOver')
      .values({ ...given, tickets: JSON.stringify(tickets) })
      .execute()
    const open = tickets.map(({ number }) => number)
    await recordInLedger(tx, context, { did: 'upkeep.hand-over-given', occurrenceId: id, note, open })
    const next = await findNextShift(tx, { actor, now }, { planId: seen.planId, dueAt: shift.dueAt })
    const parameters = { actor: turn.person.name, opinion: note }
    await tellRoster(tx, context, {
      code: 'hand-over-waits',
      people: (next?.turns ?? []).map(({ person }) => person.id),
      shift: await getShift(tx, id),
      parameters,
    })
    return (await findShift(tx, { actor, now }, id)) ?? refuse('not-found')
  })
}
