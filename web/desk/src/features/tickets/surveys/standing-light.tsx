import type { api } from '#desk/api/client.ts'
import { Light } from '#desk/kit/light.tsx'
import { useWords } from '#desk/words/use-words.ts'

const WORDS = {
  running: { zh: '进行中', en: 'running' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
  'too-few': { zh: '样本不足，还差 {missing} 份', en: 'too few answers, {missing} short' },
  valid: { zh: '有效', en: 'valid' },
} as const

const LIGHTS = { running: 'watch', withdrawn: 'none', 'too-few': 'bad', valid: 'good' } as const

export type SurveyListed = Awaited<ReturnType<typeof api.deskSurveys.listSurveys>>[number]

/** Where a survey stands, in words. */
export function StandingLight({ standing }: Pick<SurveyListed, 'standing'>) {
  const say = useWords(WORDS)
  const missing = standing.kind === 'too-few' ? standing.missing : 0
  return <Light kind={LIGHTS[standing.kind]} word={say(standing.kind, { missing })} />
}
