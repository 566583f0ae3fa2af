import { TicketId } from '@shiji/contract/desk'
import { PersonId, UnitId } from '@shiji/contract/directory'
import type { ClockKind } from '@shiji/kernel/clock/clock-rule'
import type { SearchQuery } from '@shiji/kernel/search/search-text'
import type { Layer, Scope, Severity, TicketKind } from '@shiji/kernel/severity/ticket-class'
import type { TicketState } from '@shiji/kernel/ticket/ticket-state'
import { sql } from 'kysely'
import { type Actor, type Context, type Eyes, eyesOf } from '#platform/context'
import { contains, containsByText } from '#platform/database/contains'
import { keepStatement } from '#platform/database/statement'
import type { Reader } from '#platform/database/transaction'
import { listClockFaces } from '../clocks/clock-store.ts'
import { showClock } from '../clocks/show-clock.ts'
import { ticketAloneVisibleTo } from './ticket-visible-to.ts'

type TicketsWanted = {
  readonly state: TicketState | 'open' | 'all'
  readonly unitId?: string | undefined
  readonly severity?: Severity | undefined
  readonly service?: string | undefined
  readonly whose: 'all' | 'mine' | 'nobody'
  readonly query: SearchQuery
  /** `instant id` of the last row of the page before. */
  readonly after?: { readonly at: string; readonly id: string } | undefined
  readonly since?: Temporal.Instant | undefined
  readonly limit: number
}

const OPEN: readonly TicketState[] = ['waiting', 'working', 'paused', 'resolved']

/** So many of the newest are looked through one by one before the index of words is asked: common words stand in them. */
const NEWEST = 5_000

/** The newest first. */
export async function listTicketRows(reader: Reader, actor: Actor, wanted: TicketsWanted) {
  const { query, limit } = wanted
  const all = wantedOf(reader, actor, wanted)
  if (query.words.length === 0) return firstOf(reader, all, limit)
  const newest = all
    .select('ticket.folded')
    .orderBy('ticket.reportedAt', 'desc')
    .orderBy('ticket.id', 'desc')
    .limit(NEWEST)
  const holding = reader.selectFrom(newest.as('ticket')).select(SHOWN).where(containsByText('ticket', query))
  const among = await firstOf(reader, holding, limit)
  return among.length === limit ? among : firstOf(reader, all.where(contains('ticket', query)), limit)
}

type Tickets = ReturnType<typeof visible>

function wantedOf(reader: Reader, actor: Actor, wanted: TicketsWanted): Tickets {
  const { state, unitId, severity, service, whose, after, since } = wanted
  const me = actor.kind === 'person' ? actor.personId : null
  return visible(reader, eyesOf(actor))
    .$if(state === 'open', (some) => some.where('ticket.state', 'in', [...OPEN]))
    .$if(state !== 'open' && state !== 'all', (some) => some.where('ticket.state', '=', state))
    .$if(unitId !== undefined, (some) =>
      some
        .innerJoin('directoryUnit as unit', 'unit.id', 'ticket.unitId')
        .where(sql<boolean>`unit.ancestors @> array[${unitId ?? null}]::uuid[]`),
    )
    .$if(severity !== undefined, (some) => some.where('ticket.severity', '=', severity ?? ''))
    .$if(service !== undefined, (some) => some.where('ticket.service', '=', service ?? ''))
    .$if(whose === 'mine', (some) => some.where('ticket.assigneeId', '=', me))
    .$if(whose === 'nobody', (some) => some.where('ticket.assigneeId', 'is', null))
    .$if(since !== undefined, (some) =>
      some.where('ticket.reportedAt', '>=', since ?? Temporal.Instant.from('9999-01-01T00:00Z')),
    )
    .$if(after !== undefined, (some) =>
      some.where(sql<boolean>`(ticket.reported_at, ticket.id) < (${after?.at}::timestamptz, ${after?.id}::uuid)`),
    )
}

function firstOf(reader: Reader, some: Tickets, limit: number) {
  const page = some.orderBy('ticket.reportedAt', 'desc').orderBy('ticket.id', 'desc').limit(limit)
  return named(reader, page).orderBy('ticket.reportedAt', 'desc').orderBy('ticket.id', 'desc').execute()
}

export type RawTicket = Awaited<ReturnType<typeof listTicketRows>>[number]

export async function findTicketRow(reader: Reader, actor: Actor, id: string): Promise<RawTicket | undefined> {
  const { unitId, personId } = eyesOf(actor)
  const [row] = await ticketRow(reader, { id, unitId, personId })
  return row
}

const ticketRow = keepStatement((reader, { id, unitId, personId }: Eyes & { readonly id: string }) =>
  named(reader, visible(reader, { unitId, personId }).where('ticket.id', '=', id)).compile(),
)

/** The rows as the contract shows them, with their clocks. */
export async function showTickets(
  reader: Reader,
  context: Pick<Context, 'now' | 'language'>,
  raw: readonly RawTicket[],
) {
  const faces = Map.groupBy(
    await listClockFaces(reader, { ticketIds: raw.map(({ id }) => id) }),
    ({ ticketId }) => ticketId,
  )
  return raw.map((row) => showTicket(row, faces.get(row.id) ?? [], context))
}

type Faces = Awaited<ReturnType<typeof listClockFaces>>

export function showTicket(row: RawTicket, faces: Faces, { now, language }: Pick<Context, 'now' | 'language'>) {
  return {
    id: TicketId.parse(row.id),
    number: row.number,
    kind: row.kind as TicketKind,
    state: row.state as TicketState,
    unit: { id: UnitId.parse(row.unitId), name: row.unitName },
    team: { id: UnitId.parse(row.teamId), name: row.teamName },
    caller: { id: row.callerId as PersonId | null, name: row.callerName },
    what: row.what,
    place: row.place,
    service: row.service,
    scope: row.scope as Scope,
    severity: row.severity as Severity,
    layer: row.layer as Layer | null,
    isConfirmed: row.confirmedAt !== null,
    assignee: row.assigneeId === null ? null : { id: PersonId.parse(row.assigneeId), name: row.assigneeName ?? '' },
    reportedAt: row.reportedAt.toString(),
    isLate: row.isLate,
    reopenings: row.reopenings,
    clocks: faces.map((face) => showClock({ ...face, kind: face.kind as ClockKind }, { now, language })),
  }
}

/** Without what it is searched by, which is most of a ticket. */
const SHOWN = [
  'ticket.id',
  'ticket.number',
  'ticket.kind',
  'ticket.channel',
  'ticket.state',
  'ticket.unitId',
  'ticket.teamId',
  'ticket.callerId',
  'ticket.callerName',
  'ticket.contact',
  'ticket.place',
  'ticket.what',
  'ticket.service',
  'ticket.scope',
  'ticket.isPeak',
  'ticket.severity',
  'ticket.layer',
  'ticket.assigneeId',
  'ticket.manner',
  'ticket.cause',
  'ticket.mergedInto',
  'ticket.projectId',
  'ticket.isProjectByHand',
  'ticket.classifiedBy',
  'ticket.confirmedAt',
  'ticket.rulesVersion',
  'ticket.timeZone',
  'ticket.reportedAt',
  'ticket.isLate',
  'ticket.lateReason',
  'ticket.reopenings',
] as const

/**
 * Nothing is joined before a page is full: the newest come straight from the index in their order, however many tickets
 * are open, and the planner is not led to sort them all by what it remembers of a quieter day.
 */
function visible(reader: Reader, eyes: Eyes) {
  return reader.selectFrom('deskTicket as ticket').select(SHOWN).where(ticketAloneVisibleTo(eyes))
}

function named(reader: Reader, some: ReturnType<typeof visible>) {
  return reader
    .selectFrom(some.as('ticket'))
    .innerJoin('directoryUnit as unit', 'unit.id', 'ticket.unitId')
    .innerJoin('directoryUnit as team', 'team.id', 'ticket.teamId')
    .leftJoin('directoryPerson as assignee', 'assignee.id', 'ticket.assigneeId')
    .select(SHOWN)
    .select(['unit.name as unitName', 'team.name as teamName', 'assignee.name as assigneeName'])
}
