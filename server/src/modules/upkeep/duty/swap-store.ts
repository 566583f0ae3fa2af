import { PersonId } from '@shiji/contract/directory'
import { SwapId } from '@shiji/contract/upkeep-duty'
import type { SwapState } from '@shiji/kernel/upkeep/swap'
import type { PersonContext } from '#platform/context'
import type { Reader, Tx } from '#platform/database/transaction'

function swapRows(reader: Reader) {
  return reader
    .selectFrom('upkeepSwap as swap')
    .innerJoin('upkeepTurn as turn', 'turn.id', 'swap.turnId')
    .innerJoin('upkeepOccurrence as shift', 'shift.id', 'turn.occurrenceId')
    .innerJoin('upkeepPlan as plan', 'plan.id', 'shift.planId')
    .innerJoin('directoryPerson as asker', 'asker.id', 'turn.personId')
    .innerJoin('directoryPerson as person', 'person.id', 'swap.personId')
    .leftJoin('upkeepTurn as back', 'back.id', 'swap.backTurnId')
    .leftJoin('upkeepOccurrence as backShift', 'backShift.id', 'back.occurrenceId')
    .leftJoin('upkeepPlan as backPlan', 'backPlan.id', 'backShift.planId')
    .select(['swap.id', 'swap.state', 'swap.why', 'swap.personId', 'turn.personId as askerId'])
    .select(['asker.name as askerName', 'person.name as personName'])
    .select(['plan.name as planName', 'shift.opensAt', 'shift.dueAt'])
    .select(['backPlan.name as backName', 'backShift.opensAt as backOpensAt', 'backShift.dueAt as backDueAt'])
}

type Row = Awaited<ReturnType<ReturnType<typeof swapRows>['execute']>>[number]
type Me = Pick<PersonContext, 'actor' | 'now'>

/** What waits for my answer, or for that of a colleague. */
export async function listSwaps(reader: Reader, { actor, now }: Me) {
  const rows = await swapRows(reader)
    .where('swap.state', '=', 'asked')
    .where('shift.opensAt', '>', now)
    .where((where) =>
      where.or([where('swap.personId', '=', actor.personId), where('turn.personId', '=', actor.personId)]),
    )
    .orderBy('shift.opensAt')
    .execute()
  return rows.map((row) => shown(row, actor.personId))
}

export async function findSwap(reader: Reader, { actor }: Pick<Me, 'actor'>, id: string) {
  const row = await swapRows(reader).where('swap.id', '=', id).executeTakeFirst()
  const isMine = row?.personId === actor.personId || row?.askerId === actor.personId
  return row === undefined || !isMine ? undefined : shown(row, actor.personId)
}

export function lockSwap(tx: Tx, id: string) {
  return tx
    .selectFrom('upkeepSwap')
    .select(['id', 'turnId', 'backTurnId', 'personId', 'state', 'why'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

function shown({ backName, backOpensAt, backDueAt, ...row }: Row, me: string) {
  const hasBack = backName !== null && backOpensAt !== null && backDueAt !== null
  return {
    id: SwapId.parse(row.id),
    state: row.state as SwapState,
    asker: { id: PersonId.parse(row.askerId), name: row.askerName },
    person: { id: PersonId.parse(row.personId), name: row.personName },
    why: row.why,
    isForMe: row.personId === me,
    shift: { planName: row.planName, opensAt: row.opensAt.toString(), dueAt: row.dueAt.toString() },
    back: hasBack ? { planName: backName, opensAt: backOpensAt.toString(), dueAt: backDueAt.toString() } : null,
  }
}
