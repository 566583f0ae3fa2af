import type { TicketId } from '@shiji/contract/desk'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction, type Tx } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { officeDay } from '#platform/office-day'
import { refuse } from '#platform/refusal'
import { nextRegisterNumber } from '../changes/change-store.ts'
import { lockTicket } from '../tickets/ticket-store.ts'
import { addEntry } from './major-store.ts'

export async function declareMajor(context: Context, { id, reason }: { id: TicketId; reason: string }) {
  requirePermission(context, 'desk.work')
  const { actor } = context
  return inTransaction(context.db, async (tx) => {
    const ticket = (await lockTicket(tx, actor, id)) ?? refuse('not-found')
    if (ticket.kind !== 'incident') refuse('incidents-only')
    if (await isMajor(tx, id)) refuse('major-already')
    await declare(tx, context, { ticketId: id, reason, by: actor.personId })
    return {}
  })
}

/** The most severe incidents are major by the rule, without anybody saying so; once. */
export async function declareBySeverity(
  tx: Tx,
  context: Context,
  { ticketId, kind, severity }: { ticketId: string; kind: string; severity: string },
): Promise<void> {
  if (kind !== 'incident' || severity !== 'major' || (await isMajor(tx, ticketId))) return
  await declare(tx, context, { ticketId, reason: '', by: null })
}

async function isMajor(tx: Tx, ticketId: string): Promise<boolean> {
  const row = await tx.selectFrom('deskMajor').select('ticketId').where('ticketId', '=', ticketId).executeTakeFirst()
  return row !== undefined
}

type Declared = { readonly ticketId: string; readonly reason: string; readonly by: string | null }

async function declare(tx: Tx, context: Context, { ticketId, reason, by }: Declared): Promise<void> {
  const { now } = context
  const number = await nextRegisterNumber(tx, { register: 'major', prefix: 'ZD', year: officeDay(now).year })
  const empty = { course: '', cause: '', measures: '', lastEntry: 0 }
  const row = { ticketId, number, state: 'running', declaredAt: now, declaredBy: by, reason, ...empty }
  await tx.insertInto('deskMajor').values(row).execute()
  await addEntry(tx, { ticketId, at: now, byId: by }, { kind: 'declared', words: reason })
  await recordInLedger(tx, context, { did: 'desk.major-declared', ticketId, number, reason, byRule: by === null })
}
