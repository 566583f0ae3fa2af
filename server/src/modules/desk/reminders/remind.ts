import type { Told } from '@shiji/kernel/severity/desk-rules'
import type { KeptClock } from '@shiji/kernel/ticket/ticket-clocks'
import type { Context } from '#platform/context'
import { inTransaction, type Reader, type Tx } from '#platform/database/transaction'
import { tell } from '#platform/events'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { listClocks } from '../clocks/clock-store.ts'
import { STEP_REACHED } from '../desk-events.ts'
import { DESK_RULES } from '../desk-rules.ts'
import { saveNotices } from '../notices/notice-store.ts'
import { findTold } from './find-told.ts'
import { promiseReminders, tellMeasuresOf } from './tell-of-ticket.ts'

/** Tells whoever the escalation names of every share of a limit that is used up, once, and waits for the next. */
export async function remind(context: Context, { ticketId }: { ticketId: string }) {
  await inTransaction(context.db, async (tx) => {
    const clocks = await listClocks(tx, ticketId)
    const steps = await notYetTold(tx, ticketId, reached(clocks, context.now))
    const told: StepTold[] = []
    for (const step of steps) told.push(...(await tellStep(tx, context, { ticketId, ...step })))
    if (told.length > 0) await recordInLedger(tx, context, { did: 'desk.reminded', ticketId, told })
    // What is overdue from now on counts as not kept, though nobody did anything.
    if (steps.some(({ percent }) => percent === 100)) await tellMeasuresOf(tx, context, ticketId)
    await promiseReminders(tx, context, [{ ticketId, clocks }])
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

/** A step is told once, to those it concerned when it came. */
async function notYetTold(reader: Reader, ticketId: string, steps: readonly Reached[]): Promise<Reached[]> {
  const rows = await reader
    .selectFrom('deskNotice')
    .select(['clock', 'percent'])
    .distinct()
    .where('ticketId', '=', ticketId)
    .where('about', '=', 'reminder')
    .execute()
  return steps.filter(({ clock, percent }) => !rows.some((row) => row.clock === clock && row.percent === percent))
}

type StepTold = Reached & { readonly personId: string | null }

async function tellStep(tx: Tx, context: Context, step: Reached & { ticketId: string }): Promise<StepTold[]> {
  const { ticketId, clock, percent } = step
  const rule: readonly Told[] = DESK_RULES.escalation.find((one) => one.percent === percent)?.tell ?? []
  const { teamId } = await tx
    .selectFrom('deskTicket')
    .select('teamId')
    .where('id', '=', ticketId)
    .executeTakeFirstOrThrow()
  if (rule.includes('duty')) await tell(tx, context, STEP_REACHED, { ...step, teamId })
  const onDuty = await listReminded(tx, step)
  const others = (await findTold(tx, ticketId, rule)).filter((personId) => !onDuty.includes(personId))
  const whom = onDuty.length + others.length === 0 ? [null] : others
  const about = { ticketId, about: 'reminder' as const, clock, percent, sentAt: context.now }
  await saveNotices(
    tx,
    whom.map((personId) => ({ ...about, id: context.newId(), personId })),
  )
  return [...onDuty, ...whom].map((personId) => ({ clock, percent, personId }))
}

async function listReminded(reader: Reader, { ticketId, clock, percent }: Reached & { ticketId: string }) {
  const rows = await reader
    .selectFrom('deskNotice')
    .select('personId')
    .where('ticketId', '=', ticketId)
    .where('about', '=', 'reminder')
    .where('clock', '=', clock)
    .where('percent', '=', percent)
    .execute()
  return rows.flatMap(({ personId }) => personId ?? [])
}
