import type { RegulationState } from '@shiji/kernel/regulation/regulation'
import { Light, type LightKind } from '#desk/kit/light.tsx'
import { useWords } from '#desk/words/use-words.ts'

const WORDS = {
  ahead: { zh: '尚未生效', en: 'not yet in force' },
  'in-force': { zh: '有效', en: 'in force' },
  'lapses-soon': { zh: '30 天内到期', en: 'runs out within 30 days' },
  'review-due': { zh: '该复核了', en: 'to be reviewed' },
  lapsed: { zh: '已过期', en: 'ran out' },
  repealed: { zh: '已废止', en: 'repealed' },
} as const

const LIGHTS: Readonly<Record<RegulationState, LightKind>> = {
  ahead: 'not-started',
  'in-force': 'good',
  'lapses-soon': 'watch',
  'review-due': 'watch',
  lapsed: 'bad',
  repealed: 'none',
}

export function StateLight({ state }: { readonly state: RegulationState }) {
  const say = useWords(WORDS)
  return <Light kind={LIGHTS[state]} word={say(state)} />
}
