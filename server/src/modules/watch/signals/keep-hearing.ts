import type { Signal } from '@shiji/kernel/watch/signals/read-signals'
import { readSyslog } from '@shiji/kernel/watch/signals/read-syslog'
import type { Context } from '#platform/context'
import { inTransaction, read } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { type LineListener, listenForLines } from './listen-for-lines.ts'
import { limitSenders } from './sender-limit.ts'
import { countOpen, saveFiring } from './signal-store.ts'

export type Hearing = {
  readonly host: string
  readonly port: number
  /** The system at this moment. */
  readonly contextOf: () => Context
  readonly report: (event: HearingEvent) => void
}

/** `left-out`: a sender said more than it may. `not-kept`: the database is away, and what is heard until it is back is lost. */
export type HearingEvent =
  | { readonly kind: 'left-out'; readonly sender: string; readonly lines: number }
  | { readonly kind: 'not-kept'; readonly error: unknown }

const KEEP_EVERY_MS = 1_000
const LIMIT = { atOnce: 500, aSecond: 50 }

/**
 * System logs of devices that an administrator has named as senders. Alarms among the lines are put together for a
 * second and kept like those of any other monitor; everything else is forgotten at once.
 */
export async function keepHearing({ host, port, contextOf, report }: Hearing): Promise<LineListener> {
  const limit = limitSenders(LIMIT)
  const heard = new Map<string, Map<string, Signal>>()
  let sources = await readSources(contextOf())
  let isAway = false
  const listener = await listenForLines({
    ...{ host, port },
    isKnown: (sender) => sources.has(sender),
    hear: (line, sender) => {
      if (!limit.take(sender, performance.now())) return
      const read = readSyslog(line, sender)
      if (read.kind !== 'alarm') return
      for (const sourceId of sources.get(sender) ?? []) {
        const signals = heard.get(sourceId) ?? new Map<string, Signal>()
        heard.set(sourceId, signals.set(read.signal.fingerprint, read.signal))
      }
    },
  })
  const keep = async () => {
    const taken = [...heard]
    heard.clear()
    try {
      sources = await readSources(contextOf())
      for (const [sourceId, signals] of taken) await keepSignals(contextOf(), sourceId, [...signals.values()])
      isAway = false
    } catch (error) {
      if (!isAway) report({ kind: 'not-kept', error })
      isAway = true
    }
    for (const [sender, lines] of limit.leftOut()) report({ kind: 'left-out', sender, lines })
  }
  let keeping = Promise.resolve()
  const timer = setInterval(() => {
    keeping = keeping.then(keep)
  }, KEEP_EVERY_MS)
  return {
    port: listener.port,
    stop: async () => {
      clearInterval(timer)
      await listener.stop()
      await keeping
      await keep()
    },
  }
}

/** Sources that take lines, by the addresses of their senders. */
async function readSources({ db }: Context): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await read(db, (reader) =>
    reader
      .selectFrom('watchSource')
      .select(['id', 'senders'])
      .where('kind', '=', 'syslog')
      .where('isOn', '=', true)
      .execute(),
  )
  const pairs = rows.flatMap(({ id, senders }) => senders.map((sender) => ({ id, sender })))
  return new Map(
    [...Map.groupBy(pairs, ({ sender }) => sender)].map(([sender, of]) => [sender, of.map(({ id }) => id)]),
  )
}

async function keepSignals(context: Context, sourceId: string, signals: readonly Signal[]): Promise<void> {
  const { now, newId } = context
  await inTransaction(context.db, async (tx) => {
    const known = await countOpen(
      tx,
      sourceId,
      signals.map(({ fingerprint }) => fingerprint),
    )
    await saveFiring(tx, { sourceId, now, newId }, signals)
    await tx.updateTable('watchSource').set({ lastAt: now }).where('id', '=', sourceId).execute()
    // A device that complains every second is one entry and not a day full of them.
    if (known === signals.length) return
    await recordInLedger(tx, context, { did: 'watch.signals-taken', sourceId, firing: signals.length - known, over: 0 })
  })
}
