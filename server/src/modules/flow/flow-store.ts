import type { FieldValue } from '@shiji/kernel/flow/flow-definition'
import type { FlowChanges } from '@shiji/kernel/flow/flow-draft'
import type { FlowGraph } from '@shiji/kernel/flow/flow-graph'
import type { CaseState, FlowCase, FlowState, Task, Token } from '@shiji/kernel/flow/flow-state'
import { type RawBuilder, type Selectable, sql } from 'kysely'
import { z } from 'zod'
import { PREPARED } from '#platform/database/prepared'
import type { Tables } from '#platform/database/row-types'
import { sendAlong } from '#platform/database/send-along'
import type { Reader, Tx } from '#platform/database/transaction'
import { graphFrom } from './flow-graphs.ts'

/** What a case is about: a record of the module that began it. */
export type Subject = { readonly kind: string; readonly id: string; readonly name: string; readonly unitId: string }

export type SavedCase = {
  readonly subject: Subject
  readonly fields: Readonly<Record<string, FieldValue>>
  readonly state: FlowState
  /** The flow in the version the case began with, whatever was published later. */
  readonly graph: FlowGraph
}

const Choices = z.record(z.string(), z.array(z.string()))
const Fields = z.record(z.string(), z.union([z.string(), z.boolean()]))

/** Held, so that two who act at once come one after the other: what is sent behind the lock reads what stands then. */
export async function lockCase(tx: Tx, id: string): Promise<SavedCase | undefined> {
  const held = sql`select from flow_case where id = ${id} for update ${PREPARED}`
  const [, saved] = await Promise.all([held.execute(tx), loadCase(tx, id)])
  return saved
}

/** All rows of a case in one statement. */
export async function loadCase(reader: Reader, id: string): Promise<SavedCase | undefined> {
  const row = await reader
    .selectFrom('flowCase')
    .select(['id', 'subjectKind', 'subjectId', 'subjectName', 'unitId', 'definition', 'definitionVersion', 'starter'])
    .select(['fields', 'state', 'version', 'lastToken', 'lastTask', 'walked', 'choices', 'urgedAt', 'urges'])
    .select([FLOW.as('flow'), TOKENS.as('tokens'), TASKS.as('tasks')])
    .where('id', '=', id)
    .modifyEnd(PREPARED)
    .executeTakeFirst()
  return row === undefined ? undefined : savedCase(row)
}

const FLOW = sql<string>`(
  select definition::text from flow_definition
  where (key, version) = (flow_case.definition, flow_case.definition_version))`

const TOKENS = sql<readonly Token[] | null>`(
  select json_agg(token order by number) from (
    select number, node, round, waiting_branch as "waitingBranch", resume, cause
    from flow_token where case_id = flow_case.id) token)`

const TASKS = sql<readonly Task[] | null>`(
  select json_agg(task order by number) from (
    select number, kind, state, token, node, round, assignee, turn as "order", parent, together, added_by as "addedBy",
      version, opened_at as "openedAt", due_at as "dueAt", expired, decided_by as "decidedBy",
      decided_at as "decidedAt", closed_by as "closedBy"
    from flow_task where case_id = flow_case.id) task)`

type CaseRow = Omit<Selectable<Tables['flowCase']>, 'startedAt' | 'endedAt'> & {
  readonly flow: string
  readonly tokens: readonly Token[] | null
  readonly tasks: readonly Task[] | null
}

function savedCase({ flow, tokens, tasks, ...row }: CaseRow): SavedCase {
  const { subjectKind, subjectId, subjectName, unitId, fields, urgedAt, choices, ...kept } = row
  const state = kept.state as CaseState
  return {
    subject: { kind: subjectKind, id: subjectId, name: subjectName, unitId },
    fields: Fields.parse(fields),
    graph: graphFrom(flow),
    state: {
      case: { ...kept, state, choices: Choices.parse(choices), urgedAt: urgedAt?.toString() ?? null },
      tokens: tokens ?? [],
      tasks: (tasks ?? []).map(inUtc),
    },
  }
}

/** JSON gives an instant with its offset; the engine compares instants as text. */
function inUtc({ openedAt, dueAt, decidedAt, ...task }: Task): Task {
  const utc = (at: string | null) => (at === null ? null : Temporal.Instant.from(at).toString())
  return { ...task, openedAt: utc(openedAt), dueAt: utc(dueAt), decidedAt: utc(decidedAt) }
}

type NewCase = { readonly subject: Subject; readonly fields: SavedCase['fields']; readonly now: Temporal.Instant }

export function saveNewCase(tx: Tx, changes: FlowChanges, { subject, fields, now }: NewCase): void {
  const { id, definition, definitionVersion, starter } = changes.case
  const { kind, id: subjectId, name, unitId } = subject
  saveRows(
    tx,
    changes,
    sql`insert into flow_case (id, subject_kind, subject_id, subject_name, unit_id, definition, definition_version,
      starter, fields, started_at, ${MOVING})
    values (${id}, ${kind}, ${subjectId}, ${name}, ${unitId}, ${definition}, ${definitionVersion},
      ${starter}, ${JSON.stringify(fields)}, ${now}, ${movingOf(changes.case, now)})`,
  )
}

/** Over the version that was read; the case is held, so nobody came between. */
export function saveChanges(tx: Tx, changes: FlowChanges, now: Temporal.Instant): void {
  const moved = sql`update flow_case set (${MOVING}) = row(${movingOf(changes.case, now)}) where id = ${changes.case.id}`
  saveRows(tx, changes, moved)
}

/** What moves of the row of a case. */
const MOVING = sql`state, version, last_token, last_task, walked, choices, urged_at, urges, ended_at`

function movingOf(
  { state, version, lastToken, lastTask, walked, choices, urgedAt, urges }: FlowCase,
  now: Temporal.Instant,
) {
  const ended = state === 'running' ? null : now
  return sql`${state}, ${version}::integer, ${lastToken}::integer, ${lastTask}::integer, ${[...walked]}::text[],
    ${JSON.stringify(choices)}::jsonb, ${urgedAt}::timestamptz, ${urges}::integer, ${ended}::timestamptz`
}

/**
 * Everything a step changed goes to the database as one statement with one text, however many rows there are; it is
 * answered with the commit.
 */
function saveRows(tx: Tx, { case: { id }, tokens, tasks, log }: FlowChanges, moved: RawBuilder<unknown>): void {
  const tokenRows = tokens.saved.map(({ waitingBranch, ...token }) => ({
    ...token,
    case_id: id,
    waiting_branch: waitingBranch,
  }))
  const taskRows = [...tasks.added, ...tasks.changed].map((task) => ({ ...toTaskRow(task), case_id: id }))
  const lines = log.map(({ onBehalfOf, ...line }) => ({ ...line, on_behalf_of: onBehalfOf }))
  const statement = sql`
    with moved as (${moved}),
    gone as (delete from flow_token where case_id = ${id} and number = any (${[...tokens.removed]}::integer[])),
    token as (
      insert into flow_token select (jsonb_populate_recordset(null::flow_token, ${JSON.stringify(tokenRows)})).*
      on conflict (case_id, number) do update set (node, round, waiting_branch, resume, cause)
        = row(excluded.node, excluded.round, excluded.waiting_branch, excluded.resume, excluded.cause)),
    task as (
      insert into flow_task select (jsonb_populate_recordset(null::flow_task, ${JSON.stringify(taskRows)})).*
      on conflict (case_id, number) do update set (kind, state, token, node, round, assignee, turn, parent, together,
          added_by, version, opened_at, due_at, expired, decided_by, decided_at, closed_by)
        = row(excluded.kind, excluded.state, excluded.token, excluded.node, excluded.round, excluded.assignee,
          excluded.turn, excluded.parent, excluded.together, excluded.added_by, excluded.version, excluded.opened_at,
          excluded.due_at, excluded.expired, excluded.decided_by, excluded.decided_at, excluded.closed_by))
    insert into flow_log (case_id, number, code, actor, on_behalf_of, at, node, target, people, opinion)
    select ${id}, (select coalesce(max(number), 0) from flow_log where case_id = ${id}) + ordinality,
      code, actor, on_behalf_of, at, node, target, people, opinion
    from rows from (jsonb_to_recordset(${JSON.stringify(lines)}) as (code text, actor uuid, on_behalf_of uuid,
      at timestamptz, node text, target text, people uuid[], opinion text)) with ordinality line`
  sendAlong(tx, statement.compile(tx))
}

function toTaskRow({ order, addedBy, openedAt, dueAt, decidedBy, decidedAt, closedBy, ...task }: Task) {
  const renamed = { turn: order, added_by: addedBy, opened_at: openedAt, due_at: dueAt }
  return { ...task, ...renamed, decided_by: decidedBy, decided_at: decidedAt, closed_by: closedBy }
}
