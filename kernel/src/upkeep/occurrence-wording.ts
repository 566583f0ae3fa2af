import type { Wording } from '../wording.ts'
import type { OccurrenceState } from './occurrence-state.ts'

export const OCCURRENCE_WORDS = {
  planned: { zh: '未到', en: 'planned' },
  done: { zh: '按时', en: 'done in time' },
  'done-late': { zh: '迟做', en: 'done late' },
  missed: { zh: '漏做', en: 'missed' },
  waived: { zh: '免做', en: 'waived' },
  withdrawn: { zh: '撤下', en: 'taken back' },
} as const satisfies Readonly<Record<OccurrenceState, Wording>>
