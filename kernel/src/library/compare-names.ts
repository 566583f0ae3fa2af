import type { Wording, WordingParameters } from '../wording.ts'
import type { NameReader, ReadName } from './read-name.ts'

/** How much two indicator names promise the same, with the reason. The kind is the same whichever comes first. */
type Likeness = Alike | { readonly kind: 'different'; readonly why: Apart }

export type Alike =
  | { readonly kind: 'same'; readonly why: 'same-text' | 'same-words' }
  /** `share`: pairs of characters in common, 0–100. */
  | { readonly kind: 'near'; readonly share: number }

export type Apart =
  | { readonly by: 'facet'; readonly facet: Wording; readonly left: string; readonly right: string }
  | { readonly by: 'numbers'; readonly left: string; readonly right: string }
  | { readonly by: 'words'; readonly share: number }

/** Names with fewer pairs in common than this are not the same promise misspelled. */
export const NEAR_SHARE = 70

export function compareNames(left: ReadName, right: ReadName, { words }: NameReader): Likeness {
  if (left.text === right.text) return { kind: 'same', why: 'same-text' }
  const apart = toldApart(left, right, words.facets)
  if (apart !== null) return { kind: 'different', why: apart }
  if (left.core === right.core && left.core !== '') return { kind: 'same', why: 'same-words' }
  const share = sharedPercent(left.pairs, right.pairs)
  return share >= NEAR_SHARE ? { kind: 'near', share } : { kind: 'different', why: { by: 'words', share } }
}

/** Dice's share of pairs in common; both lists are sorted. */
function sharedPercent(left: readonly string[], right: readonly string[]): number {
  let [at, other, common] = [0, 0, 0]
  while (at < left.length && other < right.length) {
    const [a = '', b = ''] = [left[at], right[other]]
    if (a === b) common += 1
    if (a <= b) at += 1
    if (b <= a) other += 1
  }
  const all = left.length + right.length
  return all === 0 ? 0 : Math.floor((200 * common) / all)
}

function toldApart(left: ReadName, right: ReadName, facets: NameReader['words']['facets']): Apart | null {
  if (left.numbers !== right.numbers) return { by: 'numbers', left: left.numbers, right: right.numbers }
  for (const [at, facet] of facets.entries()) {
    const [one = '', other = ''] = [left.facets[at], right.facets[at]]
    const missing = one === '' || other === ''
    if (one !== other && !(missing && facet.mayBeMissing)) {
      return { by: 'facet', facet: facet.name, left: one, right: other }
    }
  }
  return null
}

/** Why two names were held for one promise, or told apart. */
export const LIKENESS_WORDING = {
  'same-text': { zh: '名称完全相同', en: 'The names are the same' },
  'same-words': {
    zh: '只是写法不同（全半角、空格、同义词或不表意的字）',
    en: 'Only written differently (width, blanks, synonyms or words without meaning)',
  },
  near: { zh: '用字 {share}% 相同，可能是同一项承诺', en: '{share}% of the wording is shared; it may be one promise' },
  facet: { zh: '{facet}不同：“{left}”与“{right}”', en: 'Another {facet}: "{left}" and "{right}"' },
  numbers: { zh: '编号不同：“{left}”与“{right}”', en: 'Other numbers: "{left}" and "{right}"' },
  words: { zh: '用字只有 {share}% 相同', en: 'Only {share}% of the wording is shared' },
} as const satisfies Readonly<Record<string, Wording>>

type SaidLikeness = { readonly code: keyof typeof LIKENESS_WORDING; readonly parameters: WordingParameters }

export function sayLikeness(likeness: Likeness, language: 'zh' | 'en'): SaidLikeness {
  switch (likeness.kind) {
    case 'same':
      return { code: likeness.why, parameters: {} }
    case 'near':
      return { code: 'near', parameters: { share: likeness.share } }
    case 'different':
      return sayApart(likeness.why, language)
  }
}

function sayApart(why: Apart, language: 'zh' | 'en'): SaidLikeness {
  switch (why.by) {
    case 'facet':
      return { code: 'facet', parameters: { facet: why.facet[language], left: why.left, right: why.right } }
    case 'numbers':
      return { code: 'numbers', parameters: { left: why.left, right: why.right } }
    case 'words':
      return { code: 'words', parameters: { share: why.share } }
  }
}
