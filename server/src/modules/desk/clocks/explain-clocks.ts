import { saySegment } from '@shiji/kernel/clock/clock-wording'
import type { ClockSegment } from '@shiji/kernel/clock/run-clock'
import { isCounted } from '@shiji/kernel/clock/segment'
import { type KeptClock, runPlan } from '@shiji/kernel/ticket/ticket-clocks'
import type { Language } from '@shiji/kernel/wording'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { listLifeEvents } from '../tickets/event-store.ts'
import { findTicketRow } from '../tickets/ticket-rows.ts'
import { listClocks } from './clock-store.ts'
import { hoursOfPlans } from './compute-clocks.ts'
import { showClock } from './show-clock.ts'

/** Every clock segment by segment: as it was kept when it stopped, and as it stands now while it runs. */
export async function explainClocks(context: Context, { id }: { id: string }) {
  requirePermission(context, 'desk.read')
  const { actor, language } = context
  return read(context.db, async (reader) => {
    const { unitId } = (await findTicketRow(reader, actor, id)) ?? refuse('not-found')
    const clocks = await listClocks(reader, id)
    const hoursOf = await hoursOfPlans(reader, { unitId, plans: clocks })
    const events = await listLifeEvents(reader, id)
    const asOf = context.now.toString()
    return clocks.map((clock) => {
      const isDone = clock.reading.state === 'stopped' || clock.reading.state === 'withdrawn'
      const current = isDone ? clock : (runPlan(events, clock, { hours: hoursOf(clock), asOf }) ?? clock)
      return explain(current, hoursOf(clock)?.window.name[language] ?? clock.rule.window, context)
    })
  })
}

function explain(
  { rule, reading, calendarVersion }: KeptClock,
  window: string,
  context: Pick<Context, 'now' | 'language'>,
) {
  const { kind, limitSeconds } = rule
  const { state, verdict, dueAt } = reading
  const face = { kind, state, verdict, limitSeconds, dueAt }
  return {
    kind,
    sentence: showClock({ ...face, elapsedSeconds: reading.elapsedSeconds }, context).says,
    ruleVersion: rule.version,
    calendarVersion,
    window,
    timeZone: reading.timeZone,
    segments: reading.segments.map((segment) => explainSegment(segment, context.language)),
    reminders: [...reading.reminders],
    yearsMissing: [...reading.yearsMissing],
  }
}

function explainSegment({ from, to, seconds, reason }: ClockSegment, language: Language) {
  return { from, to, seconds, isCounted: isCounted(reason), reason: saySegment(reason, language) }
}
