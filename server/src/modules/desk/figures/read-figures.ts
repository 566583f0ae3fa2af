import { type FiguresBy, TimedClock } from '@shiji/contract/desk-figures'
import type { ProjectId } from '@shiji/contract/performance'
import { type Decimal, decimal, divide } from '@shiji/kernel/decimal'
import { sql } from 'kysely'
import type { z } from 'zod'
import { type Actor, type Context, requirePermission } from '#platform/context'
import { type Reader, read } from '#platform/database/transaction'
import { periodEnd, periodStart } from '#platform/measure'
import { refuse } from '#platform/refusal'
import { findDeskProject } from '../lines/desk-projects.ts'

type Asked = {
  readonly year: number
  readonly by: z.infer<typeof FiguresBy>
  readonly projectId?: ProjectId | undefined
}

/** The tickets of the own unit and below and of teams there, by the same rule as the figures of the board. */
export async function readFigures(context: Context, asked: Asked) {
  requirePermission(context, 'desk.read')
  const { actor } = context
  return read(context.db, async (reader) => {
    const { projectId } = asked
    if (projectId !== undefined && (await findDeskProject(reader, actor, projectId)) === undefined) refuse('not-found')
    const clocks = []
    for (const clock of TimedClock.options) clocks.push(await readClock(reader, actor, { ...asked, clock }))
    return clocks.flat()
  })
}

const GROUPS = { severity: 'fact.severity', service: 'fact.service', manner: 'ticket.manner' } as const

type ClockAsked = Asked & { readonly clock: z.infer<typeof TimedClock> }

async function readClock(reader: Reader, actor: Actor, { clock, year, by, projectId }: ClockAsked) {
  const own = actor.kind === 'person' ? actor.unitId : null
  const inReach = sql`(select id from directory_unit where ancestors @> array[${own}]::uuid[])`
  const period = { from: `${year}-01-01`, until: `${year}-12-31` }
  const took = sql.ref<bigint>(`fact.${clock}_seconds`)
  const group = sql.ref<string | null>(GROUPS[by])
  const rows = await reader
    .selectFrom('deskTicketFact as fact')
    .innerJoin('deskTicket as ticket', 'ticket.id', 'fact.ticketId')
    .select([
      sql<boolean>`grouping(${group}) = 1`.as('isWhole'),
      group.as('group'),
      sql<number>`count(*)::int`.as('tickets'),
      sql<number>`(percentile_disc(0.5) within group (order by ${took}))::int`.as('p50'),
      sql<number>`(percentile_disc(0.9) within group (order by ${took}))::int`.as('p90'),
      sql<number>`(percentile_disc(0.95) within group (order by ${took}))::int`.as('p95'),
      sql<number>`max(${took})::int`.as('longest'),
      sql<number>`(count(*) filter (where ${sql.ref(`fact.${clock}_verdict`)} = 'kept'))::int`.as('kept'),
    ])
    .where(sql<boolean>`fact.known_until = 'infinity'`)
    .where(sql<boolean>`(fact.unit_id in ${inReach} or fact.team_id in ${inReach})`)
    .where('fact.reportedAt', '>=', periodStart(period))
    .where('fact.reportedAt', '<', periodEnd(period))
    .where('fact.state', '<>', 'withdrawn')
    .where(sql<boolean>`${sql.ref(`fact.${clock}_state`)} = 'stopped'`)
    .$if(clock === 'recovery', (some) => some.where('fact.kind', '=', 'incident'))
    .$if(projectId !== undefined, (some) => some.where('fact.projectId', '=', projectId ?? ''))
    .groupBy(sql`grouping sets ((${group}), ())`)
    .having(sql<boolean>`count(*) > 0`)
    .orderBy(sql`grouping(${group}) desc, count(*) desc, ${group}`)
    .execute()
  return rows.map(({ isWhole, group: key, kept, ...row }) => ({
    ...row,
    clock,
    group: isWhole ? null : (key ?? 'none'),
    kept: percentOf(kept, row.tickets),
  }))
}

function percentOf(part: number, whole: number): Decimal {
  return divide(decimal(part * 100), decimal(whole), { scale: 2, rounding: 'half-up' })
}
