import { ChannelId, type ChannelSettings } from '@shiji/contract/inbox'
import { findUnit } from '#modules/directory'
import { type Context, type PersonContext, requirePermission } from '#platform/context'
import { inTransaction, type Tx } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { readDestination } from '#platform/outgoing/post-outgoing'
import { refuse } from '#platform/refusal'
import { loadCarrier, sealKeys, settingsRow } from './channel-store.ts'

type Given = {
  readonly name: string
  readonly isOn: boolean
  readonly unitId: string | null
  readonly settings: ChannelSettings
  readonly url: string
  readonly secret: string | null
}

export async function addChannel(context: Context, given: Given): Promise<{ id: ChannelId }> {
  requirePermission(context, 'inbox.manage')
  return inTransaction(context.db, async (tx) => {
    const id = ChannelId.parse(context.newId())
    await refuseUnfit(tx, context, { ...given, id })
    requireSecret(given.settings, given.secret ?? '')

    const { name, isOn, unitId, settings, url, secret } = given
    const row = { name, isOn, unitId, kind: settings.kind, settings: settingsRow(settings, url) }
    const sealed = sealKeys(context, id, { url, secret: secret ?? '', formerSecret: '' })
    const rest = { sealed, perMinute: PER_MINUTE[settings.kind], problem: '' }
    await tx
      .insertInto('inboxChannel')
      .values({ id, ...row, ...rest })
      .execute()
    await recordInLedger(tx, context, { did: 'inbox.channel-added', channelId: id, name, isOn, unitId, settings })
    return { id }
  })
}

/** Requests a minute. Robots of groups are cut off after twenty (the makers' own limits). */
const PER_MINUTE: Readonly<Record<ChannelSettings['kind'], number>> = {
  mail: 60,
  webhook: 600,
  wecom: 20,
  dingtalk: 20,
  feishu: 20,
}

export async function changeChannel(context: Context, { id, ...given }: Given & { id: ChannelId }) {
  requirePermission(context, 'inbox.manage')
  await inTransaction(context.db, async (tx) => {
    const kept = (await loadCarrier(tx, context, id)) ?? refuse('not-found')
    const url = given.url === '' ? (kept.keys?.url ?? '') : given.url
    await refuseUnfit(tx, context, { ...given, url, id })
    const secret = given.secret ?? kept.keys?.secret ?? ''
    requireSecret(given.settings, secret)

    const { name, isOn, unitId, settings } = given
    const secretChanged = secret !== kept.keys?.secret
    const former = secretChanged ? kept.keys?.secret : kept.keys?.formerSecret
    const sealed = sealKeys(context, id, { url, secret, formerSecret: former ?? '' })
    const row = { name, isOn, unitId, kind: settings.kind, settings: settingsRow(settings, url), sealed }
    await tx.updateTable('inboxChannel').set(row).where('id', '=', id).execute()
    const changed = { name, isOn, unitId, settings, secretChanged }
    await recordInLedger(tx, context, { did: 'inbox.channel-changed', channelId: id, ...changed })
  })
  return {}
}

async function refuseUnfit(
  tx: Tx,
  { actor }: PersonContext,
  { id, name, unitId, settings, url }: Given & { id: string },
) {
  if (unitId !== null && (await findUnit(tx, actor, unitId)) === undefined) refuse('not-found')
  const twin = await tx
    .selectFrom('inboxChannel')
    .select('id')
    .where('name', '=', name)
    .where('id', '<>', id)
    .executeTakeFirst()
  if (twin !== undefined) refuse('channel-name-taken', { name })
  if (settings.kind !== 'mail' && readDestination(url) === null) refuse('channel-address-unreadable')
}

/** Standard Webhooks: 24 bytes or more, in base64 after `whsec_`. */
function requireSecret({ kind }: ChannelSettings, secret: string): void {
  if (kind === 'webhook' && !/^whsec_[A-Za-z0-9+/]{32,}={0,2}$/.test(secret)) refuse('channel-secret-unfit')
}
