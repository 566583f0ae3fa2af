import type { Box, BoxRow } from '@shiji/contract/flow'
import { CaseId } from '@shiji/contract/flow'
import type { FlowGraph } from '@shiji/kernel/flow/flow-graph'
import { sql } from 'kysely'
import type { z } from 'zod'
import { type Context, type PersonContext, requireSignedIn } from '#platform/context'
import { type Reader, read } from '#platform/database/transaction'
import { entrustedTo, isOnDesk } from '../deputies/entrusted.ts'
import { graphAt } from '../flow-graphs.ts'
import { namesOf } from '../people/names.ts'

type Row = z.infer<typeof BoxRow>
type Input = { readonly box: z.infer<typeof Box>; readonly before?: string | undefined }

const PAGE = 50

/** One box of the one who asks, the newest first. */
export async function listBox(context: Context, { box, before }: Input) {
  requireSignedIn(context)
  return read(context.db, async (reader) => {
    const until = before === undefined ? context.now.add({ hours: 24 }) : Temporal.Instant.from(before)
    const found = await rowsOf(reader, context, { box, until })
    const graphs = await graphsOf(reader, found)
    const mine = found.map(({ assignee }) => assignee).filter((one) => one !== null && one !== context.actor.personId)
    const names =
      box === 'done'
        ? new Map()
        : await namesOf(
            reader,
            mine.filter((one) => one !== null),
          )
    const unread = await countUnread(reader, found)
    const rows = found.map((row): Row => {
      const graph = graphs.get(versionOf(row))
      const forWhom = names.get(row.assignee ?? '') ?? null
      const node = graph?.nodes.get(row.node)?.name[context.language] ?? ''
      return { ...toBoxRow(row), node, forWhom, unread: unread.get(row.id) ?? 0 }
    })
    return { rows, next: rows.length === PAGE ? (rows.at(-1)?.at ?? null) : null }
  })
}

type Asked = { readonly box: Input['box']; readonly until: Temporal.Instant }

async function rowsOf(reader: Reader, context: PersonContext, { box, until }: Asked): Promise<RawRow[]> {
  const { actor } = context
  if (box === 'started') {
    return cases(reader)
      .select(['flowCase.startedAt as at', sql<null>`null::integer`.as('task'), sql<string>`''`.as('node')])
      .select([sql<null>`null::timestamptz`.as('dueAt'), sql<null>`null::uuid`.as('assignee')])
      .where('flowCase.starter', '=', actor.personId)
      .where('flowCase.startedAt', '<', until)
      .orderBy('flowCase.startedAt', 'desc')
      .limit(PAGE)
      .execute()
  }
  const tasks = cases(reader)
    .innerJoin('flowTask', 'flowTask.caseId', 'flowCase.id')
    .select(['flowTask.number as task', 'flowTask.node', 'flowTask.dueAt', 'flowTask.assignee'])
    .limit(PAGE)
  if (box === 'done') {
    return tasks
      .select(sql<Temporal.Instant>`flow_task.decided_at`.as('at'))
      .where('flowTask.decidedBy', '=', actor.personId)
      .where('flowTask.decidedAt', '<', until)
      .orderBy('flowTask.decidedAt', 'desc')
      .execute()
  }
  const received = tasks
    .select('flowCase.startedAt as at')
    .where('flowCase.startedAt', '<', until)
    .orderBy('flowCase.startedAt', 'desc')
  if (box === 'copied') {
    return received.where('flowTask.kind', '=', 'copied').where('flowTask.assignee', '=', actor.personId).execute()
  }
  return received
    .where(isOnDesk(actor.personId, await entrustedTo(reader, context)))
    .where('flowTask.state', 'in', ['open', 'asking'])
    .where('flowTask.kind', box === 'reading' ? 'in' : 'not in', [...READING])
    .execute()
}

/** What is copied or circulated waits for nobody. */
export const READING = ['copied', 'circulated'] as const

function cases(reader: Reader) {
  return reader
    .selectFrom('flowCase')
    .innerJoin('directoryUnit', 'directoryUnit.id', 'flowCase.unitId')
    .innerJoin('directoryPerson as starting', 'starting.id', 'flowCase.starter')
    .select(['flowCase.id', 'flowCase.subjectKind', 'flowCase.subjectId', 'flowCase.subjectName', 'flowCase.state'])
    .select(['flowCase.definition', 'flowCase.definitionVersion', 'directoryUnit.name as unit'])
    .select('starting.name as starter')
}

type RawRow = {
  readonly id: string
  readonly subjectKind: string
  readonly subjectId: string
  readonly subjectName: string
  readonly state: string
  readonly definition: string
  readonly definitionVersion: number
  readonly unit: string
  readonly starter: string
  readonly at: Temporal.Instant
  readonly task: number | null
  readonly node: string
  readonly dueAt: Temporal.Instant | null
  readonly assignee: string | null
}

/** How many still have to read each case of a page. */
async function countUnread(reader: Reader, rows: readonly RawRow[]): Promise<ReadonlyMap<string, number>> {
  const cases = [...new Set(rows.map(({ id }) => id))]
  const counts = await reader
    .selectFrom('flowTask')
    .select(['caseId', sql<number>`count(*)::int`.as('unread')])
    .where(sql<boolean>`case_id = any(${cases}::uuid[])`)
    .where('kind', 'in', [...READING])
    .where('state', 'in', ['open', 'asking'])
    .groupBy('caseId')
    .execute()
  return new Map(counts.map(({ caseId, unread }) => [caseId, unread]))
}

type Version = Pick<RawRow, 'definition' | 'definitionVersion'>

function versionOf({ definition, definitionVersion }: Version): string {
  return `${definition} ${definitionVersion}`
}

/** Each flow of a page once: most rows of a page walk the same one. */
async function graphsOf(reader: Reader, rows: readonly RawRow[]): Promise<ReadonlyMap<string, FlowGraph>> {
  const graphs = new Map<string, FlowGraph>()
  for (const row of rows) if (!graphs.has(versionOf(row))) graphs.set(versionOf(row), await graphAt(reader, row))
  return graphs
}

function toBoxRow(row: RawRow): Omit<Row, 'node' | 'forWhom' | 'unread'> {
  const { id, subjectKind, subjectId, subjectName: subject, unit, starter, task } = row
  return {
    caseId: CaseId.parse(id),
    ...{ task, subjectKind, subjectId, subject, unit, starter },
    state: row.state as Row['state'],
    at: row.at.toString(),
    dueAt: row.dueAt?.toString() ?? null,
  }
}
