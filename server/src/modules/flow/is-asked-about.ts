import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '#platform/context'

type Subject = { readonly kind: string; readonly id: RawBuilder<unknown> }

/** Whether a case about the record came to the actor's desk, now or earlier: a predicate of the statement that reads it. */
export function isAskedAbout(actor: Actor, { kind, id }: Subject) {
  const personId = actor.kind === 'person' ? actor.personId : null
  return sql<boolean>`exists (
    select 1 from flow_case join flow_task on flow_task.case_id = flow_case.id
    where flow_case.subject_kind = ${kind} and flow_case.subject_id = ${id} and flow_task.assignee = ${personId}::uuid
  )`
}
