import type { Strokes } from '@shiji/contract/desk-work'
import { WorkOrderId } from '@shiji/contract/desk-work'
import type { Decimal } from '@shiji/kernel/decimal'
import { workedMinutes } from '@shiji/kernel/work-order/work-record'
import type { WorkSpan, WorkStep } from '@shiji/kernel/work-order/work-schema'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Actor } from '#platform/context'
import type { Reader, Tx } from '#platform/database/transaction'
import { ticketVisibleTo } from '../tickets/ticket-visible-to.ts'

type Part = {
  readonly name: string
  readonly serial: string
  readonly quantity: Decimal
  readonly unit: string
  /** The item of the store it was taken from. */
  readonly itemId: string | null
}
export type WorkLines = {
  readonly steps: readonly WorkStep[]
  readonly parts: readonly Part[]
  readonly spans: readonly WorkSpan[]
}

type NewOrder = {
  readonly id: string
  readonly ticketId: string
  readonly what: string
  readonly openedAt: Temporal.Instant
  readonly openedBy: string
}

/** The ticket is held, so that two do not take the same number. */
export async function saveNewOrder(tx: Tx, order: NewOrder): Promise<void> {
  const { last } = await tx
    .selectFrom('deskWorkOrder')
    .select(sql<number>`coalesce(max(number), 0)`.as('last'))
    .where('ticketId', '=', order.ticketId)
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('deskWorkOrder')
    .values({ ...order, number: last + 1, version: 1 })
    .execute()
}

/** The order, locked, if the actor sees its ticket. */
export function lockOrder(tx: Tx, actor: Actor, id: string) {
  return tx
    .selectFrom('deskWorkOrder as order')
    .innerJoin('deskTicket as ticket', 'ticket.id', 'order.ticketId')
    .innerJoin('directoryUnit as unit', 'unit.id', 'ticket.unitId')
    .select(['order.id', 'order.ticketId', 'order.version', 'order.signer'])
    .where('order.id', '=', id)
    .where(ticketVisibleTo(actor))
    .forUpdate(['order'])
    .executeTakeFirst()
}

/** All lines take the place of those before. */
export async function saveLines(tx: Tx, orderId: string, { steps, parts, spans }: WorkLines): Promise<void> {
  for (const table of ['deskWorkStep', 'deskWorkPart', 'deskWorkTime'] as const)
    await tx.deleteFrom(table).where('orderId', '=', orderId).execute()
  const numbered = <Line>(lines: readonly Line[]) =>
    lines.map((line, index) => ({ ...line, orderId, number: index + 1 }))
  const times = spans.map(({ personId, from, until }) => ({
    personId,
    beganAt: Temporal.Instant.from(from),
    endedAt: Temporal.Instant.from(until),
  }))
  if (steps.length > 0) await tx.insertInto('deskWorkStep').values(numbered(steps)).execute()
  if (parts.length > 0) await tx.insertInto('deskWorkPart').values(numbered(parts)).execute()
  if (times.length > 0) await tx.insertInto('deskWorkTime').values(numbered(times)).execute()
}

type OrderMove = {
  readonly version: number
  readonly signer?: string
  readonly strokes?: z.infer<typeof Strokes>
  readonly signedAt?: Temporal.Instant
  readonly signedWith?: string
}

export async function moveOrder(tx: Tx, id: string, { strokes, ...move }: OrderMove): Promise<void> {
  const drawn = strokes === undefined ? {} : { strokes: JSON.stringify(strokes) }
  await tx
    .updateTable('deskWorkOrder')
    .set({ ...move, ...drawn })
    .where('id', '=', id)
    .execute()
}

export function listSteps(reader: Reader, orderId: string): Promise<WorkStep[]> {
  return reader
    .selectFrom('deskWorkStep')
    .select(['what', sql<WorkStep['state']>`state`.as('state'), 'note'])
    .where('orderId', '=', orderId)
    .orderBy('number')
    .execute()
}

/** Steps that nobody has done yet, over all work orders of a ticket. */
export async function countOpenSteps(reader: Reader, ticketId: string): Promise<number> {
  const { count } = await reader
    .selectFrom('deskWorkStep as step')
    .innerJoin('deskWorkOrder as order', 'order.id', 'step.orderId')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('order.ticketId', '=', ticketId)
    .where('step.state', '=', 'open')
    .executeTakeFirstOrThrow()
  return count
}

export async function listOrders(reader: Reader, ticketId: string, actor: Actor) {
  const orders = await reader
    .selectFrom('deskWorkOrder as order')
    .innerJoin('directoryPerson as opener', 'opener.id', 'order.openedBy')
    .leftJoin('directoryPerson as taker', 'taker.id', 'order.signedWith')
    .selectAll('order')
    .select(['opener.name as opener', 'taker.name as taker'])
    .where('order.ticketId', '=', ticketId)
    .orderBy('order.number')
    .execute()
  return Promise.all(
    orders.map(async ({ id, number, what, version, opener, openedAt, signer, strokes, signedAt, taker }) => {
      const spans = await listSpans(reader, id)
      const signature =
        signer === null || signedAt === null
          ? null
          : {
              signer,
              strokes: strokes as unknown as z.infer<typeof Strokes>,
              at: signedAt.toString(),
              takenBy: taker ?? '',
            }
      return {
        ...{ id: WorkOrderId.parse(id), number, what, version, openedBy: opener, openedAt: openedAt.toString() },
        steps: await listSteps(reader, id),
        parts: await listParts(reader, id),
        spans,
        minutes: workedMinutes(spans),
        signature,
        mayRecord: signature === null && actor.kind === 'person' && actor.permissions.has('desk.work'),
      }
    }),
  )
}

function listParts(reader: Reader, orderId: string) {
  return reader
    .selectFrom('deskWorkPart')
    .select(['name', 'serial', 'quantity', 'unit', 'itemId'])
    .where('orderId', '=', orderId)
    .orderBy('number')
    .execute()
}

async function listSpans(reader: Reader, orderId: string) {
  const rows = await reader
    .selectFrom('deskWorkTime as time')
    .innerJoin('directoryPerson as person', 'person.id', 'time.personId')
    .select(['time.personId', 'person.name', 'time.beganAt', 'time.endedAt'])
    .where('time.orderId', '=', orderId)
    .orderBy('time.number')
    .execute()
  return rows.map(({ personId, name, beganAt, endedAt }) => ({
    personId,
    name,
    from: beganAt.toString(),
    until: endedAt.toString(),
  }))
}
