import { type Language, say, type Wording } from '@shiji/kernel/wording'

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

/** Best first, as they are asked; none is chosen beforehand. */
const ANSWERS: readonly (readonly [number, Wording])[] = [
  [5, { zh: '很满意', en: 'very satisfied' }],
  [4, { zh: '满意', en: 'satisfied' }],
  [3, { zh: '一般', en: 'neither' }],
  [2, { zh: '不满意', en: 'not satisfied' }],
  [1, { zh: '很不满意', en: 'not at all' }],
]

type Shown =
  | { readonly kind: 'question'; readonly number: string; readonly what: string }
  | { readonly kind: 'thanks' | 'before' | 'gone' | 'barred' }

/** A whole page that needs no script and loads nothing. */
export function questionPage(shown: Shown, language: Language): File {
  const body = shown.kind === 'question' ? formOf(shown, language) : `<p>${say(WORDS[shown.kind], language)}</p>`
  const page = `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${say(WORDS.title, language)}</title>
<style>${STYLE}</style></head>
<body><main>${body}</main></body>
</html>`
  return new File([page], 'satisfaction.html', { type: 'text/html' })
}

function formOf({ number, what }: { number: string; what: string }, language: Language): string {
  const answers = ANSWERS.map(
    ([score, word]) =>
      `<label><input type="radio" name="score" value="${score}" required> ${say(word, language)}</label>`,
  )
  return `<h1>${say(WORDS.title, language)}</h1>
<p>${escapeText(`${number} ${what}`)}</p>
<form method="post">${answers.join('\n')}
<label for="note">${say(WORDS.note, language)}</label><textarea id="note" name="note" maxlength="500" rows="3"></textarea>
<button>${say(WORDS.send, language)}</button></form>`
}

const STYLE = `body{margin:0;background:#f4f6f8;color:#1a2433;font:17px/1.6 system-ui,sans-serif}
main{max-width:28em;margin:0 auto;padding:24px 16px}h1{font-size:1.3em}form{display:grid;gap:10px}
form>label:has(input){display:flex;gap:10px;align-items:center;min-height:48px;padding:0 14px;background:#fff;border:1px solid #cfd6df;border-radius:8px}
textarea{font:inherit;padding:8px;border:1px solid #8a94a3;border-radius:8px}
button{min-height:52px;font:inherit;font-weight:600;color:#fff;background:#1d4f91;border:0;border-radius:8px}`

function escapeText(text: string): string {
  const signs: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  }
  return text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign)
}
