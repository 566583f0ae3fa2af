import type { ProbeTarget } from '@shiji/contract/watch'
import { putOnList, takeOffList } from '#modules/inbox'
import type { Context } from '#platform/context'
import { inTransaction, type Tx } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { parseTarget } from '../probe-store.ts'

type Itself = {
  readonly unitId: string
  readonly name: string
  readonly service: string
  readonly deskService: string
  /** Where this server listens on its own machine. */
  readonly port: number
}

const HERE = '127.0.0.1'

/**
 * A probe of this very server at its health address, made once and led to the port of every start. The address stands on
 * the list like any other: the old one goes when the new one comes. Whatever else people change in the probe stays.
 */
export async function watchItself(context: Context, { port, ...itself }: Itself): Promise<void> {
  const target = targetOn(port)
  await inTransaction(context.db, async (tx) => {
    const known = await lockProbe(tx, itself)
    const before = known === undefined ? null : portOf(parseTarget(known.target))
    if (before === port || (known !== undefined && before === null)) return
    if (before !== null) await takeOffList(tx, context, { host: HERE, port: before })
    await putOnList(tx, context, { host: HERE, port, reach: 'this-machine' })
    if (known === undefined) return add(tx, context, { ...itself, target })
    await tx
      .updateTable('watchProbe')
      .set({ target: JSON.stringify(target) })
      .where('id', '=', known.id)
      .execute()
    await recordInLedger(tx, context, { did: 'watch.probe-changed', probeId: known.id, after: { target } })
  })
}

function targetOn(port: number): Extract<ProbeTarget, { kind: 'http' }> {
  return {
    ...{ kind: 'http', url: `http://${HERE}:${port}/api/health`, method: 'GET', statusFrom: 200, statusTo: 200 },
    ...{ contains: 'alive', header: null, user: '', trust: 'verified', daysLeft: null },
  }
}

/** Null where somebody has turned the probe to something else. */
function portOf(target: ProbeTarget): number | null {
  const url = target.kind === 'http' ? URL.parse(target.url) : null
  return url?.hostname === HERE && url.pathname === '/api/health' ? Number(url.port) : null
}

function lockProbe(tx: Tx, { unitId, name }: Pick<Itself, 'unitId' | 'name'>) {
  return tx
    .selectFrom('watchProbe')
    .select(['id', 'target'])
    .where('unitId', '=', unitId)
    .where('name', '=', name)
    .forUpdate()
    .executeTakeFirst()
}

type Added = Omit<Itself, 'port'> & { readonly target: ProbeTarget }

async function add(tx: Tx, context: Context, { target, ...itself }: Added): Promise<void> {
  const id = context.newId()
  const rhythm = { everySeconds: 10, timeoutMs: 2_000, retries: 1, retrySeconds: 5 }
  const quorum = { kind: 'in-a-row', failures: 2, successes: 1 }
  await tx
    .insertInto('watchProbe')
    .values({
      ...{ id, ...itself, ...rhythm, target: JSON.stringify(target), quorum: JSON.stringify(quorum), sealed: '' },
      ...{ beatHash: null, beatAt: null, parentId: null, isOn: true, madeAt: context.now },
    })
    .execute()
  const after = { ...itself, ...rhythm, target, quorum, isOn: true }
  await recordInLedger(tx, context, { did: 'watch.probe-added', probeId: id, after })
}
