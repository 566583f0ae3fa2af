import type { ChangePlan } from '@shiji/contract/desk-changes'
import type { z } from 'zod'
import type { PersonContext } from '#platform/context'
import type { Tx } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { DESK_RULES } from '../desk-rules.ts'
import { findUnitInReach } from '../tickets/unit-in-reach.ts'
import type { ChangePlanRow } from './change-store.ts'

/** The plan as it is kept; refuses places out of reach, services that are not offered, and windows that are over. */
export async function checkPlan(
  tx: Tx,
  { actor, now }: PersonContext,
  { what, why, risk, backOut, services, places, from, until }: z.output<typeof ChangePlan>,
): Promise<ChangePlanRow> {
  const plannedFrom = Temporal.Instant.from(from)
  const plannedUntil = Temporal.Instant.from(until)
  for (const place of places) if ((await findUnitInReach(tx, actor, place)) === undefined) refuse('not-found')
  const unknown = services.find((service) => !DESK_RULES.services.some(({ key }) => key === service))
  if (unknown !== undefined) refuse('service-not-offered', { service: unknown })
  if (Temporal.Instant.compare(plannedFrom, plannedUntil) >= 0) refuse('window-reversed')
  if (Temporal.Instant.compare(plannedFrom, now) <= 0) refuse('window-past')
  return { what, why, risk, backOut, services: [...new Set(services)], plannedFrom, plannedUntil }
}
