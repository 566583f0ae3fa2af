import type { Heard } from '@shiji/kernel/watch/signals/read-signals'
import { readTrap } from '@shiji/kernel/watch/signals/read-trap'
import type { Context } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import type { DeviceSource } from './device-sources.ts'
import { saveEngines, startEngines } from './engine-store.ts'
import { keepEngineTimes } from './engine-times.ts'
import { startOwnEngine } from './own-engine.ts'
import { readSecuredTrap, type WhyUnheard } from './secured-trap.ts'
import { readTrapMessage } from './trap-message.ts'

type Message = { readonly bytes: Buffer; readonly sender: string; readonly sources: readonly DeviceSource[] }

type Telling = {
  /** False while nothing can be kept. */
  readonly take: (said: Heard, sourceIds: readonly string[]) => boolean
  readonly unheard: (sender: string, why: WhyUnheard) => void
}

export type TrapEar = {
  /** Answers what goes back to the sender: only what was kept is confirmed. */
  readonly hear: (message: Message, telling: Telling) => Buffer | null
  /** What it must know after a start. */
  readonly keep: (context: Context) => Promise<void>
}

/** Traps and informs of all versions. Where a source knows who signs, nothing unsigned is heard. */
export async function openTrapEar(context: Context): Promise<TrapEar> {
  const { own, known } = await startEngines(context)
  const engines = {
    own: startOwnEngine({ id: Buffer.from(own.engineId, 'hex'), boots: own.boots }, performance.now()),
    times: keepEngineTimes(new Map(known.map(({ engineId, ...time }) => [engineId, time]))),
  }
  return {
    hear: (message, telling) => {
      const open = readTrapMessage(message.bytes)
      if (open === null) return hearSecured(message, telling, { ...engines, nowMs: performance.now() })
      const ids = message.sources.flatMap(({ id, user }) => (user === null ? id : []))
      return ids.length > 0 && telling.take(readTrap(open.trap, message.sender), ids) ? open.answer : null
    },
    keep: async ({ db, now }) => {
      const heard = engines.times.heard()
      if (heard.length > 0) await inTransaction(db, (tx) => saveEngines(tx, heard, now))
    },
  }
}

const CALM: Heard = { kind: 'calm' }

function hearSecured({ bytes, sender, sources }: Message, { take, unheard }: Telling, ear: SecuredEar): Buffer | null {
  const users = sources.flatMap(({ user }) => user ?? [])
  const told = users.length === 0 ? null : readSecuredTrap(bytes, users, ear)
  switch (told?.kind) {
    case undefined:
      return null
    case 'report':
      return told.answer
    case 'unheard':
      unheard(sender, told.why)
      return null
    case 'told':
      return take(told.trap === null ? CALM : readTrap(told.trap, sender), told.sourceIds) ? told.answer : null
  }
}

type SecuredEar = Parameters<typeof readSecuredTrap>[2]
