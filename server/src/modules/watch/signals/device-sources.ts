import { SnmpSecurity } from '@shiji/contract/watch'
import type { DeviceKind } from '@shiji/kernel/watch/signals/signal-kinds'
import type { Context } from '#platform/context'
import { read } from '#platform/database/transaction'
import { openSecret } from '../probe-store.ts'
import { passwordsOf } from '../probes/usm.ts'
import type { TrapUser } from './secured-trap.ts'

/** A source devices speak to; `user` where they sign what they send. */
export type DeviceSource = { readonly id: string; readonly user: TrapUser | null }

/** Sources that take what devices say, by the addresses of their senders. One whose passwords this server cannot open hears nothing. */
export async function readSources(
  { db, secrets }: Context,
  kind: DeviceKind,
): Promise<ReadonlyMap<string, readonly DeviceSource[]>> {
  const rows = await read(db, (reader) =>
    reader
      .selectFrom('watchSource')
      .select(['id', 'senders', 'security', 'sealed'])
      .where('kind', '=', kind)
      .where('isOn', '=', true)
      .execute(),
  )
  const pairs = rows.flatMap(({ id, senders, security, sealed }) => {
    const secret = security === null ? '' : openSecret(secrets, { id, sealed })
    if (secret === null) return []
    const user =
      security === null
        ? null
        : { sourceId: id, security: SnmpSecurity.parse(security), passwords: passwordsOf(secret) }
    return senders.map((sender) => ({ sender, source: { id, user } }))
  })
  return new Map(
    [...Map.groupBy(pairs, ({ sender }) => sender)].map(([sender, of]) => [sender, of.map(({ source }) => source)]),
  )
}
