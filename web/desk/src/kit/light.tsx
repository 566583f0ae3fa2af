import type { Wording } from '@shiji/kernel/wording'
import { say } from '@shiji/kernel/wording'
import { useLanguage } from '#desk/words/use-words.ts'
import './kit.css'

export type LightKind = 'good' | 'watch' | 'bad' | 'not-started' | 'none'

const LIGHTS: Readonly<Record<LightKind, Wording & { readonly shape: string }>> = {
  good: { shape: '✓', zh: '正常', en: 'On course' },
  watch: { shape: '!', zh: '关注', en: 'Watch' },
  bad: { shape: '✕', zh: '预警', en: 'Alert' },
  'not-started': { shape: '○', zh: '未开始', en: 'Not started' },
  none: { shape: '—', zh: '不适用', en: 'Not applicable' },
}

/** A status by colour, shape and word together; `word` says it more exactly than the standard one. */
export function Light({ kind, word }: { readonly kind: LightKind; readonly word?: string }) {
  const language = useLanguage()
  const { shape, ...wording } = LIGHTS[kind]
  return (
    <span className={`light light-${kind}`}>
      <span aria-hidden>{shape}</span> {word ?? say(wording, language)}
    </span>
  )
}
