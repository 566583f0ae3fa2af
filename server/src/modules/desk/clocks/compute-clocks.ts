import { type OpenHours, openHours } from '@shiji/kernel/calendar/open-hours'
import type { WorkCalendar } from '@shiji/kernel/calendar/work-calendar'
import type { ClockRule } from '@shiji/kernel/clock/clock-rule'
import { type ClockPlan, type KeptClock, planClocks, runPlan } from '@shiji/kernel/ticket/ticket-clocks'
import type { LifeEvent } from '@shiji/kernel/ticket/ticket-life'
import { calendarOf, calendarOfVersion } from '#modules/calendar'
import type { Reader } from '#platform/database/transaction'

type Asked = {
  readonly unitId: string
  readonly events: readonly LifeEvent[]
  readonly kept: readonly KeptClock[]
  readonly rules: readonly ClockRule[]
  readonly now: Temporal.Instant
  /** The calendar that holds now, where it was read already. */
  readonly calendar?: WorkCalendar
}

/** The clocks of a ticket after its events, each by the rule and calendar that hold for it. */
export async function computeClocks(reader: Reader, asked: Asked): Promise<KeptClock[]> {
  const { unitId, events, kept, rules, now } = asked
  const calendar = asked.calendar ?? (await calendarOf(reader, { unitId, at: now }))
  const plans = planClocks(kept, { rules, calendarVersion: calendar.version })
  const hoursOf = await hoursOfPlans(reader, { unitId, plans, known: calendar })
  const asOf = now.toString()
  return plans.flatMap((plan) => runPlan(events, plan, { hours: hoursOf(plan), asOf }) ?? [])
}

type Asking = { readonly unitId: string; readonly plans: readonly ClockPlan[]; readonly known?: WorkCalendar }

/** The hours each plan runs in; `known` is a calendar that was read already. */
export async function hoursOfPlans(
  reader: Reader,
  { unitId, plans, known }: Asking,
): Promise<(plan: ClockPlan) => OpenHours | null> {
  const versions = [...new Set(plans.map(({ calendarVersion }) => calendarVersion))]
  const calendars = new Map(
    await Promise.all(
      versions.map(async (version) => {
        const isKnown = known?.version === version
        return [version, isKnown ? known : await calendarOfVersion(reader, { unitId, version })] as const
      }),
    ),
  )
  return ({ rule: { window }, calendarVersion }) => {
    const calendar = calendars.get(calendarVersion)
    return calendar === undefined ? null : openHours(calendar, window)
  }
}
