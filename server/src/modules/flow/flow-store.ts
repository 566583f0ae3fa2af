import type { FlowChanges } from '@shiji/kernel/flow/flow-draft'
import type { FlowCase } from '@shiji/kernel/flow/flow-state'
import { sendAlong } from '#platform/database/send-along'
import type { Tx } from '#platform/database/transaction'
import type { SavedCase, Subject } from './load-case.ts'

type NewCase = { readonly subject: Subject; readonly fields: SavedCase['fields']; readonly now: Temporal.Instant }

export function saveNewCase(tx: Tx, changes: FlowChanges, { subject, fields, now }: NewCase): void {
  const { definition, definitionVersion, starter } = changes.case
  const { kind, id: subjectId, name, unitId } = subject
  const begun = [kind, subjectId, name, unitId, definition, definitionVersion, starter, JSON.stringify(fields), now]
  sendAlong(tx, { sql: SAVE_NEW, parameters: [...rowsOf(changes, now), ...begun] })
}

/** Over the version that was read; the case is held, so nobody came between. */
export function saveChanges(tx: Tx, changes: FlowChanges, now: Temporal.Instant): void {
  sendAlong(tx, { sql: SAVE, parameters: rowsOf(changes, now) })
}

/** What moves of the row of a case. */
const MOVING = 'state, version, last_token, last_task, walked, choices, urged_at, urges, ended_at'
const MOVED = `$7::text, $8::integer, $9::integer, $10::integer, $11::text[], $12::jsonb, $13::timestamptz, $14::integer,
  $15::timestamptz`

function movingOf(
  { state, version, lastToken, lastTask, walked, choices, urgedAt, urges }: FlowCase,
  now: Temporal.Instant,
): unknown[] {
  const ended = state === 'running' ? null : now
  return [state, version, lastToken, lastTask, [...walked], JSON.stringify(choices), urgedAt, urges, ended]
}

/** What of a task may change, under the names of its row and of the engine. */
const CHANGING = 'state, version, turn, parent, opened_at, due_at, expired, decided_by, decided_at, closed_by'
const CHANGED = `task."state", task."version", task."order", task."parent", task."openedAt", task."dueAt", task."expired",
  task."decidedBy", task."decidedAt", task."closedBy"`
const CHANGE = `"number" integer, "state" text, "version" integer, "order" integer, "parent" integer,
  "openedAt" timestamptz, "dueAt" timestamptz, "expired" boolean, "decidedBy" uuid, "decidedAt" timestamptz,
  "closedBy" integer`

/** What stays as it began. */
const STAYING = 'case_id, number, kind, token, node, round, assignee, together, added_by'
const STAYED = `$1::uuid, "number", "kind", "token", "node", "round", "assignee", "together", "addedBy"`
const STAY = `"kind" text, "token" integer, "node" text, "round" integer, "assignee" uuid, "together" text, "addedBy" uuid`

/**
 * Everything a step changed goes to the database as one statement with one text, however many rows there are; it is
 * answered with the commit.
 */
function saveText(moved: string): string {
  return `
  with moved as (${moved}),
  gone as (delete from flow_token where case_id = $1::uuid and number = any ($2::integer[])),
  token as (
    insert into flow_token (case_id, number, node, round, waiting_branch, resume, cause)
    select $1::uuid, "number", "node", "round", "waitingBranch", "resume", "cause" from json_to_recordset($3)
      as token ("number" integer, "node" text, "round" integer, "waitingBranch" integer, "resume" text[], "cause" jsonb)
    on conflict (case_id, number) do update set (node, round, waiting_branch, resume, cause)
      = row(excluded.node, excluded.round, excluded.waiting_branch, excluded.resume, excluded.cause)),
  changed as (
    update flow_task set (${CHANGING}) = row(${CHANGED})
    from json_to_recordset($4) as task (${CHANGE})
    where flow_task.case_id = $1::uuid and flow_task.number = task.number),
  added as (
    insert into flow_task (${STAYING}, ${CHANGING})
    select ${STAYED}, ${CHANGED} from json_to_recordset($5) as task (${STAY}, ${CHANGE}))
  insert into flow_log (case_id, number, code, actor, on_behalf_of, at, node, target, people, opinion)
  select $1::uuid, (select coalesce(max(number), 0) from flow_log where case_id = $1::uuid) + ordinality,
    "code", "actor", "onBehalfOf", "at", "node", "target", "people", "opinion"
  from rows from (json_to_recordset($6) as ("code" text, "actor" uuid, "onBehalfOf" uuid, "at" timestamptz,
    "node" text, "target" text, "people" uuid[], "opinion" text)) with ordinality line`
}

const SAVE = saveText(`update flow_case set (${MOVING}) = row(${MOVED}) where id = $1::uuid`)

const SAVE_NEW = saveText(`
  insert into flow_case (id, ${MOVING}, subject_kind, subject_id, subject_name, unit_id, definition,
    definition_version, starter, fields, started_at)
  values ($1::uuid, ${MOVED}, $16, $17, $18, $19, $20, $21, $22, $23, $24)`)

function rowsOf({ case: kept, tokens, tasks, log }: FlowChanges, now: Temporal.Instant): unknown[] {
  const rows = [tokens.saved, tasks.changed, tasks.added, log].map((some) => JSON.stringify(some))
  return [kept.id, [...tokens.removed], ...rows, ...movingOf(kept, now)]
}
