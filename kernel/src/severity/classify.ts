import { openHours } from '../calendar/open-hours.ts'
import type { WorkCalendar } from '../calendar/work-calendar.ts'
import { secondOf } from '../clock/second.ts'
import { fail, ok, type Result } from '../result.ts'
import type { DeskRules } from './desk-rules.ts'
import type { Layer, Scope, Severity } from './ticket-class.ts'

export type Classified = { readonly severity: Severity; readonly isPeak: boolean; readonly layer: Layer | null }

type Call = { readonly service: string; readonly scope: Scope; readonly at: string }

/**
 * The severity of a call by scope × service × peak, and the layer its service usually sits in. A peak the calendar does
 * not know is no peak. Fails on a service the rules do not name.
 */
export function classify(
  { services, matrix }: DeskRules,
  { service: key, scope, at }: Call,
  calendar: WorkCalendar,
): Result<Classified, 'service-unknown'> {
  const service = services.find((one) => one.key === key)
  const cell = matrix.find((one) => one.scope === scope && one.weight === service?.weight)
  if (service === undefined || cell === undefined) return fail('service-unknown')
  const second = secondOf(at)
  const hours = service.peak === null ? null : openHours(calendar, service.peak)
  const isPeak = hours !== null && hours.spansBetween(second, second + 1).length > 0
  return ok({ severity: isPeak ? cell.peak : cell.usual, isPeak, layer: service.layer })
}
