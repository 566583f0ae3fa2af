import { type Language, say, type Wording } from '@shiji/kernel/wording'

/** Best first, as they are asked; none is chosen beforehand. */
const ANSWERS: readonly (readonly [number, Wording])[] = [
  [5, { zh: '很满意', en: 'very satisfied' }],
  [4, { zh: '满意', en: 'satisfied' }],
  [3, { zh: '一般', en: 'neither' }],
  [2, { zh: '不满意', en: 'not satisfied' }],
  [1, { zh: '很不满意', en: 'not at all' }],
]

export function answerChoices(language: Language): string {
  return ANSWERS.map(
    ([score, word]) =>
      `<label class="choice"><input type="radio" name="score" value="${score}" required> ${say(word, language)}</label>`,
  ).join('\n')
}
