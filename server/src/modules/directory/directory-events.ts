import type { EventName } from '#platform/events'

/** A unit went over into another; told in the same transaction, so that whatever was the unit's duty goes over with it. */
export type UnitMerged = { readonly unitId: string; readonly intoId: string }

export const UNIT_MERGED: EventName<UnitMerged> = 'directory.unit-merged'
