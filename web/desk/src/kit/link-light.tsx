import type { Light as LightOfLink } from '@shiji/contract/inbox'
import type { z } from 'zod'
import { formatMoment } from '#desk/words/format-moment.ts'
import { useWords } from '#desk/words/use-words.ts'
import { Light } from './light.tsx'
import './kit.css'

const WORDS = {
  good: { zh: '通 {at}', en: 'works {at}' },
  bad: { zh: '不通 {at}', en: 'fails {at}' },
  unused: { zh: '未用过', en: 'not used yet' },
  off: { zh: '已停用', en: 'off' },
} as const

type Link = {
  readonly isOn: boolean
  readonly light: z.infer<typeof LightOfLink>
  readonly workedAt: string | null
  readonly failedAt: string | null
  readonly problem: string
}

/** How a connection to another system did last, with what was the matter. */
export function LinkLight({ link: { isOn, light, workedAt, failedAt, problem } }: { readonly link: Link }) {
  const say = useWords(WORDS)
  if (!isOn) return <Light kind="none" word={say('off')} />
  switch (light) {
    case 'none':
      return <Light kind="not-started" word={say('unused')} />
    case 'good':
      return <Light kind="good" word={say('good', { at: formatMoment(workedAt ?? '') })} />
    case 'bad':
      return (
        <div>
          <Light kind="bad" word={say('bad', { at: formatMoment(failedAt ?? '') })} />
          <span className="small link-problem">{problem}</span>
        </div>
      )
  }
}
