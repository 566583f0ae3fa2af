import { z } from 'zod'
import type { Lifecycle } from '../lifecycle.ts'

/**
 * What became of something planned. Nothing is ever deleted: `missed` stays with its cause, `waived` says by whom and
 * why, `withdrawn` is what a change of plan took back before it was due. Whether a planned one is due is a matter of
 * the clock alone.
 */
export const OccurrenceState = z.enum(['planned', 'done', 'done-late', 'missed', 'waived', 'withdrawn'])
export type OccurrenceState = z.infer<typeof OccurrenceState>

/** A missed one is done after all when the record of it arrives late, as from a telephone without a network. */
export const OCCURRENCE: Lifecycle<OccurrenceState> = {
  planned: ['done', 'done-late', 'missed', 'waived', 'withdrawn'],
  missed: ['done', 'done-late', 'waived'],
  withdrawn: ['planned'],
  done: [],
  'done-late': [],
  waived: [],
}
