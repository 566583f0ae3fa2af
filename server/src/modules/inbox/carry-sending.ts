import type { MessageCode } from '@shiji/contract/inbox-words'
import { z } from 'zod'
import type { Context } from '#platform/context'
import { inTransaction, type Reader, read } from '#platform/database/transaction'
import { defineJob } from '#platform/jobs/job'
import { carry } from './carriers/carry.ts'
import { keepProblem, listAllowed, loadCarrier, noteOutcome, type SendingProblem } from './channel-store.ts'
import type { Parcel } from './compose.ts'
import { MessageParameters } from './list-messages.ts'

export const CARRY = defineJob('inbox.carry-sending', z.object({ sendingId: z.uuid() }))

const MOST_ATTEMPTS = 8
const LONGEST_WAIT_MINUTES = 60

/** One letter or call. Done again after a crash it carries the same number, by which the other side knows it. */
export async function carrySending(context: Context, { sendingId }: z.output<typeof CARRY.payload>): Promise<void> {
  const load = await read(context.db, (reader) => loadSending(reader, context, sendingId))
  if (load === null) return
  const { channel, parcels, mail, allowed } = load
  const result = await carry({ channel, allowed, id: sendingId, parcels, mail, now: context.now })
  const problem = result.ok ? null : result.problem
  await inTransaction(context.db, async (tx) => {
    const { now } = context
    const sent = problem === null ? { sentAt: now } : { problem: keepProblem(problem) }
    await tx.updateTable('inboxSending').set(sent).where('id', '=', sendingId).execute()
    const deliveries = await tx
      .selectFrom('inboxDelivery')
      .select(['id', 'attempts'])
      .where('sendingId', '=', sendingId)
      .where('state', '=', 'sending')
      .execute()
    for (const [attempts, same] of Map.groupBy(deliveries, (one) => one.attempts)) {
      const ids = same.map(({ id }) => id)
      await tx
        .updateTable('inboxDelivery')
        .set(outcomeOf(problem, attempts, now))
        .where('id', 'in', ids)
        .execute()
    }
    await noteOutcome(tx, { channelId: channel.id, now, problem })
  })
}

function outcomeOf(problem: SendingProblem | null, attempts: number, now: Temporal.Instant) {
  if (problem === null) return { state: 'sent', sentAt: now, problem: '' }
  const kept = { problem: keepProblem(problem) }
  if (attempts >= MOST_ATTEMPTS) return { ...kept, state: 'failed' }
  const minutes = Math.min(2 ** (attempts - 1), LONGEST_WAIT_MINUTES)
  return { ...kept, state: 'queued', notBefore: now.add({ minutes }), sendingId: null }
}

/** Null once it was carried, or when nothing of it waits any more. */
async function loadSending(reader: Reader, context: Context, id: string) {
  const sending = await reader.selectFrom('inboxSending').selectAll().where('id', '=', id).executeTakeFirst()
  if (sending === undefined || sending.sentAt !== null || sending.problem !== '') return null
  const channel = await loadCarrier(reader, context, sending.channelId)
  const rows = await reader
    .selectFrom('inboxDelivery')
    .innerJoin('inboxMessage', 'inboxMessage.id', 'inboxDelivery.messageId')
    .innerJoin('directoryPerson', 'directoryPerson.id', 'inboxMessage.personId')
    .leftJoin('inboxPreference', 'inboxPreference.personId', 'inboxMessage.personId')
    .select(['inboxMessage.id as messageId', 'inboxMessage.personId', 'directoryPerson.name as person'])
    .select(['inboxMessage.code', 'inboxMessage.parameters', 'inboxMessage.subjectKind', 'inboxMessage.subjectId'])
    .select(['inboxMessage.madeAt', 'inboxPreference.mail'])
    .where('inboxDelivery.sendingId', '=', id)
    .where('inboxDelivery.state', '=', 'sending')
    .orderBy('inboxMessage.madeAt')
    .orderBy('inboxMessage.id')
    .execute()
  if (channel === undefined || rows.length === 0) return null
  const parcels = rows.map(({ mail: _, code, parameters, ...row }): Parcel => {
    return { ...row, code: code as MessageCode, parameters: MessageParameters.parse(parameters) }
  })
  return { channel, parcels, mail: rows[0]?.mail ?? '', allowed: await listAllowed(reader) }
}
