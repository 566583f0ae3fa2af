import { say } from '@shiji/kernel/wording'
import type { Context } from '#platform/context'
import type { Tx } from '#platform/database/transaction'
import { saveNotices } from '../notices/notice-store.ts'
import { findTold } from '../reminders/find-told.ts'
import { enterDeed } from '../tickets/enter-deed.ts'
import { lockAnyTicket } from '../tickets/ticket-store.ts'
import type { ReadMail } from './keep-mail.ts'

const LONGEST_NOTE = 2_000
const WROTE = { zh: '{name}来信：{words}', en: '{name} wrote: {words}' }

/** A mail that goes on with a ticket is noted on it, and whoever works on it hears of it. */
export async function addToTicket(tx: Tx, context: Context, mail: ReadMail & { id: string }, ticketId: string) {
  const { now, newId, language } = context
  const ticket = await lockAnyTicket(tx, ticketId)
  const { senderName, subject } = mail.envelope
  const sentence = say(WROTE, language, { name: senderName, words: mail.words === '' ? subject : mail.words })
  const deed = { kind: 'note', note: [...sentence].slice(0, LONGEST_NOTE).join('') } as const
  const told = { at: now.toString(), aheadSeconds: 0, device: null, enteredBy: null }
  await enterDeed(tx, context, { ticket, deed, deedId: newId(), change: {}, detail: { kind: 'deed', deed }, told })

  const people = await findTold(tx, ticketId, ['assignee'])
  const about = { ticketId, about: 'mail', aboutId: mail.id, clock: null, percent: null, sentAt: now } as const
  const whom = people.length === 0 ? [null] : people
  await saveNotices(
    tx,
    whom.map((personId) => ({ ...about, id: newId(), personId })),
  )
  return { outcome: 'reply' as const, ticketId, unitId: ticket.unitId }
}
