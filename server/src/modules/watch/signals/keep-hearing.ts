import type { Heard, Signal } from '@shiji/kernel/watch/signals/read-signals'
import { readSyslog } from '@shiji/kernel/watch/signals/read-syslog'
import { readTrap } from '@shiji/kernel/watch/signals/read-trap'
import type { DeviceKind } from '@shiji/kernel/watch/signals/signal-kinds'
import type { Context } from '#platform/context'
import { inTransaction, read } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { type DeviceListener, listenForLines } from './listen-for-lines.ts'
import { listenForTraps } from './listen-for-traps.ts'
import { limitSenders } from './sender-limit.ts'
import { countOpen, endSignals, saveFiring } from './signal-store.ts'
import { readTrapMessage } from './trap-message.ts'

export type Hearing = {
  readonly kind: DeviceKind
  readonly host: string
  readonly port: number
  /** The system at this moment. */
  readonly contextOf: () => Context
  readonly report: (event: HearingEvent) => void
}

/** `left-out`: a sender said more than it may, in lines or messages. `not-kept`: the database is away, and what is heard until it is back is lost. */
export type HearingEvent =
  | { readonly kind: 'left-out'; readonly sender: string; readonly lines: number }
  | { readonly kind: 'not-kept'; readonly error: unknown }

const KEEP_EVERY_MS = 1_000
const LIMIT = { atOnce: 500, aSecond: 50 }

/**
 * What devices say that an administrator has named as senders. Alarms among it are put together for a second and kept
 * like those of any other monitor; everything else is forgotten at once.
 */
export async function keepHearing({ kind, host, port, contextOf, report }: Hearing): Promise<DeviceListener> {
  const limit = limitSenders(LIMIT)
  const heard = new Map<string, Map<string, Signal>>()
  let sources = await readSources(contextOf(), kind)
  let isAway = false
  const listener = await listen(kind, {
    ...{ host, port },
    isKnown: (sender) => sources.has(sender),
    mayTell: (sender) => limit.take(sender, performance.now()),
    take: (said, sender) => {
      if (said.kind === 'alarm') {
        for (const sourceId of sources.get(sender) ?? []) {
          const signals = heard.get(sourceId) ?? new Map<string, Signal>()
          heard.set(sourceId, signals.set(said.signal.fingerprint, said.signal))
        }
      }
      return !isAway
    },
  })
  const keep = async () => {
    const taken = [...heard]
    heard.clear()
    try {
      sources = await readSources(contextOf(), kind)
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

type Ear = {
  readonly host: string
  readonly port: number
  readonly isKnown: (sender: string) => boolean
  /** False when the sender has said too much: nothing of it is read. */
  readonly mayTell: (sender: string) => boolean
  /** False while nothing can be kept. */
  readonly take: (said: Heard, sender: string) => boolean
}

function listen(kind: DeviceKind, { mayTell, take, ...where }: Ear): Promise<DeviceListener> {
  switch (kind) {
    case 'syslog':
      return listenForLines({
        ...where,
        hear: (line, sender) => {
          if (mayTell(sender)) take(readSyslog(line, sender), sender)
        },
      })
    case 'snmp-trap':
      return listenForTraps({
        ...where,
        hear: (message, sender) => {
          const told = mayTell(sender) ? readTrapMessage(message) : null
          return told !== null && take(readTrap(told.trap, sender), sender) ? told.answer : null
        },
      })
  }
}

/** Sources that take what devices say, by the addresses of their senders. */
async function readSources({ db }: Context, kind: DeviceKind): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await read(db, (reader) =>
    reader
      .selectFrom('watchSource')
      .select(['id', 'senders'])
      .where('kind', '=', kind)
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
  const [firing, ended] = [signals.filter(({ isFiring }) => isFiring), signals.filter(({ isFiring }) => !isFiring)]
  const [prints, endedPrints] = [firing, ended].map((some) => some.map(({ fingerprint }) => fingerprint))
  await inTransaction(context.db, async (tx) => {
    const heard = { sourceId, now, newId }
    const over = await endSignals(tx, heard, endedPrints ?? [])
    const known = await countOpen(tx, sourceId, prints ?? [])
    await saveFiring(tx, heard, firing)
    await tx.updateTable('watchSource').set({ lastAt: now }).where('id', '=', sourceId).execute()
    // A device that complains every second is one entry and not a day full of them.
    if (known === firing.length && over === 0) return
    await recordInLedger(tx, context, { did: 'watch.signals-taken', sourceId, firing: firing.length - known, over })
  })
}
