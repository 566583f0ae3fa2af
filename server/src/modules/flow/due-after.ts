import type { Deadline } from '@shiji/kernel/flow/flow-definition'
import { OFFICE_TIME_ZONE } from '#platform/office-day'

const HOURS_A_DAY = 8

/** When a deadline set now falls due: whole working days, Saturdays and Sundays left out; eight hours are a day. */
export function dueAfter(now: Temporal.Instant, { amount, unit }: Pick<Deadline, 'amount' | 'unit'>): string {
  let left = unit === 'working-days' ? amount : Math.ceil(amount / HOURS_A_DAY)
  let moment = now.toZonedDateTimeISO(OFFICE_TIME_ZONE)
  while (left > 0) {
    moment = moment.add({ days: 1 })
    if (moment.dayOfWeek <= 5) left -= 1
  }
  return moment.toInstant().toString()
}
