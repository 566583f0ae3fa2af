import type { Box, BoxRow } from '@shiji/contract/flow'
import { CaseId } from '@shiji/contract/flow'
import { sql } from 'kysely'
import type { z } from 'zod'
import { type Context, type PersonContext, requireSignedIn } from '#platform/context'
import { type Reader, read } from '#platform/database/transaction'
import { graphAt } from './flow-graphs.ts'

type Row = z.infer<typeof BoxRow>
type Input = { readonly box: z.infer<typeof Box>; readonly before?: string | undefined }

const PAGE = 50

/** One box of the one who asks, the newest first. */
export async function listBox(context: Context, { box, before }: Input) {
  requireSignedIn(context)
  return read(context.db, async (reader) => {
    const until = before === undefined ? context.now.add({ hours: 24 }) : Temporal.Instant.from(before)
    const found = await rowsOf(reader, context, { box, until })
    const rows: Row[] = []
    for (const row of found) rows.push(await toBoxRow(reader, context, row))
    return { rows, next: rows.length === PAGE ? (rows.at(-1)?.at ?? null) : null }
  })
}

type Asked = { readonly box: Input['box']; readonly until: Temporal.Instant }

async function rowsOf(reader: Reader, { actor }: PersonContext, { box, until }: Asked): Promise<RawRow[]> {
  if (box === 'started') {
    return cases(reader)
      .select(['flowCase.startedAt as at', sql<null>`null::integer`.as('task'), sql<string>`''`.as('node')])
      .select(sql<null>`null::timestamptz`.as('dueAt'))
      .where('flowCase.starter', '=', actor.personId)
      .where('flowCase.startedAt', '<', until)
      .orderBy('flowCase.startedAt', 'desc')
      .limit(PAGE)
      .execute()
  }
  const tasks = cases(reader)
    .innerJoin('flowTask', 'flowTask.caseId', 'flowCase.id')
    .select(['flowTask.number as task', 'flowTask.node', 'flowTask.dueAt'])
    .limit(PAGE)
  if (box === 'done') {
    return tasks
      .select(sql<Temporal.Instant>`flow_task.decided_at`.as('at'))
      .where('flowTask.decidedBy', '=', actor.personId)
      .where('flowTask.decidedAt', '<', until)
      .orderBy('flowTask.decidedAt', 'desc')
      .execute()
  }
  return tasks
    .select('flowCase.startedAt as at')
    .where('flowTask.assignee', 'in', mineOrEntrusted(reader, actor.personId))
    .where('flowTask.state', 'in', ['open', 'asking'])
    .where('flowTask.kind', box === 'reading' ? 'in' : 'not in', [...READING])
    .where('flowCase.startedAt', '<', until)
    .orderBy('flowCase.startedAt', 'desc')
    .execute()
}

/** What is copied or circulated waits for nobody. */
export const READING = ['copied', 'circulated'] as const

/** The person, and those the person signs for today. */
export function mineOrEntrusted(reader: Reader, personId: string) {
  return reader
    .selectFrom('directoryPerson')
    .select('directoryPerson.id')
    .where((where) =>
      where.or([
        where('directoryPerson.id', '=', personId),
        where.exists(
          reader
            .selectFrom('flowDeputy')
            .select('flowDeputy.id')
            .where('flowDeputy.deputy', '=', personId)
            .where('flowDeputy.principal', '=', sql<string>`directory_person.id`)
            .where('flowDeputy.beginsAt', '<=', sql<Temporal.Instant>`now()`)
            .where('flowDeputy.endsAt', '>', sql<Temporal.Instant>`now()`),
        ),
      ]),
    )
}

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
}

async function toBoxRow(reader: Reader, { language }: Context, row: RawRow): Promise<Row> {
  const { id, subjectKind, subjectId, subjectName: subject, unit, starter, task } = row
  const graph = row.node === '' ? null : await graphAt(reader, row)
  return {
    caseId: CaseId.parse(id),
    ...{ task, subjectKind, subjectId, subject, unit, starter },
    node: graph?.nodes.get(row.node)?.name[language] ?? '',
    state: row.state as Row['state'],
    at: row.at.toString(),
    dueAt: row.dueAt?.toString() ?? null,
  }
}
