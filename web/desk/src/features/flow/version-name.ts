import { useWords } from '#desk/words/use-words.ts'

const WORDS = {
  own: { zh: '本区第 {number} 版', en: 'Own version {number}' },
  shipped: { zh: '地方包第 {number} 版', en: 'Version {number} of the place' },
} as const

/** Versions of the office are counted from a thousand. */
const OWN_FROM = 1000

export function useVersionName(): (version: { readonly version: number; readonly isOwn: boolean }) => string {
  const say = useWords(WORDS)
  return ({ version, isOwn }) =>
    isOwn ? say('own', { number: version - OWN_FROM }) : say('shipped', { number: version })
}
