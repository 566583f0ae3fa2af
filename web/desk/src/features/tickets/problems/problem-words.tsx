import type { ProblemState } from '@shiji/kernel/problem/problem-life'
import { Light } from '#desk/kit/light.tsx'
import { useWords } from '#desk/words/use-words.ts'

const WORDS = {
  open: { zh: '查找原因', en: 'cause looked for' },
  known: { zh: '原因已明', en: 'cause known' },
  closed: { zh: '已关闭', en: 'closed' },
} as const

const LIGHTS = { open: 'watch', known: 'not-started', closed: 'good' } as const

export function ProblemLight({ state }: { readonly state: ProblemState }) {
  const say = useWords(WORDS)
  return <Light kind={LIGHTS[state]} word={say(state)} />
}
