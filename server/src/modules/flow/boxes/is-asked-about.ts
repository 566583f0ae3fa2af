import { type RawBuilder, sql } from 'kysely'
import type { Eyes } from '#platform/context'

type Subject = { readonly kind: string; readonly id: RawBuilder<unknown> }

/**
 * Whether a case about the record came to the person's desk, or to one the person held for another while it was on its
 * way, now or earlier: a predicate of the statement that reads it.
 */
export function isAskedAbout({ personId }: Pick<Eyes, 'personId'>, { kind, id }: Subject) {
  return sql<boolean>`exists (
    select 1 from flow_case join flow_task on flow_task.case_id = flow_case.id
    where flow_case.subject_kind = ${kind} and flow_case.subject_id = ${id} and (
      flow_task.assignee = ${personId}::uuid or exists (
        select 1 from flow_deputy
        where flow_deputy.deputy = ${personId}::uuid and flow_deputy.principal = flow_task.assignee
          and (flow_deputy.flows = '{}' or flow_case.definition = any (flow_deputy.flows))
          and flow_deputy.begins_at <= now() and flow_case.started_at < flow_deputy.ends_at
          and (flow_case.ended_at is null or flow_case.ended_at > flow_deputy.begins_at)
      )
    )
  )`
}
