import type { Heard, Signal } from '@shiji/kernel/watch/signals/read-signals'
import { readSyslog } from '@shiji/kernel/watch/signals/read-syslog'
import type { DeviceKind } from '@shiji/kernel/watch/signals/signal-kinds'
import type { Context } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { type DeviceSource, readSources } from './device-sources.ts'
import { type DeviceListener, listenForLines } from './listen-for-lines.ts'
import { listenForTraps } from './listen-for-traps.ts'
import type { WhyUnheard } from './secured-trap.ts'
import { limitSenders } from './sender-limit.ts'
import { countOpen, endSignals, saveFiring } from './signal-store.ts'
import { openTrapEar, type TrapEar } from './trap-ear.ts'

type Hearing = {
  readonly kind: DeviceKind
  readonly host: string
  readonly port: number
  /** The system at this moment. */
  readonly contextOf: () => Context
  readonly report: (event: HearingEvent) => void
}

/** `left-out`: a sender said more than it may, in lines or messages. `unheard`: what it sent is not signed as its source asks, or was sent before. `not-kept`: the database is away, and what is heard until it is back is lost. */
export type HearingEvent =
  | { readonly kind: 'left-out'; readonly sender: string; readonly lines: number }
  | { readonly kind: 'unheard'; readonly sender: string; readonly why: WhyUnheard; readonly messages: number }
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
  const unheard = new Map<string, { sender: string; why: WhyUnheard; messages: number }>()
  const traps = kind === 'snmp-trap' ? await openTrapEar(contextOf()) : null
  const listener = await listen(kind, {
    ...{ host, port, traps },
    isKnown: (sender) => sources.has(sender),
    mayTell: (sender) => limit.take(sender, performance.now()),
    sourcesOf: (sender) => sources.get(sender) ?? [],
    take: (said, sourceIds) => {
      if (said.kind === 'alarm') {
        for (const sourceId of sourceIds) {
          const signals = heard.get(sourceId) ?? new Map<string, Signal>()
          heard.set(sourceId, signals.set(said.signal.fingerprint, said.signal))
        }
      }
      return !isAway
    },
    unheard: (sender, why) => {
      const key = `${sender} ${why}`
      unheard.set(key, { sender, why, messages: (unheard.get(key)?.messages ?? 0) + 1 })
    },
  })
  const keep = async () => {
    const taken = [...heard]
    heard.clear()
    try {
      sources = await readSources(contextOf(), kind)
      for (const [sourceId, signals] of taken) await keepSignals(contextOf(), sourceId, [...signals.values()])
      await traps?.keep(contextOf())
      isAway = false
    } catch (error) {
      if (!isAway) report({ kind: 'not-kept', error })
      isAway = true
    }
    for (const [sender, lines] of limit.leftOut()) report({ kind: 'left-out', sender, lines })
    for (const one of unheard.values()) report({ kind: 'unheard', ...one })
    unheard.clear()
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
  readonly sourcesOf: (sender: string) => readonly DeviceSource[]
  /** False while nothing can be kept. */
  readonly take: (said: Heard, sourceIds: readonly string[]) => boolean
  readonly unheard: (sender: string, why: WhyUnheard) => void
  readonly traps: TrapEar | null
}

function listen(kind: DeviceKind, ear: Ear): Promise<DeviceListener> {
  const { mayTell, sourcesOf, take, traps, host, port, isKnown } = ear
  const where = { host, port, isKnown }
  switch (kind) {
    case 'syslog':
      return listenForLines({
        ...where,
        hear: (line, sender) => {
          if (mayTell(sender)) take(readSyslog(line, sender), idsOf(sourcesOf(sender)))
        },
      })
    case 'snmp-trap':
      return listenForTraps({
        ...where,
        hear: (bytes, sender) =>
          mayTell(sender) ? (traps?.hear({ bytes, sender, sources: sourcesOf(sender) }, ear) ?? null) : null,
      })
  }
}

function idsOf(sources: readonly DeviceSource[]): string[] {
  return sources.map(({ id }) => id)
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
