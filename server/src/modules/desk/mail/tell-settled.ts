import type { Context } from '#platform/context'
import type { Tx } from '#platform/database/transaction'
import { settledLetter } from './letter-words.ts'
import { findLastMail } from './mail-store.ts'
import { writeLetter } from './write-letter.ts'

/** Whoever wrote by mail is told by mail that it is done; nobody else gets a letter. */
export async function tellSettled(tx: Tx, context: Context, { ticketId, note }: { ticketId: string; note: string }) {
  const mail = await findLastMail(tx, ticketId)
  if (mail === undefined) return
  const words = settledLetter({ number: mail.number, note, district: context.district })
  await writeLetter(tx, context, { id: context.newId(), ticketId, kind: 'settled', words, madeBy: null })
}
