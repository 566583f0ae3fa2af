import { type Language, say } from '../wording.ts'
import type { Rehearsal } from './rehearse.ts'

const WORDS = {
  unknown: { zh: '以往没有可比的读数，不能预演。', en: 'There are no past readings to rehearse with.' },
  held: { zh: '以往 {known} 年都能达到 {target}。', en: 'All {known} past years would have met {target}.' },
  soft: {
    zh: '以往 {known} 年都远好于 {target}，最差的 {period} 年是 {worst}：目标可能偏软。',
    en: 'All {known} past years beat {target} by far, {period} the least with {worst}: the target may be soft.',
  },
  missed: {
    zh: '以往 {known} 年中有 {count} 年达不到 {target}（{periods}）。',
    en: '{count} of {known} past years would have missed {target} ({periods}).',
  },
}

export function sayRehearsal({ known, missed, worst, soft }: Rehearsal, target: string, language: Language): string {
  if (known === 0) return say(WORDS.unknown, language)
  if (missed.length > 0) {
    const periods = missed.join(language === 'zh' ? '、' : ', ')
    return say(WORDS.missed, language, { known, count: missed.length, target, periods })
  }
  if (soft) return say(WORDS.soft, language, { known, target, period: worst?.period ?? '', worst: worst?.value ?? '' })
  return say(WORDS.held, language, { known, target })
}
