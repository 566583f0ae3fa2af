import { Signing } from '@shiji/contract/watch-signals'
import { readSignals, type Signal } from '@shiji/kernel/watch/signals/read-signals'
import type { Context } from '#platform/context'
import { inTransaction, read } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { hashOfWord, openSecret } from '../probe-store.ts'
import { KeptKind } from './keep-source.ts'
import { endSignals, isToldFirst, saveFiring } from './signal-store.ts'
import { type Verified, verifyPlain, verifyTimestamped } from './verify-signed.ts'

type Message = { readonly word: string; readonly [key: string]: unknown }

/** Keeps what another monitor says. What becomes of it is found every minute, so that a storm is one incident. */
export async function takeSignals(context: Context, { word, ...message }: Message) {
  const { db, now, newId } = context
  const source = await read(db, (reader) =>
    reader
      .selectFrom('watchSource')
      .select(['id', 'name', 'kind', 'signing', 'sealed'])
      .where('wordHash', '=', hashOfWord(word))
      .where('isOn', '=', true)
      .executeTakeFirst(),
  )
  if (source === undefined) refuse('not-found')
  const { id: sourceId, name, kind } = source
  const told = requireSigned(context, source)
  const signals = readSignals(KeptKind.parse(kind), message) ?? refuse('signal-unreadable', { name, kind })

  // Of two about the same thing in one message the later one holds.
  const last = [...new Map(signals.map((signal): [string, Signal] => [signal.fingerprint, signal])).values()]
  const [firing, over] = [last.filter(({ isFiring }) => isFiring), last.filter(({ isFiring }) => !isFiring)]
  return inTransaction(db, async (tx) => {
    const heard = { sourceId, now, newId }
    // A message told again under its own name, by whomever, changes nothing; its sender may rest.
    if (told !== null && !(await isToldFirst(tx, heard, told))) return { taken: 0 }
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
    return { taken: last.length }
  })
}

type Kept = { readonly id: string; readonly name: string; readonly signing: string; readonly sealed: string }

/** What names this message among signed ones; null where none has a name. A secret nobody can open lets nothing in. */
function requireSigned(context: Context, { id, name, signing, sealed }: Kept): string | null {
  const kind = Signing.parse(signing)
  if (kind === 'none') return null
  const secret = openSecret(context.secrets, { id, sealed }) ?? ''
  const { sent } = context.caller
  const signed = sent === undefined || secret === '' ? null : { secret, sent, now: context.now }
  const verified = signed === null ? WRONG : kind === 'plain' ? verifyPlain(signed) : verifyTimestamped(signed)
  switch (verified.kind) {
    case 'wrong':
      return refuse('signal-signature', { name })
    case 'old':
      return refuse('signal-too-old', { name })
    case 'genuine':
      return verified.message
  }
}

const WRONG: Verified = { kind: 'wrong' }
