import { type Language, say, type Wording } from '@shiji/kernel/wording'
import { escapeText, publicPage } from '../public-page.ts'
import { answerChoices } from '../satisfaction/answer-choices.ts'

const WORDS = {
  title: { zh: '满意度调查', en: 'Satisfaction survey' },
  ask: { zh: '总的来说，您满意吗？', en: 'All in all, are you satisfied?' },
  anonymous: {
    zh: '不记名：系统只记总数，查不到是谁答的。每个链接答一次。',
    en: 'Anonymous: only totals are kept, and nobody can tell who answered what. One answer a link.',
  },
  send: { zh: '提交', en: 'Send' },
  thanks: { zh: '谢谢，您的回答已计入。', en: 'Thank you, your answer is counted.' },
  before: { zh: '这个链接已经答过了。', en: 'This link was used already.' },
  over: { zh: '调查已经结束。', en: 'The survey is over.' },
  gone: { zh: '链接无效。请核对是否完整。', en: 'The link is not valid. Check that it is whole.' },
  barred: {
    zh: '服务台、服务班组和服务商的人员不参与调查。请由受邀的人打开链接。',
    en: 'Staff of the desk, of its teams and of vendors do not answer. Whoever was invited should open the link.',
  },
} as const satisfies Readonly<Record<string, Wording>>

export type Shown =
  | { readonly kind: 'question'; readonly title: string }
  | { readonly kind: 'thanks' | 'before' | 'over' | 'gone' | 'barred' }

/** A whole page that needs no script and loads nothing; no answer is chosen beforehand. */
export function ballotPage(shown: Shown, language: Language): File {
  const body = shown.kind === 'question' ? formOf(shown.title, language) : `<p>${say(WORDS[shown.kind], language)}</p>`
  return publicPage('survey.html', { title: say(WORDS.title, language), body }, language)
}

function formOf(title: string, language: Language): string {
  return `<h1>${escapeText(title)}</h1>
<p class="quiet">${say(WORDS.anonymous, language)}</p>
<form method="post"><fieldset><legend>${say(WORDS.ask, language)}</legend>
${answerChoices(language)}</fieldset>
<button>${say(WORDS.send, language)}</button></form>`
}
