import { pinyin } from 'pinyin-pro'

/** 林知夏 as people type it: `linzhixia lzx`. A family name is read as one (单 shàn, 解 xiè). */
export function toPinyin(name: string, { isPerson }: { isPerson: boolean }): string {
  const syllables = pinyin(fold(name), {
    toneType: 'none',
    type: 'array',
    v: true,
    nonZh: 'consecutive',
    ...(isPerson ? { surname: 'head' as const } : {}),
  })
  return `${syllables.join('')} ${syllables.map((syllable) => syllable.slice(0, 1)).join('')}`
}

/** What a person is found by, and every pair of neighbouring characters in it: the index is asked for pairs. */
export function searchWordsOf(name: string, login: string | null): { sought: string; bigrams: string[] } {
  const sought = [fold(name), login ?? '', toPinyin(name, { isPerson: true })].join(' ')
  return { sought, bigrams: pairsOf(sought) }
}

/** Width, case and blanks make no difference. */
export function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, '')
}

export function pairsOf(text: string): string[] {
  const signs = [...text]
  const pairs = signs.slice(1).map((sign, index) => `${signs[index]}${sign}`)
  return [...new Set(pairs.filter((pair) => !pair.includes(' ')))]
}
