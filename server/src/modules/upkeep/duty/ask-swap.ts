import type { upkeepDuty } from '@shiji/contract/upkeep-duty'
import type { z } from 'zod'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { violates } from '#platform/database/violation'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { lockShift } from './check-in.ts'
import { listCandidates } from './roster-store.ts'
import { findSwap, lockSwap } from './swap-store.ts'
import { getShift, nameOf, tellRoster } from './tell-roster.ts'
import { type LockedTurn, lockTurn } from './turn-store.ts'

type Input = z.output<NonNullable<(typeof upkeepDuty.askSwap)['~orpc']['inputSchema']>>

/** Nothing of the roster changes before the colleague agrees. */
export async function askSwap(context: Context, { id, turnId, personId, backTurnId, why }: Input) {
  requirePermission(context, 'upkeep.work')
  const { actor, now, db } = context
  return inTransaction(db, async (tx) => {
    if ((await lockSwap(tx, id)) !== undefined) return (await findSwap(tx, context, id)) ?? refuse('not-found')
    const turn = (await lockTurn(tx, turnId)) ?? refuse('not-found')
    if (turn.personId !== actor.personId) refuse('not-on-roster')
    if (!canSwap(turn, now)) refuse('occurrence-settled')
    const { unitId } = await lockShift(tx, turn.occurrenceId)
    const isThere = (await listCandidates(tx, unitId)).some((one) => one.id === personId)
    if (!isThere || personId === actor.personId) refuse('not-found')
    const back = backTurnId === null ? null : ((await lockTurn(tx, backTurnId)) ?? refuse('not-found'))
    if (back !== null && (back.personId !== personId || !canSwap(back, now))) refuse('not-on-roster')

    await tx
      .insertInto('upkeepSwap')
      .values({ id, turnId, backTurnId, personId, why, state: 'asked', askedAt: now, answeredAt: null })
      .execute()
    await recordInLedger(tx, context, { did: 'upkeep.swap-asked', swapId: id, turnId, personId, backTurnId, why })
    const parameters = { actor: await nameOf(tx, actor.personId), opinion: why }
    const shift = await getShift(tx, turn.occurrenceId)
    await tellRoster(tx, context, { code: 'swap-asked', people: [personId], shift, parameters })
    return (await findSwap(tx, context, id)) ?? refuse('not-found')
  }).catch((error: unknown) => {
    if (violates(error, 'upkeep_swap_open')) refuse('swap-asked')
    throw error
  })
}

/** Of a shift that has not begun, and of whoever is still on it. */
export function canSwap({ endedAt, inAt, opensAt, state }: LockedTurn, now: Temporal.Instant): boolean {
  const isAhead = Temporal.Instant.compare(opensAt, now) > 0
  return endedAt === null && inAt === null && state === 'planned' && isAhead
}
