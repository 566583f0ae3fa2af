import { ProbeId, type ProbeTarget } from '@shiji/contract/watch'
import { listAllowed } from '#modules/inbox'
import type { Context } from '#platform/context'
import { inTransaction, type Reader, read } from '#platform/database/transaction'
import type { Allowed } from '#platform/outgoing/post-outgoing'
import { refuse } from '#platform/refusal'
import { hashOfWord, parseTarget } from '../probe-store.ts'
import { destinationOf } from '../probes/check.ts'

/** What a place is to look at, with those of the allowed addresses it needs for it and no others. */
export async function giveWork(context: Context, { word, clockMs }: { word: string; clockMs: number | null }) {
  const { db, now } = context
  const { id, name } = (await read(db, (reader) => findVantage(reader, word))) ?? refuse('not-found')

  const { rows, allowed } = await read(db, async (reader) => ({
    rows: await listWork(reader, id),
    allowed: await listAllowed(reader),
  }))
  await inTransaction(db, async (tx) => {
    const heard = { heardAt: now, ...(clockMs === null ? {} : { clockMs }) }
    await tx.updateTable('watchVantage').set(heard).where('id', '=', id).execute()
  })
  const probes = rows.map(({ target, parentId, ...row }) => ({
    ...row,
    id: ProbeId.parse(row.id),
    target: parseTarget(target),
    parentId: parentId === null ? null : ProbeId.parse(parentId),
  }))
  const wanted = allowed.filter((one) => probes.some(({ target }) => isAskedBy(target, one)))
  return { name, now: now.toString(), allowed: wanted, probes }
}

/** The place a word belongs to, while it is heard. */
export function findVantage(reader: Reader, word: string) {
  return reader
    .selectFrom('watchVantage')
    .select(['id', 'name'])
    .where('wordHash', '=', hashOfWord(word))
    .where('isOn', '=', true)
    .executeTakeFirst()
}

function listWork(reader: Reader, vantageId: string) {
  return reader
    .selectFrom('watchProbe as probe')
    .innerJoin('watchLook as look', 'look.probeId', 'probe.id')
    .select(['probe.id', 'probe.target', 'probe.timeoutMs', 'probe.everySeconds', 'probe.retries'])
    .select(['probe.retrySeconds', 'probe.parentId'])
    .where('look.vantageId', '=', vantageId)
    .where('probe.isOn', '=', true)
    .where('probe.sealed', '=', '')
    .orderBy('probe.id')
    .execute()
}

/** A host on the list with any of its ports may be asked for an echo. */
function isAskedBy(target: ProbeTarget, { host, port }: Allowed): boolean {
  if (target.kind === 'push') return false
  if (target.kind === 'icmp') return target.host === host
  const to = destinationOf(target)
  return to !== null && to.host.toLowerCase() === host && to.port === port
}
