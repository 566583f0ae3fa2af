import type { Context } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { renewInvitation } from './invitation-store.ts'
import { findByLogin } from './person-store.ts'

type Hand = Pick<Context, 'db' | 'actor' | 'now' | 'newId' | 'requestId'>

/**
 * For whoever sits at the server itself: a one-time link for anybody who is not disabled, the three administrators
 * included. The ledger keeps it.
 */
export async function linkByHand(hand: Hand, login: string): Promise<{ code: string } | 'unknown' | 'disabled'> {
  return inTransaction(hand.db, async (tx) => {
    const person = await findByLogin(tx, login)
    if (person === undefined) return 'unknown'
    if (person.state === 'disabled') return 'disabled'
    const code = await renewInvitation(tx, hand, person.id)
    await recordInLedger(tx, hand, { did: 'directory.link-made-by-hand', personId: person.id })
    return { code }
  })
}
