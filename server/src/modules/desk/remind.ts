import { TicketId } from '@shiji/contract/desk'
import type { Told } from '@shiji/kernel/severity/desk-rules'
import { type KeptClock, nextReminder } from '@shiji/kernel/ticket/ticket-clocks'
import type { Context } from '#platform/context'
import { inTransaction, type Reader } from '#platform/database/transaction'
import { enqueue } from '#platform/jobs/job'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { listClocks } from './clock-store.ts'
import { remindJob } from './desk-events.ts'
import { DESK_RULES } from './desk-rules.ts'
import { findTold } from './find-told.ts'
import { type NewNotice, saveNotices } from './notice-store.ts'
import { tellMeasuresOf } from './tell-of-ticket.ts'

/** Tells whoever the escalation names of every share of a limit that is used up, once, and waits for the next. */
export async function remind(context: Context, { ticketId }: { ticketId: string }) {
  const { now } = context
  await inTransaction(context.db, async (tx) => {
    const clocks = await listClocks(tx, ticketId)
    const notices = (
      await Promise.all(reached(clocks, now).map((one) => noticesOf(tx, context, { ticketId, ...one })))
    ).flat()
    await saveNotices(tx, notices)
    if (notices.length > 0) {
      const told = notices.map(({ clock, percent, personId }) => ({ clock, percent, personId }))
      await recordInLedger(tx, context, { did: 'desk.reminded', ticketId, told })
    }
    // What is overdue from now on counts as not kept, though nobody did anything.
    if (notices.some(({ percent }) => percent === 100)) await tellMeasuresOf(tx, context, ticketId)
    const next = nextReminder(clocks, now.toString())
    if (next === null) return
    const runAt = Temporal.Instant.from(next)
    const payload = { ticketId: TicketId.parse(ticketId) }
    await enqueue(tx, context, { job: remindJob, payload, runAt, key: `desk remind ${ticketId}` })
  })
}

type Reached = { readonly clock: KeptClock['rule']['kind']; readonly percent: number }

function reached(clocks: readonly KeptClock[], now: Temporal.Instant): Reached[] {
  return clocks
    .filter(({ reading }) => reading.state === 'running')
    .flatMap(({ rule, reading }) =>
      reading.reminders
        .filter(({ at }) => at !== null && Temporal.Instant.compare(at, now) <= 0)
        .map(({ percent }) => ({ clock: rule.kind, percent })),
    )
}

async function noticesOf(
  reader: Reader,
  { newId, now }: Context,
  { ticketId, clock, percent }: Reached & { ticketId: string },
): Promise<NewNotice[]> {
  const told: readonly Told[] = DESK_RULES.escalation.find((step) => step.percent === percent)?.tell ?? []
  const people = await findTold(reader, ticketId, told)
  const about = { ticketId, about: 'reminder' as const, clock, percent, sentAt: now }
  const whom = people.length === 0 ? [null] : people
  return whom.map((personId) => ({ ...about, id: newId(), personId }))
}
