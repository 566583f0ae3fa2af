import type { Context } from './context.ts'
import { officeDay } from './office-day.ts'
import { refuse } from './refusal.ts'

/** What has happened has happened by today. */
export function refuseAhead({ now }: Context, day: string): void {
  if (day > officeDay(now).toString()) refuse('day-ahead', { day })
}
