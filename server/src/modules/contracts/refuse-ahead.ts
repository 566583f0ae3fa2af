import type { Context } from '#platform/context'
import { officeDay } from '#platform/office-day'
import { refuse } from '#platform/refusal'

/** What has happened has happened by today. */
export function refuseAhead({ now }: Context, day: string): void {
  if (day > officeDay(now).toString()) refuse('day-ahead', { day })
}
