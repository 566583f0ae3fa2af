import { Light } from '#desk/kit/light.tsx'
import { useWords } from '#desk/words/use-words.ts'

const WORDS = {
  short: { zh: '低于最低库存', en: 'below the minimum' },
  enough: { zh: '充足', en: 'enough' },
  none: { zh: '未设最低', en: 'no minimum set' },
} as const

type StockLightProps = { readonly item: { readonly isShort: boolean; readonly minimum: string } }

export function StockLight({ item: { isShort, minimum } }: StockLightProps) {
  const say = useWords(WORDS)
  if (isShort) return <Light kind="bad" word={say('short')} />
  return minimum === '0' ? <Light kind="none" word={say('none')} /> : <Light kind="good" word={say('enough')} />
}
