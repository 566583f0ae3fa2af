import type { TicketId } from '@shiji/contract/desk'
import type { PersonId } from '@shiji/contract/directory'
import { MAJOR, type MajorState } from '@shiji/kernel/major/major-state'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction, type Tx } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { findPerson } from '../callers/find-caller.ts'
import { tellHit } from './announce-major.ts'
import { addEntry, lockMajor } from './major-store.ts'

async function getMajor(tx: Tx, context: Context, id: TicketId, states: readonly MajorState[]) {
  const major = (await lockMajor(tx, context.actor, id)) ?? refuse('not-found')
  if (!states.includes(major.state)) refuse('major-state')
  return major
}

export async function leadMajor(context: Context, { id, personId }: { id: TicketId; personId: PersonId }) {
  requirePermission(context, 'desk.work')
  const { now, actor } = context
  return inTransaction(context.db, async (tx) => {
    await getMajor(tx, context, id, ['running'])
    const person = (await findPerson(tx, personId)) ?? refuse('not-found')
    await tx.updateTable('deskMajor').set({ leaderId: personId }).where('ticketId', '=', id).execute()
    await addEntry(tx, { ticketId: id, at: now, byId: actor.personId }, { kind: 'led', words: person.name })
    await recordInLedger(tx, context, { did: 'desk.major-led', ticketId: id, personId })
    return {}
  })
}

export async function noteMajor(context: Context, { id, words }: { id: TicketId; words: string }) {
  requirePermission(context, 'desk.work')
  const { now, actor } = context
  return inTransaction(context.db, async (tx) => {
    await getMajor(tx, context, id, ['running', 'over'])
    await addEntry(tx, { ticketId: id, at: now, byId: actor.personId }, { kind: 'noted', words })
    await recordInLedger(tx, context, { did: 'desk.major-noted', ticketId: id, words })
    return {}
  })
}

type End = { readonly id: TicketId; readonly words: string; readonly isOver: boolean }

export async function endMajor(context: Context, { id, words, isOver }: End) {
  requirePermission(context, 'desk.work')
  const { now, actor } = context
  return inTransaction(context.db, async (tx) => {
    const major = await getMajor(tx, context, id, ['running', 'over'])
    const state: MajorState = isOver ? 'over' : 'running'
    if (!MAJOR[major.state].includes(state)) refuse('major-state')

    const ended = { state, endedAt: isOver ? now : null, nextUpdateAt: null }
    await tx.updateTable('deskMajor').set(ended).where('ticketId', '=', id).execute()
    const told = await tellHit(tx, context, { ticketId: id, subject: `${major.number} ${major.what}`, words })
    const kind = isOver ? 'ended' : 'resumed'
    await addEntry(tx, { ticketId: id, at: now, byId: actor.personId }, { kind, words, told })
    await recordInLedger(tx, context, { did: 'desk.major-ended', ticketId: id, isOver, words, told })
    return {}
  })
}

type Review = { readonly id: TicketId; readonly course: string; readonly cause: string; readonly measures: string }

/** 复盘: written once it is over; what was found stays as it was. */
export async function reviewMajor(context: Context, { id, ...found }: Review) {
  requirePermission(context, 'desk.work')
  const { now, actor } = context
  return inTransaction(context.db, async (tx) => {
    await getMajor(tx, context, id, ['over'])

    const reviewed = { ...found, state: 'reviewed', reviewedAt: now, reviewedBy: actor.personId }
    await tx.updateTable('deskMajor').set(reviewed).where('ticketId', '=', id).execute()
    await addEntry(tx, { ticketId: id, at: now, byId: actor.personId }, { kind: 'reviewed', words: found.cause })
    await recordInLedger(tx, context, { did: 'desk.major-reviewed', ticketId: id, ...found })
    return {}
  })
}
