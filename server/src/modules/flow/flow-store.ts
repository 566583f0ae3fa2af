import type { FieldValue } from '@shiji/kernel/flow/flow-definition'
import type { FlowChanges } from '@shiji/kernel/flow/flow-draft'
import type { CaseState, FlowCase, FlowState, Task, TaskKind, TaskState, Token } from '@shiji/kernel/flow/flow-state'
import { type RawBuilder, type Selectable, sql } from 'kysely'
import { z } from 'zod'
import { PREPARED } from '#platform/database/prepared'
import type { Tables } from '#platform/database/row-types'
import type { Reader, Tx } from '#platform/database/transaction'

/** What a case is about: a record of the module that began it. */
export type Subject = { readonly kind: string; readonly id: string; readonly name: string; readonly unitId: string }

export type SavedCase = {
  readonly subject: Subject
  readonly fields: Readonly<Record<string, FieldValue>>
  readonly state: FlowState
}

const Choices = z.record(z.string(), z.array(z.string()))
const Fields = z.record(z.string(), z.union([z.string(), z.boolean()]))
const Cause = z.object({ task: z.number(), resume: z.array(z.string()) }).nullable()

/** Held, so that two who act at once come one after the other: what is sent behind the lock reads what stands then. */
export async function lockCase(tx: Tx, id: string): Promise<SavedCase | undefined> {
  const held = caseRow(tx, id).forUpdate().executeTakeFirst()
  return savedCase(await Promise.all([held, ...rowsOf(tx, id)]))
}

export async function loadCase(reader: Reader, id: string): Promise<SavedCase | undefined> {
  const row = caseRow(reader, id).executeTakeFirst()
  return savedCase(await Promise.all([row, ...rowsOf(reader, id)]))
}

function caseRow(reader: Reader, id: string) {
  return reader
    .selectFrom('flowCase')
    .select(['id', 'subjectKind', 'subjectId', 'subjectName', 'unitId', 'definition', 'definitionVersion', 'starter'])
    .select(['fields', 'state', 'version', 'lastToken', 'lastTask', 'walked', 'choices', 'urgedAt', 'urges'])
    .where('id', '=', id)
    .modifyEnd(PREPARED)
}

function rowsOf(reader: Reader, id: string) {
  return [
    reader
      .selectFrom('flowToken')
      .select(['number', 'node', 'round', 'waitingBranch', 'resume', 'cause'])
      .where('caseId', '=', id)
      .orderBy('number')
      .modifyEnd(PREPARED)
      .execute(),
    reader
      .selectFrom('flowTask')
      .select([
        'number',
        'kind',
        'state',
        'token',
        'node',
        'round',
        'assignee',
        'turn',
        'parent',
        'together',
        'addedBy',
      ])
      .select(['version', 'openedAt', 'dueAt', 'expired', 'decidedBy', 'decidedAt', 'closedBy'])
      .where('caseId', '=', id)
      .orderBy('number')
      .modifyEnd(PREPARED)
      .execute(),
  ] as const
}

type Row<Name extends 'flowCase' | 'flowToken' | 'flowTask'> = Omit<Selectable<Tables[Name]>, 'caseId'>
type CaseRow = Omit<Row<'flowCase'>, 'startedAt' | 'endedAt'>
type CaseRows = readonly [CaseRow | undefined, readonly Row<'flowToken'>[], readonly Row<'flowTask'>[]]

function savedCase([row, tokens, tasks]: CaseRows): SavedCase | undefined {
  if (row === undefined) return
  const { subjectKind, subjectId, subjectName, unitId } = row
  return {
    subject: { kind: subjectKind, id: subjectId, name: subjectName, unitId },
    fields: Fields.parse(row.fields),
    state: {
      case: {
        id: row.id,
        definition: row.definition,
        definitionVersion: row.definitionVersion,
        starter: row.starter,
        state: row.state as CaseState,
        version: row.version,
        lastToken: row.lastToken,
        lastTask: row.lastTask,
        walked: row.walked,
        choices: Choices.parse(row.choices),
        urgedAt: row.urgedAt?.toString() ?? null,
        urges: row.urges,
      },
      tokens: tokens.map(({ cause, ...token }) => ({ ...token, cause: Cause.parse(cause) })),
      tasks: tasks.map(toTask),
    },
  }
}

type RawTask = Omit<Task, 'kind' | 'state' | 'order' | 'together' | 'openedAt' | 'dueAt' | 'decidedAt'> & {
  readonly kind: string
  readonly state: string
  readonly turn: number
  readonly together: string
  readonly openedAt: Temporal.Instant | null
  readonly dueAt: Temporal.Instant | null
  readonly decidedAt: Temporal.Instant | null
}

function toTask({ turn, openedAt, dueAt, decidedAt, ...task }: RawTask): Task {
  return {
    ...task,
    kind: task.kind as TaskKind,
    state: task.state as TaskState,
    together: task.together as Task['together'],
    order: turn,
    openedAt: openedAt?.toString() ?? null,
    dueAt: dueAt?.toString() ?? null,
    decidedAt: decidedAt?.toString() ?? null,
  }
}

type NewCase = { readonly subject: Subject; readonly fields: SavedCase['fields']; readonly now: Temporal.Instant }

export async function saveNewCase(tx: Tx, changes: FlowChanges, { subject, fields, now }: NewCase): Promise<void> {
  const { kind, id, name, unitId } = subject
  const row = { ...toCaseRow(changes.case), id: changes.case.id, starter: changes.case.starter }
  const { definition, definitionVersion } = changes.case
  const about = { subjectKind: kind, subjectId: id, subjectName: name, unitId, definition, definitionVersion }
  await tx
    .insertInto('flowCase')
    .values({ ...row, ...about, fields: JSON.stringify(fields), startedAt: now })
    .execute()
  await saveRows(tx, changes)
}

/** Over the version that was read; the case is held, so nobody came between. */
export async function saveChanges(tx: Tx, changes: FlowChanges, now: Temporal.Instant): Promise<void> {
  const ended = changes.case.state === 'running' ? null : now
  const moved = tx
    .updateTable('flowCase')
    .set({ ...toCaseRow(changes.case), endedAt: ended })
    .where('id', '=', changes.case.id)
    .modifyEnd(PREPARED)
    .execute()
  await Promise.all([moved, saveRows(tx, changes)])
}

function toCaseRow({ state, version, lastToken, lastTask, walked, choices, urgedAt, urges }: FlowCase) {
  const at = urgedAt === null ? null : Temporal.Instant.from(urgedAt)
  const kept = { state, version, lastToken, lastTask, urges, urgedAt: at }
  return { ...kept, walked: [...walked], choices: JSON.stringify(choices) }
}

/** Rows that do not touch each other, sent in one go: one statement for each kind of row. */
async function saveRows(tx: Tx, { case: { id: caseId }, tokens, tasks, log }: FlowChanges): Promise<void> {
  const removed = [...tokens.removed]
  const saved: Promise<unknown>[] = []
  if (removed.length > 0) {
    saved.push(tx.deleteFrom('flowToken').where('caseId', '=', caseId).where('number', 'in', removed).execute())
  }
  const tokenRows = tokens.saved.map((token) => ({ caseId, ...toTokenRow(token) }))
  if (tokenRows[0] !== undefined) {
    const anew = asInserted(tokenRows[0])
    const insert = tx.insertInto('flowToken').values(tokenRows).modifyEnd(PREPARED)
    saved.push(insert.onConflict((conflict) => conflict.columns(['caseId', 'number']).doUpdateSet(anew)).execute())
  }
  const taskRows = [...tasks.added, ...tasks.changed].map((task) => ({ caseId, ...toTaskRow(task) }))
  if (taskRows[0] !== undefined) {
    const anew = asInserted(taskRows[0])
    const insert = tx.insertInto('flowTask').values(taskRows).modifyEnd(PREPARED)
    saved.push(insert.onConflict((conflict) => conflict.columns(['caseId', 'number']).doUpdateSet(anew)).execute())
  }
  saved.push(saveLog(tx, caseId, log))
  await Promise.all(saved)
}

/** A row that is there already becomes what was to be inserted. */
function asInserted<Row extends object>({ ...row }: Row): Record<keyof Row, RawBuilder<never>> {
  const columns = Object.keys(row).map((column) => [column, sql<never>`${sql.ref(`excluded.${column}`)}`])
  return Object.fromEntries(columns)
}

function toTokenRow({ resume, cause, ...token }: Token) {
  return { ...token, resume: [...resume], cause: cause === null ? null : JSON.stringify(cause) }
}

function toTaskRow({ order, openedAt, dueAt, decidedAt, ...task }: Task) {
  const at = (instant: string | null) => (instant === null ? null : Temporal.Instant.from(instant))
  return { ...task, turn: order, openedAt: at(openedAt), dueAt: at(dueAt), decidedAt: at(decidedAt) }
}

async function saveLog(tx: Tx, caseId: string, log: FlowChanges['log']): Promise<void> {
  if (log.length === 0) return
  const last = sql`(select coalesce(max(number), 0) from flow_log where case_id = ${caseId})`
  const rows = log.map(({ at, people, ...line }, index) => {
    const number = sql<number>`${last} + ${index + 1}::integer`
    return { caseId, number, ...line, at: Temporal.Instant.from(at), people: [...people] }
  })
  await tx.insertInto('flowLog').values(rows).modifyEnd(PREPARED).execute()
}
