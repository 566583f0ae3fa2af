import { TicketId } from '@shiji/contract/desk'
import type { MajorState } from '@shiji/kernel/major/major-state'
import type { TicketState } from '@shiji/kernel/ticket/ticket-state'
import { type Context, type PersonContext, requirePermission } from '#platform/context'
import { type Reader, read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { type MajorEntry, majorsSeenBy, peopleHit } from './major-store.ts'

const SHOWN = 100
/** What everybody who is hit was told. */
const TOLD: readonly MajorEntry['kind'][] = ['announced', 'ended', 'resumed']
const UNTOLD = { reason: '', course: '', cause: '', measures: '' }

export async function listMajors(context: Context) {
  requirePermission(context, 'desk.read')
  const rows = await read(context.db, (reader) =>
    majorsSeenBy(reader, context.actor).orderBy('major.declaredAt', 'desc').limit(SHOWN).execute(),
  )
  return rows.map((row) => showRow(row, context))
}

export async function openMajor(context: Context, { id }: { id: TicketId }) {
  requirePermission(context, 'desk.read')
  const { actor } = context
  return read(context.db, async (reader) => {
    const row =
      (await majorsSeenBy(reader, actor).where('major.ticketId', '=', id).executeTakeFirst()) ?? refuse('not-found')
    const names = await namesOf(reader, [row.declaredBy, row.reviewedBy])
    const { isInside } = row
    const { reason, course, cause, measures } = isInside ? row : UNTOLD
    return {
      ...showRow(row, context),
      ...{ reason, course, cause, measures },
      ticket: { number: row.ticketNumber, state: row.ticketState as TicketState },
      declaredBy: names.get(row.declaredBy ?? '') ?? null,
      reviewedBy: names.get(row.reviewedBy ?? '') ?? null,
      reviewedAt: row.reviewedAt?.toString() ?? null,
      entries: (await entriesOf(reader, id)).filter(({ kind }) => isInside || TOLD.includes(kind)),
      merged: isInside ? await mergedInto(reader, id) : [],
      reaches: (await peopleHit(reader, id)).length,
      mayAct: isInside && actor.permissions.has('desk.work'),
    }
  })
}

type Row = Awaited<ReturnType<ReturnType<typeof majorsSeenBy>['executeTakeFirstOrThrow']>>

function showRow(row: Row, { now }: PersonContext) {
  const { ticketId, number, what, unitName, state, declaredAt, endedAt, leaderName, nextUpdateAt } = row
  const isLate = nextUpdateAt !== null && Temporal.Instant.compare(nextUpdateAt, now) < 0
  return {
    id: TicketId.parse(ticketId),
    ...{ number, what },
    unit: unitName,
    state: state as MajorState,
    declaredAt: declaredAt.toString(),
    endedAt: endedAt?.toString() ?? null,
    leader: leaderName,
    nextUpdateAt: nextUpdateAt?.toString() ?? null,
    isUpdateLate: state === 'running' && isLate,
  }
}

async function namesOf(reader: Reader, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
  const known = ids.filter((id) => id !== null)
  if (known.length === 0) return new Map()
  const rows = await reader.selectFrom('directoryPerson').select(['id', 'name']).where('id', 'in', known).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

async function entriesOf(reader: Reader, ticketId: string) {
  const rows = await reader
    .selectFrom('deskMajorEntry as entry')
    .leftJoin('directoryPerson as person', 'person.id', 'entry.byId')
    .select(['entry.number', 'entry.kind', 'entry.at', 'entry.words', 'entry.told', 'entry.isPublic'])
    .select('person.name')
    .where('entry.ticketId', '=', ticketId)
    .orderBy('entry.number', 'desc')
    .execute()
  return rows.map(({ kind, at, name, ...row }) => {
    return { ...row, kind: kind as MajorEntry['kind'], at: at.toString(), by: name ?? '' }
  })
}

async function mergedInto(reader: Reader, ticketId: string) {
  const rows = await reader
    .selectFrom('deskTicket as ticket')
    .innerJoin('directoryUnit as unit', 'unit.id', 'ticket.unitId')
    .select(['ticket.id', 'ticket.number', 'ticket.what', 'ticket.reportedAt', 'unit.name as unit'])
    .where('ticket.mergedInto', '=', ticketId)
    .orderBy('ticket.reportedAt')
    .execute()
  return rows.map(({ id, reportedAt, ...row }) => {
    return { ...row, id: TicketId.parse(id), reportedAt: reportedAt.toString() }
  })
}
