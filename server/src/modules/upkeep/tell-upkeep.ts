import type { PlanKind } from '@shiji/contract/upkeep'
import type { Context } from '#platform/context'
import type { Tx } from '#platform/database/transaction'
import { tell } from '#platform/events'
import { MEASURE_CHANGED } from '#platform/measure'

const INSPECTION = ['inspection-completion', 'inspections', 'inspection-rounds', 'missed-rounds', 'points-covered']
const MEASURES_OF: Readonly<Record<PlanKind, readonly string[]>> = {
  inspection: [...INSPECTION, 'faults-mended', 'plan-completion'],
  duty: ['duty-coverage', 'hand-overs-on-time'],
  presence: ['staff-present', 'staff-days'],
  meeting: ['meetings-held', 'plan-completion'],
  report: ['reports-on-time', 'plan-completion'],
  training: ['trainings-done', 'plan-completion'],
  drill: ['drills-done', 'plan-completion'],
  work: ['plan-completion'],
  upgrade: ['upgrade-completion', 'plan-completion'],
}

type Changed = {
  readonly kind: PlanKind
  readonly unitId: string
  readonly projectId: string | null
  /** Days the occurrences open on, which are those they count for. */
  readonly days: readonly string[]
}

/** Whatever counts occurrences of this kind counts these days again. */
export async function tellUpkeep(tx: Tx, context: Context, { kind, unitId, projectId, days }: Changed): Promise<void> {
  if (days.length === 0) return
  const measures = MEASURES_OF[kind].map((name) => `upkeep.${name}`)
  await tell(tx, context, MEASURE_CHANGED, { measures, unitId, projectId, days })
}
