import type { FieldValue } from '@shiji/kernel/flow/flow-definition'
import type { FlowGraph } from '@shiji/kernel/flow/flow-graph'
import type { LogLine } from '@shiji/kernel/flow/flow-log'
import type { FlowCase, FlowState, Task, Token } from '@shiji/kernel/flow/flow-state'
import type { Context } from '#platform/context'
import { askFixed } from '#platform/database/ask-fixed'
import type { Reader, Tx } from '#platform/database/transaction'
import type { Entrusted } from './deputies/entrusted.ts'
import { graphFrom } from './flow-graphs.ts'

/** What a case is about: a record of the module that began it. */
export type Subject = { readonly kind: string; readonly id: string; readonly name: string; readonly unitId: string }

export type SavedCase = {
  readonly subject: Subject
  readonly fields: Readonly<Record<string, FieldValue>>
  readonly state: FlowState
  /** The flow in the version the case began with, whatever was published later. */
  readonly graph: FlowGraph
  /** Whose desks the one who asks holds today. */
  readonly entrusted: readonly Entrusted[]
  /** At least of the one who asks and of the starter. */
  readonly names: ReadonlyMap<string, string>
}

/** A case as it is shown: with its history, and the names of everybody in it. */
export type OpenedCase = SavedCase & { readonly unit: string; readonly log: readonly LogLine[] }

type Asker = Pick<Context, 'actor' | 'now'>

/** Held, so that two who act at once come one after the other: what is sent behind the lock reads what stands then. */
export async function lockCase(tx: Tx, asker: Asker, id: string): Promise<SavedCase | undefined> {
  const [, saved] = await Promise.all([holdCase(tx, id), loadOne(tx, LOAD, { asker, id })])
  return saved
}

/** The same with all that is shown of it. */
export async function lockOpenedCase(tx: Tx, asker: Asker, id: string): Promise<OpenedCase | undefined> {
  const [, opened] = await Promise.all([holdCase(tx, id), loadOpenedCase(tx, asker, id)])
  return opened
}

/** All of a case in one statement. */
export function loadOpenedCase(reader: Reader, asker: Asker, id: string): Promise<OpenedCase | undefined> {
  return loadOne(reader, LOAD_OPENED, { asker, id })
}

function holdCase(tx: Tx, id: string): Promise<unknown> {
  return askFixed(tx, { sql: 'select from flow_case where id = $1 for update', parameters: [id] })
}

type Wanted = { readonly asker: Asker; readonly id: string }

async function loadOne(reader: Reader, sql: string, { asker, id }: Wanted): Promise<OpenedCase | undefined> {
  const { actor, now } = asker
  const personId = actor.kind === 'person' ? actor.personId : null
  const [row] = await askFixed<Row>(reader, { sql, parameters: [id, personId, now] })
  return row === undefined ? undefined : openedCase(row)
}

const PEOPLE_AROUND = `select unnest(array[flow_case.starter, $2::uuid])`

const EVERYBODY = `${PEOPLE_AROUND}
  union select unnest(array[assignee, decided_by]) from flow_task where case_id = flow_case.id
  union select unnest(array[actor, on_behalf_of] || people) from flow_log where case_id = flow_case.id`

const UNIT_AND_LOG = `
  (select name from directory_unit where id = flow_case.unit_id) as unit,
  (select json_agg(line order by number) from (
    select number, code, actor, on_behalf_of as "onBehalfOf", at, node, target, people, opinion
    from flow_log where case_id = flow_case.id) line) as log,`

function loadText(named: string, besides: string): string {
  return `
  select
    (select definition::text from flow_definition
      where (key, version) = (flow_case.definition, flow_case.definition_version)) as flow,
    (select to_json(found) from (select ${besides}
      json_build_object('kind', subject_kind, 'id', subject_id, 'name', subject_name, 'unitId', unit_id) as subject,
      fields,
      json_build_object('id', id, 'definition', definition, 'definitionVersion', definition_version,
        'starter', starter, 'state', state, 'version', version, 'lastToken', last_token, 'lastTask', last_task,
        'walked', walked, 'choices', choices, 'urgedAt', urged_at, 'urges', urges) as case,
      (select json_agg(token order by number) from (
        select number, node, round, waiting_branch as "waitingBranch", resume, cause
        from flow_token where case_id = flow_case.id) token) as tokens,
      (select json_agg(task order by number) from (
        select number, kind, state, token, node, round, assignee, turn as "order", parent, together,
          added_by as "addedBy", version, opened_at as "openedAt", due_at as "dueAt", expired,
          decided_by as "decidedBy", decided_at as "decidedAt", closed_by as "closedBy"
        from flow_task where case_id = flow_case.id) task) as tasks,
      (select json_agg(held) from (
        select principal, deputy, begins_at as "from", ends_at as "until", flows from flow_deputy
        where deputy = $2 and begins_at <= $3::timestamptz and ends_at > $3::timestamptz) held) as entrusted,
      (select json_object_agg(id, name) from directory_person where id = any (array(${named}))) as names
    ) found) as found
  from flow_case where id = $1`
}

const LOAD = loadText(PEOPLE_AROUND, '')
const LOAD_OPENED = loadText(EVERYBODY, UNIT_AND_LOG)

type Found = {
  readonly subject: Subject
  readonly fields: SavedCase['fields']
  readonly case: FlowCase
  readonly tokens: readonly Token[] | null
  readonly tasks: readonly Task[] | null
  readonly entrusted: readonly Entrusted[] | null
  readonly names: Readonly<Record<string, string>> | null
  readonly unit?: string
  readonly log?: readonly LogLine[] | null
}

type Row = { readonly flow: string; readonly found: Found }

function openedCase({ flow, found }: Row): OpenedCase {
  const { case: kept, tokens, tasks, entrusted, names, log } = found
  return {
    subject: found.subject,
    fields: found.fields,
    graph: graphFrom(flow),
    state: {
      case: { ...kept, urgedAt: inUtc(kept.urgedAt) },
      tokens: tokens ?? [],
      tasks: (tasks ?? []).map((task) => {
        const { openedAt, dueAt, decidedAt } = task
        return { ...task, openedAt: inUtc(openedAt), dueAt: inUtc(dueAt), decidedAt: inUtc(decidedAt) }
      }),
    },
    entrusted: (entrusted ?? []).map((one) => ({ ...one, from: utc(one.from), until: utc(one.until) })),
    names: new Map(Object.entries(names ?? {})),
    unit: found.unit ?? '',
    log: (log ?? []).map((line) => ({ ...line, at: utc(line.at) })),
  }
}

/** JSON gives an instant with its offset; the engine compares instants as text. */
function utc(at: string): string {
  return at.endsWith('+00:00') ? `${at.slice(0, -6)}Z` : Temporal.Instant.from(at).toString()
}

function inUtc(at: string | null): string | null {
  return at === null ? null : utc(at)
}
