import { type OpenHours, openHours } from '@shiji/kernel/calendar/open-hours'
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
}

/** The clocks of a ticket after its events, each by the rule and calendar that hold for it. */
export async function computeClocks(reader: Reader, asked: Asked): Promise<KeptClock[]> {
  const { unitId, events, kept, rules, now } = asked
  const calendar = await calendarOf(reader, { unitId, at: now })
  const plans = planClocks(kept, { rules, calendarVersion: calendar.version })
  const hoursOf = await hoursOfPlans(reader, unitId, plans)
  const asOf = now.toString()
  return plans.flatMap((plan) => runPlan(events, plan, { hours: hoursOf(plan), asOf }) ?? [])
}

/** The hours each plan runs in; a calendar and a window are worked out once for all clocks of a ticket. */
export async function hoursOfPlans(
  reader: Reader,
  unitId: string,
  plans: readonly ClockPlan[],
): Promise<(plan: ClockPlan) => OpenHours | null> {
  const versions = [...new Set(plans.map(({ calendarVersion }) => calendarVersion))]
  const calendars = new Map(
    await Promise.all(
      versions.map(async (version) => [version, await calendarOfVersion(reader, { unitId, version })] as const),
    ),
  )
  const known = new Map<string, OpenHours | null>()
  return ({ rule: { window }, calendarVersion }) => {
    const key = `${calendarVersion} ${window}`
    const calendar = calendars.get(calendarVersion)
    if (!known.has(key)) known.set(key, calendar === undefined ? null : openHours(calendar, window))
    return known.get(key) ?? null
  }
}
