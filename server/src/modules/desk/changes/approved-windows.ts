import type { ChangeResult } from '@shiji/kernel/change/change-life'
import { windowStanding } from '@shiji/kernel/change/planned-window'
import { type RawBuilder, sql } from 'kysely'
import { keepStatement } from '#platform/database/statement'
import type { Reader } from '#platform/database/transaction'

export type ApprovedWindow = {
  readonly changeId: string
  readonly number: string
  /** What the people it touches were told. */
  readonly announcement: string
  readonly from: Temporal.Instant
  readonly until: Temporal.Instant
}

type Asked = {
  readonly unitId: string
  /** Keys of services; a window for any of them is meant. */
  readonly services: readonly string[]
  readonly from: Temporal.Instant
  readonly until: Temporal.Instant
}

/**
 * The windows of planned downtime that touch a unit and its services between two moments, by their beginning: approved
 * and announced before they began. The one list for the clocks of tickets and for availability.
 */
export async function approvedWindows(reader: Reader, asked: Asked): Promise<ApprovedWindow[]> {
  return onlyPlanned(await announcedWindows(reader, asked))
}

/** The same for the moment a ticket was reported, its unit and its service. */
export async function windowsAtReport(reader: Reader, ticketId: string): Promise<ApprovedWindow[]> {
  return onlyPlanned(await announcedAtReport(reader, { ticketId }))
}

function onlyPlanned(rows: Awaited<ReturnType<typeof announcedWindows>>): ApprovedWindow[] {
  return rows
    .filter(({ plannedFrom, approvedAt, announcedAt, result }) => {
      const facts = { from: plannedFrom.toString(), approvedAt: text(approvedAt), announcedAt: text(announcedAt) }
      return windowStanding({ ...facts, result: result as ChangeResult | null }) === 'planned'
    })
    .map(({ id, number, announcement, plannedFrom, plannedUntil }) => ({
      changeId: id,
      number,
      announcement,
      from: plannedFrom,
      until: plannedUntil,
    }))
}

const announcedWindows = keepStatement((reader, { unitId, services, from, until }: Asked) =>
  announced(reader, {
    unitId: sql`${unitId}::uuid`,
    services: sql`${services}::text[]`,
    from: sql`${from}::timestamptz`,
    until: sql`${until}::timestamptz`,
  }).compile(),
)

const announcedAtReport = keepStatement((reader, { ticketId }: { ticketId: string }) => {
  const of = (what: string) => sql`(select ${sql.raw(what)} from desk_ticket where id = ${ticketId}::uuid)`
  return announced(reader, {
    unitId: of('unit_id'),
    services: of('array[service]'),
    from: of('reported_at'),
    until: of(`reported_at + interval '1 second'`),
  }).compile()
})

type Bounds = Readonly<Record<keyof Asked, RawBuilder<unknown>>>

function announced(reader: Reader, { unitId, services, from, until }: Bounds) {
  return reader
    .selectFrom('deskChange as change')
    .select(['change.id', 'change.number', 'change.plannedFrom', 'change.plannedUntil'])
    .select(['change.approvedAt', 'change.announcedAt', 'change.announcement', 'change.result'])
    .where(sql<boolean>`change.planned_from < ${until} and change.planned_until > ${from}`)
    .where('change.announcedAt', 'is not', null)
    .where(sql<boolean>`change.services && ${services}`)
    .where(
      sql<boolean>`exists (select 1 from desk_change_place touched join directory_unit hit on hit.id = ${unitId}
        where touched.change_id = change.id and touched.unit_id = any(hit.ancestors))`,
    )
    .orderBy('change.plannedFrom')
    .orderBy('change.id')
}

function text(moment: Temporal.Instant | null): string | null {
  return moment?.toString() ?? null
}
