import { type Language, say, type Wording } from '@shiji/kernel/wording'
import { escapeText, publicPage } from '../public-page.ts'
import { answerChoices } from './answer-choices.ts'

const WORDS = {
  title: { zh: '这次服务您满意吗？', en: 'Were you satisfied?' },
  note: { zh: '想说的话（可不填）', en: 'Anything to add (may be left out)' },
  send: { zh: '提交', en: 'Send' },
  thanks: { zh: '谢谢，您的评价已记录。', en: 'Thank you, your answer is recorded.' },
  before: { zh: '这次服务已经评价过了。', en: 'This service was rated already.' },
  gone: {
    zh: '链接无效或已过期。需要时请向服务台再要一个。',
    en: 'The link is not valid or has expired. Ask the desk for a new one.',
  },
  barred: {
    zh: '服务台人员不参与评价。请由报单人打开链接。',
    en: 'Staff of the desk are not asked. The caller should open the link.',
  },
} as const satisfies Readonly<Record<string, Wording>>

type Shown =
  | { readonly kind: 'question'; readonly number: string; readonly what: string }
  | { readonly kind: 'thanks' | 'before' | 'gone' | 'barred' }

/** A whole page that needs no script and loads nothing. */
export function questionPage(shown: Shown, language: Language): File {
  const body = shown.kind === 'question' ? formOf(shown, language) : `<p>${say(WORDS[shown.kind], language)}</p>`
  return publicPage('satisfaction.html', { title: say(WORDS.title, language), body }, language)
}

function formOf({ number, what }: { number: string; what: string }, language: Language): string {
  return `<h1>${say(WORDS.title, language)}</h1>
<p>${escapeText(`${number} ${what}`)}</p>
<form method="post">${answerChoices(language)}
<label for="note">${say(WORDS.note, language)}</label><textarea id="note" name="note" maxlength="500" rows="3"></textarea>
<button>${say(WORDS.send, language)}</button></form>`
}
