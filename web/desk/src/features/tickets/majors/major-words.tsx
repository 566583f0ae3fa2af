import type { MajorState } from '@shiji/kernel/major/major-state'
import type { api } from '#desk/api/client.ts'
import { Light } from '#desk/kit/light.tsx'
import { useWords } from '#desk/words/use-words.ts'

const WORDS = {
  running: { zh: '处置中', en: 'going on' },
  over: { zh: '已结束，待复盘', en: 'over, not reviewed yet' },
  reviewed: { zh: '已复盘', en: 'reviewed' },
} as const

const LIGHTS = { running: 'bad', over: 'watch', reviewed: 'good' } as const

export type MajorSeen = Awaited<ReturnType<typeof api.deskMajors.openMajor>>

export function MajorLight({ state }: { readonly state: MajorState }) {
  const say = useWords(WORDS)
  return <Light kind={LIGHTS[state]} word={say(state)} />
}
