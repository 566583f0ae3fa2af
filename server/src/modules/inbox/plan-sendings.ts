import type { ChannelKind } from '@shiji/contract/inbox'
import type { Context } from '#platform/context'
import { inTransaction, type Tx } from '#platform/database/transaction'
import { enqueue } from '#platform/jobs/job'
import { CARRY } from './carry-sending.ts'

const LOOKED_AT = 5000
/** So few go one by one to a group; more become one digest. */
const SINGLY = 3

/** Every minute: what waits is packed for each channel within its rate, and each parcel becomes work of its own. */
export async function planSendings(context: Context): Promise<void> {
  await inTransaction(context.db, async (tx) => {
    const channels = await tx
      .selectFrom('inboxChannel')
      .select(['id', 'kind', 'perMinute'])
      .where('isOn', '=', true)
      .orderBy('id')
      .forUpdate()
      .skipLocked()
      .execute()
    for (const { id, kind, perMinute } of channels) {
      const free = perMinute - (await sentLastMinute(tx, id, context.now))
      if (free <= 0) continue
      const queued = await queuedOf(tx, id, context.now)
      for (const parcel of packed(kind as ChannelKind, queued, free)) await plan(tx, context, { channelId: id, parcel })
    }
  })
}

type Queued = { readonly id: string; readonly personId: string }

async function queuedOf(tx: Tx, channelId: string, now: Temporal.Instant): Promise<Queued[]> {
  return tx
    .selectFrom('inboxDelivery')
    .innerJoin('inboxMessage', 'inboxMessage.id', 'inboxDelivery.messageId')
    .select(['inboxDelivery.id', 'inboxMessage.personId'])
    .where('inboxDelivery.channelId', '=', channelId)
    .where('inboxDelivery.state', '=', 'queued')
    .where('inboxDelivery.notBefore', '<=', now)
    .orderBy('inboxDelivery.notBefore')
    .orderBy('inboxDelivery.id')
    .limit(LOOKED_AT)
    .execute()
}

async function sentLastMinute(tx: Tx, channelId: string, now: Temporal.Instant): Promise<number> {
  const { count } = await tx
    .selectFrom('inboxSending')
    .select((column) => column.fn.countAll<bigint>().as('count'))
    .where('channelId', '=', channelId)
    .where('plannedAt', '>', now.subtract({ minutes: 1 }))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Letters by person, calls one by one, groups in few words. */
function packed(kind: ChannelKind, queued: readonly Queued[], free: number): (readonly Queued[])[] {
  const singly = queued.map((one) => [one])
  switch (kind) {
    case 'mail':
      return [...Map.groupBy(queued, ({ personId }) => personId).values()].slice(0, free)
    case 'webhook':
      return singly.slice(0, free)
    case 'wecom':
    case 'dingtalk':
    case 'feishu':
      if (queued.length === 0) return []
      return queued.length <= Math.min(SINGLY, free) ? singly : [queued]
  }
}

async function plan(tx: Tx, context: Context, { channelId, parcel }: { channelId: string; parcel: readonly Queued[] }) {
  const sendingId = context.newId()
  await tx
    .insertInto('inboxSending')
    .values({ id: sendingId, channelId, plannedAt: context.now, problem: '' })
    .execute()
  await tx
    .updateTable('inboxDelivery')
    .set(({ eb }) => ({ state: 'sending', sendingId, attempts: eb('attempts', '+', 1) }))
    .where(
      'id',
      'in',
      parcel.map(({ id }) => id),
    )
    .execute()
  await enqueue(tx, context, { job: CARRY, payload: { sendingId } })
}
