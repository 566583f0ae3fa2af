import type { MessageCode } from '@shiji/contract/inbox-words'
import type { Context } from '#platform/context'
import { insertRows } from '#platform/database/insert-rows'
import { sendAlong } from '#platform/database/send-along'
import type { Tx } from '#platform/database/transaction'
import { announce } from '#platform/live/announce'
import { listOpenChannels, type OpenChannel } from './channel-store.ts'
import { quietEnd } from './quiet-hours.ts'

export type NewMessage = {
  readonly personId: string
  readonly code: MessageCode
  /** What the sentence names; `opinion` is shown after it. */
  readonly parameters: Readonly<Record<string, string>>
  readonly subjectKind: string
  readonly subjectId: string
}

/** Tells people in the transaction of the deed, and queues for every channel that concerns them. Nothing leaves here. */
export async function sendMessages(tx: Tx, context: Context, messages: readonly NewMessage[]): Promise<void> {
  if (messages.length > 0) await sendThrough(tx, context, { messages, channels: await listOpenChannels(tx) })
}

type Through = { readonly messages: readonly NewMessage[]; readonly channels: readonly OpenChannel[] }

/** The same for whoever read the channels together with something else, and so spared a round trip. */
export async function sendThrough(tx: Tx, context: Context, { messages, channels }: Through): Promise<void> {
  if (messages.length === 0) return
  const made = messages.map((message) => ({ ...message, id: context.newId() }))
  const told = [...new Set(messages.map(({ personId }) => personId))]
  const rows = made.map((message) => ({ ...message, madeAt: context.now }))
  sendAlong(tx, insertRows('inboxMessage', rows))
  await announce(tx, { topic: 'messages', about: null, people: told })
  if (channels.length === 0) return
  const people = await receiversOf(tx, told)
  const deliveries = made.flatMap(({ id, personId }) => {
    const receiver = people.get(personId)
    const wanted = receiver === undefined ? [] : channels.filter((channel) => concerns(channel, receiver))
    return wanted.map(({ id: channelId, kind }) => ({
      id: context.newId(),
      messageId: id,
      channelId,
      state: 'queued',
      notBefore: kind === 'mail' && receiver !== undefined ? quietEnd(context.now, receiver) : context.now,
      attempts: 0,
      problem: '',
    }))
  })
  if (deliveries.length > 0) sendAlong(tx, insertRows('inboxDelivery', deliveries))
}

type Receiver = {
  readonly units: readonly string[]
  readonly mail: string
  readonly quietFrom: string
  readonly quietUntil: string
}

async function receiversOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Receiver>> {
  const rows = await tx
    .selectFrom('directoryPerson')
    .innerJoin('directoryUnit', 'directoryUnit.id', 'directoryPerson.unitId')
    .leftJoin('inboxPreference', 'inboxPreference.personId', 'directoryPerson.id')
    .select(['directoryPerson.id', 'directoryUnit.ancestors', 'directoryPerson.unitId'])
    .select(['inboxPreference.mail', 'inboxPreference.quietFrom', 'inboxPreference.quietUntil'])
    .where('directoryPerson.id', 'in', [...ids])
    .execute()
  return new Map(
    rows.map(({ id, ancestors, unitId, mail, quietFrom, quietUntil }) => [
      id,
      { units: [...ancestors, unitId], mail: mail ?? '', quietFrom: quietFrom ?? '', quietUntil: quietUntil ?? '' },
    ]),
  )
}

/** A letter needs an address; a group hears of the people of its unit. */
function concerns({ kind, unitId }: OpenChannel, { units, mail }: Receiver): boolean {
  return (unitId === null || units.includes(unitId)) && (kind !== 'mail' || mail !== '')
}
