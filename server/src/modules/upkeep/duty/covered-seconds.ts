import { sql } from 'kysely'

/**
 * Seconds of the shift `one` in which somebody of its plan was there, as known then; two at once cover it once. Who did
 * not say that they left is taken to have stayed until the end of their shift, and nobody covers longer than the time
 * the plan gives for handing over.
 */
export function coveredSeconds(asOf: Temporal.Instant) {
  return sql<number>`coalesce((
    select sum(extract(epoch from upper(part.span) - lower(part.span)))::int
    from (
      select range_agg(tstzrange(
        greatest(turn.in_at, one.opens_at),
        least(coalesce(turn.out_at, theirs.due_at), theirs.closes_at, one.due_at, ${asOf})
      )) as spans
      from upkeep_occurrence theirs
      join upkeep_turn turn on turn.occurrence_id = theirs.id and turn.ended_at is null
      where theirs.plan_id = one.plan_id and theirs.day between one.day - 1 and one.day + 1
        and one.opens_at < ${asOf} and turn.in_at < least(one.due_at, ${asOf}, theirs.closes_at)
        and least(coalesce(turn.out_at, theirs.due_at), theirs.closes_at) > one.opens_at
    ) there, unnest(there.spans) as part(span)
  ), 0)`
}
