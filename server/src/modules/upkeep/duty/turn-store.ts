import { PersonId } from '@shiji/contract/directory'
import { TurnId } from '@shiji/contract/upkeep-duty'
import { sql } from 'kysely'
import type { Actor, Context } from '#platform/context'
import type { Reader, Tx } from '#platform/database/transaction'

/** Who is on these shifts, in the order they were put there. */
export async function listTurns(reader: Reader, actor: Actor, occurrenceIds: readonly string[]) {
  if (occurrenceIds.length === 0) return []
  const me = actor.kind === 'person' ? actor.personId : null
  const rows = await reader
    .selectFrom('upkeepTurn as turn')
    .innerJoin('directoryPerson as person', 'person.id', 'turn.personId')
    .select(['turn.id', 'turn.occurrenceId', 'turn.personId', 'turn.inAt', 'turn.outAt', 'person.name', 'person.state'])
    .where(sql<boolean>`turn.occurrence_id = any(${[...occurrenceIds]}::uuid[])`)
    .where('turn.endedAt', 'is', null)
    .orderBy('turn.setAt')
    .orderBy('turn.id')
    .execute()
  return rows.map(({ id, occurrenceId, personId, inAt, outAt, name, state }) => ({
    id: TurnId.parse(id),
    occurrenceId,
    person: { id: PersonId.parse(personId), name },
    isMine: personId === me,
    inAt: inAt?.toString() ?? null,
    outAt: outAt?.toString() ?? null,
    isActive: state === 'active',
  }))
}

/** A turn with its shift, the shift locked, whoever's it is. */
export function lockTurn(tx: Tx, id: string) {
  return tx
    .selectFrom('upkeepTurn as turn')
    .innerJoin('upkeepOccurrence as one', 'one.id', 'turn.occurrenceId')
    .select(['turn.id', 'turn.occurrenceId', 'turn.personId', 'turn.inAt', 'turn.outAt', 'turn.endedAt'])
    .select(['one.planId', 'one.day', 'one.state', 'one.opensAt', 'one.dueAt', 'one.closesAt'])
    .where('turn.id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

export type LockedTurn = NonNullable<Awaited<ReturnType<typeof lockTurn>>>

type Set = {
  readonly by: string
  readonly turns: readonly { readonly occurrenceId: string; readonly personId: string }[]
}

export async function saveTurns(tx: Tx, { now, newId }: Context, { by, turns }: Set): Promise<void> {
  if (turns.length === 0) return
  await sql`
    insert into upkeep_turn (id, occurrence_id, person_id, set_at, set_by)
    select id, occurrence_id, person_id, ${now}, ${by}
    from unnest(
      ${turns.map(() => newId())}::uuid[], ${turns.map(({ occurrenceId }) => occurrenceId)}::uuid[],
      ${turns.map(({ personId }) => personId)}::uuid[]
    ) as given(id, occurrence_id, person_id)`.execute(tx)
}

/** Taken off the roster, and kept; a request to swap one of them is void. */
export async function endTurns(
  tx: Tx,
  now: Temporal.Instant,
  { ids, why }: { ids: readonly string[]; why: string },
): Promise<void> {
  if (ids.length === 0) return
  const these = sql<boolean>`id = any(${[...ids]}::uuid[])`
  await tx.updateTable('upkeepTurn').set({ endedAt: now, endedWhy: why }).where(these).execute()
  await tx
    .updateTable('upkeepSwap')
    .set({ state: 'withdrawn', answeredAt: now })
    .where('state', '=', 'asked')
    .where(sql<boolean>`(turn_id = any(${[...ids]}::uuid[]) or back_turn_id = any(${[...ids]}::uuid[]))`)
    .execute()
}
