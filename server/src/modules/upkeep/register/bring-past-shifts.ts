import { sql } from 'kysely'
import type { Context } from '#platform/context'
import { inTransaction, type Tx } from '#platform/database/transaction'

/** What a paper roster says of a shift: when those on it came, in its order, and when it was handed over. */
export type PastShift = {
  readonly planId: string
  readonly day: string
  readonly slot: number
  readonly ins: readonly Temporal.Instant[]
  /** null: nobody wrote down that they left. */
  readonly outs: readonly (Temporal.Instant | null)[]
  /** Taken by the first of the shift after it. */
  readonly handOver: {
    readonly note: string
    readonly givenAt: Temporal.Instant
    readonly takenAt: Temporal.Instant
  } | null
}

/** A year of shifts taken over whole, on the roster laid out for it; what nothing is said of stays empty. */
export async function bringPastShifts(context: Context, past: readonly PastShift[]): Promise<void> {
  await inTransaction(context.db, async (tx) => {
    const roster = await listRoster(tx, [...new Set(past.map(({ planId }) => planId))])
    const kept = past.flatMap((shift) => {
      const found = roster.get(`${shift.planId} ${shift.day} ${shift.slot}`)
      return found === undefined ? [] : [{ shift, ...found }]
    })
    const checks = kept.flatMap(({ shift, turns }) =>
      turns.flatMap(({ id, personId, occurrenceId }, index) => {
        const inAt = shift.ins[index]
        return inAt === undefined ? [] : [{ id, personId, occurrenceId, inAt, outAt: shift.outs[index] ?? null }]
      }),
    )
    await saveChecks(tx, checks)
    await saveDone(tx, kept)
    await saveHandOvers(tx, kept)
    await writeDown(tx, context, { kept, checks })
  })
}

/** Every shift with its turns in order, and the first of the shift after it. */
async function listRoster(tx: Tx, planIds: readonly string[]) {
  const rows = await tx
    .selectFrom('upkeepTurn as turn')
    .innerJoin('upkeepOccurrence as one', 'one.id', 'turn.occurrenceId')
    .innerJoin('directoryPerson as person', 'person.id', 'turn.personId')
    .select(['turn.id', 'turn.personId', 'turn.occurrenceId', 'person.name'])
    .select(['one.planId', 'one.day', 'one.slot', 'one.opensAt'])
    .where(sql<boolean>`one.plan_id = any(${[...planIds]}::uuid[])`)
    .where('turn.endedAt', 'is', null)
    .orderBy('one.planId')
    .orderBy('one.opensAt')
    .orderBy('turn.id')
    .execute()
  const shifts = [...Map.groupBy(rows, ({ occurrenceId }) => occurrenceId).values()]
  return new Map(
    shifts.flatMap((turns, index) => {
      const [first] = turns
      const [next] = shifts[index + 1] ?? []
      if (first === undefined) return []
      const taker = next?.planId === first.planId ? next.personId : null
      const { planId, day, slot, opensAt, occurrenceId } = first
      return [[`${planId} ${day} ${slot}`, { occurrenceId, opensAt, turns, taker }] as const]
    }),
  )
}

type Roster = Awaited<ReturnType<typeof listRoster>> extends Map<string, infer One> ? One : never
type Kept = Roster & { readonly shift: PastShift }
type Check = {
  readonly id: string
  readonly personId: string
  readonly occurrenceId: string
  readonly inAt: Temporal.Instant
  readonly outAt: Temporal.Instant | null
}

async function saveChecks(tx: Tx, checks: readonly Check[]): Promise<void> {
  await sql`
    update upkeep_turn turn set in_at = checked.in_at, out_at = checked.out_at
    from unnest(
      ${checks.map(({ id }) => id)}::uuid[], ${checks.map(({ inAt }) => inAt.toString())}::timestamptz[],
      ${checks.map(({ outAt }) => outAt?.toString() ?? null)}::timestamptz[]
    ) as checked(id, in_at, out_at)
    where turn.id = checked.id`.execute(tx)
}

async function saveDone(tx: Tx, kept: readonly Kept[]): Promise<void> {
  const full = kept.flatMap(({ shift, turns, occurrenceId }) => {
    const last = shift.ins.at(-1)
    const by = turns[shift.ins.length - 1]
    if (last === undefined || by === undefined) return []
    return [{ occurrenceId, last, by: by.personId, names: JSON.stringify(turns.map(({ name }) => name)) }]
  })
  await sql`
    update upkeep_occurrence one
    set state = 'done', done_at = greatest(one.opens_at, came.last), entered_at = came.last, done_by = came.by_id,
      strength = 'B', attendees = came.names
    from upkeep_plan plan, unnest(
      ${full.map(({ occurrenceId }) => occurrenceId)}::uuid[], ${full.map(({ last }) => last.toString())}::timestamptz[],
      ${full.map(({ by }) => by)}::uuid[], ${full.map(({ names }) => names)}::jsonb[]
    ) as came(id, last, by_id, names)
    where one.id = came.id and plan.id = one.plan_id and one.state = 'planned'
      and (select count(*) from upkeep_turn turn where turn.occurrence_id = one.id and turn.in_at is not null)
        >= plan.people_needed`.execute(tx)
}

async function saveHandOvers(tx: Tx, kept: readonly Kept[]): Promise<void> {
  const rows = kept.flatMap(({ shift: { handOver }, occurrenceId, turns: [giver], taker }) => {
    if (handOver === null || giver === undefined || taker === null || taker === giver.personId) return []
    return [{ ...handOver, occurrenceId, tickets: '[]', givenBy: giver.personId, takenBy: taker }]
  })
  for (let from = 0; from < rows.length; from += 1_000) {
    await tx
      .insertInto('upkeepHandOver')
      .values(rows.slice(from, from + 1_000))
      .execute()
  }
}

async function writeDown(
  tx: Tx,
  { newId, requestId }: Context,
  { kept, checks }: { kept: readonly Kept[]; checks: readonly Check[] },
): Promise<void> {
  const came = checks.map(({ personId, occurrenceId, inAt }) => {
    return { at: inAt, by: personId, did: 'upkeep.turn-checked', detail: { occurrenceId, way: 'in' } }
  })
  const given = kept.flatMap(({ shift: { handOver }, occurrenceId, turns: [giver] }) => {
    if (handOver === null || giver === undefined) return []
    const { givenAt: at, note } = handOver
    return [{ at, by: giver.personId, did: 'upkeep.hand-over-given', detail: { occurrenceId, note } }]
  })
  const notes = [...came, ...given]
  await sql`
    insert into ledger_entry (id, at, actor_id, did, detail, request_id)
    select id, at, actor_id, did, detail, ${requestId}
    from unnest(
      ${notes.map(() => newId())}::uuid[], ${notes.map(({ at }) => at.toString())}::timestamptz[],
      ${notes.map(({ by }) => by)}::uuid[], ${notes.map(({ did }) => did)}::text[],
      ${notes.map(({ detail }) => JSON.stringify(detail))}::jsonb[]
    ) as note(id, at, actor_id, did, detail)`.execute(tx)
}
