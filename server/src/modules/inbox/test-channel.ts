import type { ChannelId } from '@shiji/contract/inbox'
import { SENDING_WORDS } from '@shiji/contract/inbox-words'
import { say } from '@shiji/kernel/wording'
import { type Context, type PersonContext, requirePermission } from '#platform/context'
import { inTransaction, type Reader, read } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { carry } from './carriers/carry.ts'
import { listAllowed, loadCarrier, noteOutcome } from './channel-store.ts'
import type { Parcel } from './compose.ts'

/** Goes out at once and alone, so that whoever sets a channel up sees whether it works. */
export async function testChannel(context: Context, { id }: { id: ChannelId }) {
  requirePermission(context, 'inbox.manage')
  const { channel, allowed, parcel, mail } = await read(context.db, async (reader) => ({
    channel: (await loadCarrier(reader, context, id)) ?? refuse('not-found'),
    allowed: await listAllowed(reader),
    ...(await trialOf(reader, context)),
  }))
  const { now } = context
  const to = channel.settings.kind === 'mail' && mail === '' ? channel.settings.from : mail
  const result = await carry({ channel, allowed, id: context.newId(), parcels: [parcel], mail: to, now })
  const problem = result.ok ? null : result.problem
  await inTransaction(context.db, async (tx) => {
    await noteOutcome(tx, { channelId: id, now, problem })
    await recordInLedger(tx, context, { did: 'inbox.channel-tested', channelId: id, worked: problem === null })
  })
  if (problem === null) return { worked: true, problem: '' }
  return { worked: false, problem: say(SENDING_WORDS[problem.code], context.language, problem.parameters) }
}

async function trialOf(
  reader: Reader,
  { actor, now, newId }: PersonContext,
): Promise<{ parcel: Parcel; mail: string }> {
  const person = await reader
    .selectFrom('directoryPerson')
    .leftJoin('inboxPreference', 'inboxPreference.personId', 'directoryPerson.id')
    .select(['directoryPerson.name', 'inboxPreference.mail'])
    .where('directoryPerson.id', '=', actor.personId)
    .executeTakeFirstOrThrow()
  const about = { subjectKind: 'channel', subjectId: newId() }
  const parcel = { messageId: newId(), personId: actor.personId, person: person.name, ...about, madeAt: now }
  return { parcel: { ...parcel, code: 'trial', parameters: {} }, mail: person.mail ?? '' }
}
