import { OCCURRENCE_WORDS } from '@shiji/kernel/upkeep/occurrence-wording'
import { Light, type LightKind } from '#desk/kit/light.tsx'
import { useWords } from '#desk/words/use-words.ts'
import { STATE_LIGHTS } from '../upkeep-words.ts'
import type { OccurrenceSeen } from './occurrence-seen.ts'

const PHASE_WORDS = {
  ahead: { zh: '未到时段', en: 'not open yet' },
  due: { zh: '现在该做', en: 'due now' },
  overdue: { zh: '已过时，可补做', en: 'overdue, may be done late' },
} as const

const PHASE_LIGHTS: Readonly<Record<OccurrenceSeen['phase'], LightKind>> = {
  ahead: 'not-started',
  due: 'watch',
  overdue: 'bad',
}

/** What became of it, or what the clock says while it is still planned. */
export function OccurrenceLight({ occurrence: { state, phase } }: { readonly occurrence: OccurrenceSeen }) {
  const sayState = useWords(OCCURRENCE_WORDS)
  const sayPhase = useWords(PHASE_WORDS)
  if (state === 'planned') return <Light kind={PHASE_LIGHTS[phase]} word={sayPhase(phase)} />
  return <Light kind={STATE_LIGHTS[state]} word={sayState(state)} />
}
