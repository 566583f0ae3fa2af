import { ASSET_STATES, type AssetState } from '@shiji/kernel/assets/asset-words'
import { Light } from '#desk/kit/light.tsx'
import { useWords } from '#desk/words/use-words.ts'

const LIGHTS = {
  'in-use': 'good',
  'in-store': 'not-started',
  repair: 'watch',
  lost: 'bad',
  scrapped: 'none',
} as const

export function AssetLight({ state }: { readonly state: AssetState }) {
  const say = useWords(ASSET_STATES)
  return <Light kind={LIGHTS[state]} word={say(state)} />
}
