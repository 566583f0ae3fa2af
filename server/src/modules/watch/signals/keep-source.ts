import { randomBytes } from 'node:crypto'
import { isIP } from 'node:net'
import { Signing, SourceId, TrapSecurity } from '@shiji/contract/watch-signals'
import { isOfDevices, SIGNAL_KINDS, type SignalKind } from '@shiji/kernel/watch/signals/signal-kinds'
import { sql } from 'kysely'
import { z } from 'zod'
import { DESK_RULES } from '#modules/desk'
import { visibleTo } from '#modules/directory'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction, read } from '#platform/database/transaction'
import { violates } from '#platform/database/violation'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { hashOfWord, sealSecret } from '../probe-store.ts'
import { passwordsOf } from '../probes/usm.ts'
import { senderOf } from './listen-for-lines.ts'
import { makeSigningSecret } from './verify-signed.ts'

export const KeptKind = z.enum(SIGNAL_KINDS)

export async function listSources(context: Context) {
  requirePermission(context, 'watch.read')
  const rows = await read(context.db, (reader) =>
    reader
      .selectFrom('watchSource as source')
      .innerJoin('directoryUnit', 'directoryUnit.id', 'source.unitId')
      .select(['source.id', 'source.name', 'source.kind', 'source.deskService', 'source.isOn', 'source.lastAt'])
      .select(['source.senders', 'source.signing', 'source.security'])
      .select('directoryUnit.name as unit')
      .select(
        sql<number>`(select count(*)::int from watch_signal where source_id = source.id and over_at is null)`.as(
          'open',
        ),
      )
      .where(visibleTo(context.actor))
      .orderBy('source.name')
      .orderBy('source.id')
      .execute(),
  )
  return rows.map(({ id, kind, signing, security, lastAt, ...row }) => ({
    ...row,
    ...{ id: SourceId.parse(id), kind: KeptKind.parse(kind), lastAt: lastAt?.toString() ?? null },
    signing: Signing.parse(signing),
    security: TrapSecurity.parse(security),
  }))
}

type Given = {
  readonly name: string
  readonly kind: SignalKind
  readonly deskService: string
  readonly senders: readonly string[]
  readonly signing: z.output<typeof Signing>
  readonly security: z.output<typeof TrapSecurity>
  readonly passwords: string
}

/**
 * The word in the address is all a monitor has to show, so it is as long as a key. A device shows nothing but
 * the address it sends from.
 */
export async function addSource(context: Context, given: Given) {
  requirePermission(context, 'watch.manage')
  const { name, kind, deskService, senders: named, signing, security, passwords } = given
  const { actor, now } = context
  if (!DESK_RULES.services.some(({ key }) => key === deskService))
    refuse('probe-service-unknown', { service: deskService })
  const senders = [...new Set(named.map(senderOf))]
  if (isOfDevices(kind) !== senders.length > 0) refuse('source-senders', { name })
  const wrong = senders.find((sender) => isIP(sender) === 0)
  if (wrong !== undefined) refuse('source-sender-unreadable', { sender: wrong })
  if (isOfDevices(kind) && signing !== 'none') refuse('source-signing', { name })
  if (!isSecurable(given)) refuse('source-security', { name })
  const id = SourceId.parse(context.newId())
  const word = randomBytes(32).toString('base64url')
  const secret = signing === 'none' ? null : makeSigningSecret()
  const sealed = sealSecret(context.secrets, id, security === null ? (secret ?? '') : passwords)

  return inTransaction(context.db, async (tx) => {
    const row = { id, unitId: actor.unitId, name, kind, deskService, isOn: true, madeAt: now, lastAt: null }
    await tx
      .insertInto('watchSource')
      .values({
        ...{ ...row, senders, signing, sealed, wordHash: hashOfWord(word) },
        security: security === null ? null : JSON.stringify(security),
      })
      .execute()
    const after = { name, kind, deskService, senders, signing, security }
    await recordInLedger(tx, context, { did: 'watch.source-added', sourceId: id, after })
    return { id, path: isOfDevices(kind) ? null : `/api/watch/signals/${word}`, secret }
  }).catch((error: unknown) => {
    if (violates(error, 'watch_source_once')) refuse('source-name-taken', { name })
    throw error
  })
}

/** RFC 3414 §11.2: what is shorter than eight characters is guessed. */
const SHORTEST_PASSWORD = 8

function isSecurable({ kind, security, passwords }: Given): boolean {
  if (security === null) return passwords === ''
  const words = Object.values(passwordsOf(passwords))
  return kind === 'snmp-trap' && words.every((word) => word.length >= SHORTEST_PASSWORD)
}

export async function switchSource(context: Context, { id, isOn }: { id: SourceId; isOn: boolean }) {
  requirePermission(context, 'watch.manage')
  return inTransaction(context.db, async (tx) => {
    const source = await tx
      .selectFrom('watchSource as source')
      .innerJoin('directoryUnit', 'directoryUnit.id', 'source.unitId')
      .select('source.isOn')
      .where('source.id', '=', id)
      .where(visibleTo(context.actor))
      .forUpdate(['source'])
      .executeTakeFirst()
    const before = (source ?? refuse('not-found')).isOn

    await tx.updateTable('watchSource').set({ isOn }).where('id', '=', id).execute()
    await recordInLedger(tx, context, { did: 'watch.source-switched', sourceId: id, before, after: isOn })
    return {}
  })
}
