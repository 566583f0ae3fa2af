import { type Message, MessageId } from '@shiji/contract/inbox'
import { MESSAGE_WORDS, type MessageCode } from '@shiji/contract/inbox-words'
import { say } from '@shiji/kernel/wording'
import { z } from 'zod'
import { type Context, requireSignedIn } from '#platform/context'
import { inTransaction, type Reader, read } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { announce } from '#platform/live/announce'

const PAGE = 50

export const MessageParameters = z.record(z.string(), z.string())

export async function listMessages(context: Context, { before }: { before?: string | undefined }) {
  requireSignedIn(context)
  const { personId } = context.actor
  return read(context.db, async (reader) => {
    let query = reader
      .selectFrom('inboxMessage')
      .select(['id', 'code', 'parameters', 'subjectKind', 'subjectId', 'madeAt', 'readAt'])
      .where('personId', '=', personId)
      .orderBy('madeAt', 'desc')
      .orderBy('id', 'desc')
      .limit(PAGE)
    if (before !== undefined) query = query.where('madeAt', '<', Temporal.Instant.from(before))
    const rows = await query.execute()
    const { unread } = await unreadOf(reader, personId)
    const messages = rows.map(({ id, code, parameters, madeAt, readAt, ...row }): z.infer<typeof Message> => {
      const words = MessageParameters.parse(parameters)
      // Older messages name their desk in Chinese only.
      const named = { nodeInEnglish: words.node ?? '', ...words }
      const sentence = say(MESSAGE_WORDS[code as MessageCode], context.language, named)
      const shown = { ...row, id: MessageId.parse(id), code, sentence, opinion: words.opinion ?? '' }
      return { ...shown, at: madeAt.toString(), readAt: readAt?.toString() ?? null }
    })
    return { messages, unread, next: rows.length === PAGE ? (messages.at(-1)?.at ?? null) : null }
  })
}

export async function countMessages(context: Context) {
  requireSignedIn(context)
  const { personId } = context.actor
  return read(context.db, (reader) => unreadOf(reader, personId))
}

async function unreadOf(reader: Reader, personId: string): Promise<{ unread: number }> {
  const { unread } = await reader
    .selectFrom('inboxMessage')
    .select((column) => column.fn.countAll<bigint>().as('unread'))
    .where('personId', '=', personId)
    .where('readAt', 'is', null)
    .executeTakeFirstOrThrow()
  return { unread: Number(unread) }
}

/** What came until a moment is read: what arrived while the list was open stays new. */
export async function readMessages(context: Context, { until }: { until: string }) {
  requireSignedIn(context)
  return inTransaction(context.db, async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('inboxMessage')
      .set({ readAt: context.now })
      .where('personId', '=', context.actor.personId)
      .where('madeAt', '<=', Temporal.Instant.from(until))
      .where('readAt', 'is', null)
      .executeTakeFirstOrThrow()
    const count = Number(numUpdatedRows)
    if (count > 0) {
      await recordInLedger(tx, context, { did: 'inbox.messages-read', until, count })
      await announce(tx, { topic: 'messages', about: null, people: [context.actor.personId] })
    }
    return { read: count }
  })
}
