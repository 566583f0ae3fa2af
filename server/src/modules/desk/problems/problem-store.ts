import { ProblemId } from '@shiji/contract/desk-problem-id'
import type { ProblemState } from '@shiji/kernel/problem/problem-life'
import { sql } from 'kysely'
import type { Actor } from '#platform/context'
import { keepStatement } from '#platform/database/statement'
import type { Reader, Tx } from '#platform/database/transaction'

/** The problems of the own unit and below. */
export function problemsSeenBy(reader: Reader, actor: Actor) {
  const own = actor.kind === 'person' ? actor.unitId : null
  return reader
    .selectFrom('deskProblem as problem')
    .innerJoin('directoryUnit as unit', 'unit.id', 'problem.unitId')
    .where(sql<boolean>`unit.ancestors @> array[${own}]::uuid[]`)
    .selectAll('problem')
    .select([
      'unit.name as unitName',
      sql<number>`(select count(*)::int from desk_problem_ticket link where link.problem_id = problem.id)`.as(
        'tickets',
      ),
    ])
}

export function showProblem(row: Awaited<ReturnType<ReturnType<typeof problemsSeenBy>['executeTakeFirstOrThrow']>>) {
  const { id, number, title, service, state, tickets, workaround, openedAt } = row
  const shown = { id: ProblemId.parse(id), number, title, service, tickets, workaround }
  return { ...shown, state: state as ProblemState, openedAt: openedAt.toString() }
}

export async function lockProblem(tx: Tx, actor: Actor, id: string) {
  const row = await problemsSeenBy(tx, actor).where('problem.id', '=', id).forUpdate(['problem']).executeTakeFirst()
  return row && { ...row, state: row.state as ProblemState }
}

type Link = {
  readonly ticketId: string
  readonly problemId: string
  readonly linkedAt: Temporal.Instant
  readonly linkedBy: string
}

/** Whether the incident had no problem behind it so far. */
export async function saveLink(tx: Tx, link: Link): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('deskProblemTicket')
    .values(link)
    .onConflict((conflict) => conflict.column('ticketId').doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** What a ticket says of the problem behind it, and how to get by until it is solved. */
export async function findProblemOf(reader: Reader, ticketId: string) {
  const [row] = await problemOf(reader, { ticketId })
  return row === undefined ? null : { ...row, id: ProblemId.parse(row.id) }
}

const problemOf = keepStatement((reader, { ticketId }: { readonly ticketId: string }) =>
  reader
    .selectFrom('deskProblemTicket as link')
    .innerJoin('deskProblem as problem', 'problem.id', 'link.problemId')
    .select(['problem.id', 'problem.number', 'problem.title', 'problem.workaround'])
    .where('link.ticketId', '=', ticketId)
    .compile(),
)
