import { NoticeId, TicketId } from '@shiji/contract/desk'
import type { ClockKind } from '@shiji/kernel/clock/clock-rule'
import { CLOCK_WORDS } from '@shiji/kernel/clock/clock-words'
import { say, type Wording } from '@shiji/kernel/wording'
import type { PersonContext } from '#platform/context'
import { keepStatement } from '#platform/database/statement'
import type { Reader, Tx } from '#platform/database/transaction'

type NewNotice = {
  readonly id: string
  readonly ticketId: string
  readonly about: 'assigned' | 'reminder' | 'mail' | 'on-duty'
  /** The mail it is about. */
  readonly aboutId?: string
  readonly clock: ClockKind | null
  readonly percent: number | null
  /** Null when nobody was found to tell: a notice that failed. */
  readonly personId: string | null
  readonly sentAt: Temporal.Instant
}

/** The same notice is sent once. */
export async function saveNotices(tx: Tx, notices: readonly NewNotice[]): Promise<void> {
  if (notices.length === 0) return
  await tx
    .insertInto('deskNotice')
    .values(
      notices.map((notice) => ({
        ...notice,
        channel: 'in-app',
        failedAt: notice.personId === null ? notice.sentAt : null,
        failure: notice.personId === null ? 'nobody-to-tell' : null,
      })),
    )
    .onConflict((conflict) => conflict.constraint('desk_notice_once').doNothing())
    .execute()
}

export async function listNoticesOf(reader: Reader, context: PersonContext, ticketId: string) {
  const rows = await noticesOf(reader, { ticketId })
  return rows.map((row) => showNotice(row, context))
}

const noticesOf = keepStatement((reader, { ticketId }: { readonly ticketId: string }) =>
  notices(reader).where('notice.ticketId', '=', ticketId).compile(),
)

export async function listUnread(reader: Reader, context: PersonContext) {
  const rows = await notices(reader)
    .where('notice.personId', '=', context.actor.personId)
    .where('notice.readAt', 'is', null)
    .limit(100)
    .execute()
  return rows.map((row) => showNotice(row, context))
}

/** Whether there was such a notice for the person. What is read has arrived; a second receipt changes nothing. */
export async function receive(
  tx: Tx,
  { id, personId, what, now }: { id: string; personId: string; what: 'delivered' | 'read'; now: Temporal.Instant },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('deskNotice')
    .set(({ fn, val, ref }) => ({
      deliveredAt: fn.coalesce(ref('deliveredAt'), val(now)),
      ...(what === 'read' ? { readAt: fn.coalesce(ref('readAt'), val(now)) } : {}),
    }))
    .where('id', '=', id)
    .where('personId', '=', personId)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

function notices(reader: Reader) {
  return (
    reader
      .selectFrom('deskNotice as notice')
      .innerJoin('deskTicket as ticket', 'ticket.id', 'notice.ticketId')
      .leftJoin('directoryPerson as person', 'person.id', 'notice.personId')
      .select(['notice.id', 'notice.ticketId', 'notice.about', 'notice.clock', 'notice.percent', 'notice.personId'])
      .select(['notice.sentAt', 'notice.deliveredAt', 'notice.readAt', 'notice.failedAt'])
      .select(['ticket.number', 'ticket.what', 'person.name as person'])
      // What leaves by mail is shown among the letters.
      .where('notice.channel', '=', 'in-app')
      .orderBy('notice.sentAt', 'desc')
      .orderBy('notice.id', 'desc')
  )
}

const REMINDER = {
  zh: '{number}：{clock}已用 {percent}%（{what}）',
  en: '{number}: {percent}% of the {clock} time is used ({what})',
}
const ASSIGNED = { zh: '{number} 待受理：{what}', en: '{number} waits for you: {what}' }
const MAIL = { zh: '{number} 来信：{what}', en: '{number}: a mail came ({what})' }

const ON_DUTY = { zh: '{number} 值班待受理：{what}', en: '{number} waits for whoever is on duty: {what}' }

const SENTENCES: Readonly<Record<NewNotice['about'], Wording>> = {
  reminder: REMINDER,
  assigned: ASSIGNED,
  mail: MAIL,
  'on-duty': ON_DUTY,
}

type NoticeRow = Awaited<ReturnType<ReturnType<typeof notices>['execute']>>[number]

function showNotice(row: NoticeRow, { actor, language }: PersonContext) {
  const { number, what, percent } = row
  const clock = row.clock === null ? '' : CLOCK_WORDS[row.clock as ClockKind][language]
  return {
    id: NoticeId.parse(row.id),
    ticketId: TicketId.parse(row.ticketId),
    sentence: say(SENTENCES[row.about as NewNotice['about']], language, {
      number,
      what,
      clock,
      percent: percent ?? 0,
    }),
    person: row.person,
    isMine: row.personId === actor.personId,
    sentAt: row.sentAt.toString(),
    deliveredAt: row.deliveredAt?.toString() ?? null,
    readAt: row.readAt?.toString() ?? null,
    failedAt: row.failedAt?.toString() ?? null,
  }
}
