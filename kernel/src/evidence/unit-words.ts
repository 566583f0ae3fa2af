import { type Language, say, type Wording } from '../wording.ts'

const UNIT_WORDS: ReadonlyMap<string, Wording> = new Map([
  ['分钟', { zh: '分钟', en: 'min' }],
  ['小时', { zh: '小时', en: 'h' }],
  ['毫秒', { zh: '毫秒', en: 'ms' }],
  ['次', { zh: '次', en: 'times' }],
  ['人', { zh: '人', en: 'people' }],
])

/** The unit of a measure as a screen shows it; forms keep that of the target. What has no words of its own stays. */
export function sayUnit(unit: string, language: Language): string {
  const wording = UNIT_WORDS.get(unit)
  return wording === undefined ? unit : say(wording, language)
}
