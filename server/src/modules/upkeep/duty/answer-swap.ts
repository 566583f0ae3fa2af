import type { SwapId } from '@shiji/contract/upkeep-duty'
import type { SwapState } from '@shiji/kernel/upkeep/swap'
import { type Context, type PersonContext, requirePermission } from '#platform/context'
import { inTransaction, type Tx } from '#platform/database/transaction'
import { violates } from '#platform/database/violation'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { canSwap } from './ask-swap.ts'
import { findSwap, lockSwap } from './swap-store.ts'
import { getShift, nameOf, tellRoster } from './tell-roster.ts'
import { endTurns, lockTurn, saveTurns } from './turn-store.ts'

type Input = { readonly id: SwapId; readonly answer: Exclude<SwapState, 'asked'> }

/** The colleague agrees or declines; whoever asked may take it back. */
export async function answerSwap(context: Context, { id, answer }: Input) {
  requirePermission(context, 'upkeep.work')
  const { actor, now, db } = context
  return inTransaction(db, async (tx) => {
    const swap = (await lockSwap(tx, id)) ?? refuse('not-found')
    const turn = (await lockTurn(tx, swap.turnId)) ?? refuse('not-found')
    const mayAnswer = answer === 'withdrawn' ? turn.personId : swap.personId
    if (mayAnswer !== actor.personId) refuse('not-found')
    if (swap.state === answer) return (await findSwap(tx, context, id)) ?? refuse('not-found')
    if (swap.state !== 'asked') refuse('swap-over')

    await tx.updateTable('upkeepSwap').set({ state: answer, answeredAt: now }).where('id', '=', id).execute()
    if (answer === 'agreed') await exchange(tx, context, swap)
    await recordInLedger(tx, context, { did: 'upkeep.swap-answered', swapId: id, answer })
    const told = answer === 'withdrawn' ? swap.personId : turn.personId
    const parameters = { actor: await nameOf(tx, actor.personId) }
    const shift = await getShift(tx, turn.occurrenceId)
    await tellRoster(tx, context, { code: `swap-${answer}`, people: [told], shift, parameters })
    return (await findSwap(tx, context, id)) ?? refuse('not-found')
  }).catch((error: unknown) => {
    // They are on that shift already.
    if (violates(error, 'upkeep_turn_once')) refuse('swap-over')
    throw error
  })
}

type Agreed = NonNullable<Awaited<ReturnType<typeof lockSwap>>>

async function exchange(tx: Tx, context: PersonContext, { turnId, backTurnId, personId, why }: Agreed): Promise<void> {
  const { now } = context
  const turn = (await lockTurn(tx, turnId)) ?? refuse('swap-over')
  const back = backTurnId === null ? null : ((await lockTurn(tx, backTurnId)) ?? refuse('swap-over'))
  if (!canSwap(turn, now) || (back !== null && !canSwap(back, now))) refuse('swap-over')
  const given = [turn, ...(back === null ? [] : [back])]
  await endTurns(tx, now, { ids: given.map(({ id }) => id), why })
  const taken = [{ occurrenceId: turn.occurrenceId, personId }]
  const returned = back === null ? [] : [{ occurrenceId: back.occurrenceId, personId: turn.personId }]
  await saveTurns(tx, context, { by: turn.personId, turns: [...taken, ...returned] })
}
