import { readSignals, type Signal } from '@shiji/kernel/watch/signals/read-signals'
import type { Context } from '#platform/context'
import { inTransaction, read } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { hashOfWord } from '../probe-store.ts'
import { KeptKind } from './keep-source.ts'
import { endSignals, saveFiring } from './signal-store.ts'

type Message = { readonly word: string; readonly [key: string]: unknown }

/** Keeps what another monitor says. What becomes of it is found every minute, so that a storm is one incident. */
export async function takeSignals(context: Context, { word, ...message }: Message) {
  const { db, now, newId } = context
  const source = await read(db, (reader) =>
    reader
      .selectFrom('watchSource')
      .select(['id', 'name', 'kind'])
      .where('wordHash', '=', hashOfWord(word))
      .where('isOn', '=', true)
      .executeTakeFirst(),
  )
  const { id: sourceId, name, kind } = source ?? refuse('not-found')
  const signals = readSignals(KeptKind.parse(kind), message) ?? refuse('signal-unreadable', { name, kind })

  // Of two about the same thing in one message the later one holds.
  const last = [...new Map(signals.map((signal): [string, Signal] => [signal.fingerprint, signal])).values()]
  const [firing, over] = [last.filter(({ isFiring }) => isFiring), last.filter(({ isFiring }) => !isFiring)]
  await inTransaction(db, async (tx) => {
    const heard = { sourceId, now, newId }
    await endSignals(
      tx,
      heard,
      over.map(({ fingerprint }) => fingerprint),
    )
    await saveFiring(tx, heard, firing)
    await tx.updateTable('watchSource').set({ lastAt: now }).where('id', '=', sourceId).execute()
    await recordInLedger(tx, context, {
      did: 'watch.signals-taken',
      ...{ sourceId, firing: firing.length, over: over.length },
    })
  })
  return { taken: last.length }
}
