import { isDeepStrictEqual } from 'node:util'
import { runPlan } from '@shiji/kernel/ticket/ticket-clocks'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { listLifeEvents } from '../tickets/event-store.ts'
import { findTicketRow } from '../tickets/ticket-rows.ts'
import { listClocks } from './clock-store.ts'
import { hoursOfPlans } from './compute-clocks.ts'

/** Computes the kept clocks again from what they were computed from. Nothing is changed: who disagrees is shown. */
export async function recomputeClocks(context: Context, { id }: { id: string }) {
  requirePermission(context, 'desk.read')
  return read(context.db, async (reader) => {
    const { unitId } = (await findTicketRow(reader, context.actor, id)) ?? refuse('not-found')
    const clocks = await listClocks(reader, id)
    const hoursOf = await hoursOfPlans(reader, { unitId, plans: clocks })
    const events = await listLifeEvents(reader, id)
    return clocks.map((kept) => {
      const again = runPlan(events, kept, { hours: hoursOf(kept), asOf: kept.asOf })?.reading ?? null
      return {
        kind: kept.rule.kind,
        agrees: isDeepStrictEqual(again, kept.reading),
        keptSeconds: kept.reading.elapsedSeconds,
        computedSeconds: again?.elapsedSeconds ?? null,
      }
    })
  })
}
