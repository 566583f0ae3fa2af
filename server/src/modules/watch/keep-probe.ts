import type { InferContractRouterInputs } from '@orpc/contract'
import { ProbeId, type ProbeTarget, type watch } from '@shiji/contract/watch'
import type { WatchedFrom } from '@shiji/contract/watch-places'
import { DESK_RULES } from '#modules/desk'
import { visibleTo } from '#modules/directory'
import { type Context, type PersonContext, requirePermission } from '#platform/context'
import { inTransaction, type Tx } from '#platform/database/transaction'
import { violates } from '#platform/database/violation'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { readDestination } from '#platform/outgoing/post-outgoing'
import { refuse } from '#platform/refusal'
import { hashOfWord, openSecret, parseTarget, placeOf, sealSecret } from './probe-store.ts'
import { placeProbe } from './vantages/place-probe.ts'

/** As the contract has read it. */
type Given = Omit<InferContractRouterInputs<typeof watch>['addProbe'], 'target' | 'watchedFrom'> & {
  readonly target: ProbeTarget
  readonly watchedFrom: WatchedFrom
}

export async function addProbe(context: Context, given: Given): Promise<{ id: ProbeId; beatWord: string | null }> {
  requirePermission(context, 'watch.manage')
  const id = ProbeId.parse(context.newId())
  refuseUnfit(given)
  const beatWord = given.target.kind === 'push' ? `beat-${context.newId()}${context.newId()}` : null

  return asNamed(given, () =>
    inTransaction(context.db, async (tx) => {
      await refuseParent(tx, context, { id, parentId: given.parentId })
      const sealed = sealSecret(context.secrets, id, given.secret ?? '')
      refuseUnseen(given, sealed)
      await tx
        .insertInto('watchProbe')
        .values({
          id,
          unitId: context.actor.unitId,
          ...rowOf(given),
          sealed,
          beatHash: beatWord === null ? null : hashOfWord(beatWord),
          madeAt: context.now,
        })
        .execute()
      await placeProbe(tx, context, { id, watchedFrom: given.watchedFrom })
      const { secret: _secret, ...after } = given
      await recordInLedger(tx, context, { did: 'watch.probe-added', probeId: id, after })
      return { id, beatWord }
    }),
  )
}

export async function changeProbe(context: Context, { id, ...given }: Given & { id: ProbeId }) {
  requirePermission(context, 'watch.manage')
  refuseUnfit(given)
  return asNamed(given, () =>
    inTransaction(context.db, async (tx) => {
      const kept = (await lockProbe(tx, context, id)) ?? refuse('not-found')
      await refuseParent(tx, context, { id, parentId: given.parentId })

      // A kept password goes to its own address alone.
      const isSamePlace = placeOf(parseTarget(kept.target)) === placeOf(given.target)
      const secret = given.secret ?? (isSamePlace ? openSecret(context.secrets, kept) : '')
      const sealed = secret === null ? kept.sealed : sealSecret(context.secrets, id, secret)
      refuseUnseen(given, sealed)
      await tx
        .updateTable('watchProbe')
        .set({ ...rowOf(given), sealed })
        .where('id', '=', id)
        .execute()
      await placeProbe(tx, context, { id, watchedFrom: given.watchedFrom })
      const { secret: _secret, ...after } = given
      const { name, service, deskService } = kept
      const before = { name, service, deskService, target: kept.target, isOn: kept.isOn }
      await recordInLedger(tx, context, { did: 'watch.probe-changed', probeId: id, before, after })
      return {}
    }),
  )
}

function rowOf({ target, quorum, secret: _secret, watchedFrom: _from, ...rest }: Given) {
  return { ...rest, target: JSON.stringify(target), quorum: JSON.stringify(quorum) }
}

async function asNamed<Value>({ name }: Given, save: () => Promise<Value>): Promise<Value> {
  return save().catch((error: unknown) => {
    if (violates(error, 'watch_probe_once')) refuse('probe-name-taken', { name })
    throw error
  })
}

/** A look is over before the next one begins. */
function refuseUnfit({ target, deskService, timeoutMs, everySeconds, retrySeconds }: Given): void {
  if (!DESK_RULES.services.some(({ key }) => key === deskService))
    refuse('probe-service-unknown', { service: deskService })
  const isPage = target.kind === 'http' || target.kind === 'scenario'
  if (isPage && readDestination(target.url) === null) refuse('probe-address-unreadable')
  if (timeoutMs > retrySeconds * 1000 || retrySeconds > everySeconds) refuse('probe-timing')
}

/** No password leaves for another place, and a heartbeat comes to this server. */
function refuseUnseen({ target, watchedFrom }: Given, sealed: string): void {
  if (watchedFrom === null) return
  const count = new Set(watchedFrom.vantages).size
  if (watchedFrom.needed > count) refuse('vantage-quorum', { needed: watchedFrom.needed, count })
  if (target.kind === 'push' || sealed !== '') refuse('vantage-unfit')
}

function lockProbe(tx: Tx, { actor }: PersonContext, id: string) {
  return tx
    .selectFrom('watchProbe')
    .innerJoin('directoryUnit', 'directoryUnit.id', 'watchProbe.unitId')
    .selectAll('watchProbe')
    .where('watchProbe.id', '=', id)
    .where(visibleTo(actor))
    .forUpdate(['watchProbe'])
    .executeTakeFirst()
}

async function refuseParent(tx: Tx, context: PersonContext, { id, parentId }: { id: string; parentId: string | null }) {
  const seen = new Set([id])
  for (let above = parentId; above !== null; ) {
    if (seen.has(above)) refuse('probe-in-a-circle')
    seen.add(above)
    above = ((await lockProbe(tx, context, above)) ?? refuse('not-found')).parentId
  }
}
