import type { Scope } from '@shiji/kernel/severity/ticket-class'
import { type Language, say, type Wording } from '@shiji/kernel/wording'
import { DESK_RULES } from '../desk-rules.ts'
import { escapeText, publicPage } from '../public-page.ts'

const WORDS = {
  title: { zh: '报修 · {place}', en: 'Report a fault · {place}' },
  about: { zh: '{unit}。不用登录，两下就好。', en: '{unit}. No sign-in; two taps will do.' },
  service: { zh: '什么坏了？', en: 'What is broken?' },
  scope: { zh: '影响多大？', en: 'Who is hit?' },
  what: { zh: '补一句（可不填）', en: 'One sentence (may be left out)' },
  name: { zh: '怎么称呼（可不填）', en: 'Your name (may be left out)' },
  contact: { zh: '联系方式（可不填）', en: 'How to reach you (may be left out)' },
  website: { zh: '请勿填写', en: 'Leave this empty' },
  send: { zh: '提交报修', en: 'Send the report' },
} as const

const SCOPES: Readonly<Record<Exclude<Scope, 'core'>, Wording>> = {
  one: { zh: '只有这一台、这一处', en: 'only this one' },
  department: { zh: '整个房间或科室', en: 'the whole room or office' },
  building: { zh: '整层或整栋楼', en: 'the whole floor or building' },
}

type Shown = { readonly name: string; readonly unit: string; readonly secret: string }

/** What is broken, in two taps; the secret is that of the report to come, so sending the page twice is one report. */
export function reportForm({ name, unit, secret }: Shown, language: Language): File {
  const title = say(WORDS.title, language, { place: name })
  const services = DESK_RULES.services.map((service) => choice('service', service.key, service.name[language]))
  const scopes = Object.entries(SCOPES).map(([key, wording]) => choice('scope', key, wording[language], key === 'one'))
  const field = (key: 'what' | 'name' | 'contact', most: number) =>
    `<label>${say(WORDS[key], language)}<input type="text" name="${key}" maxlength="${most}" autocomplete="off"></label>`
  const body = `<h1>${escapeText(title)}</h1><p class="quiet">${escapeText(say(WORDS.about, language, { unit }))}</p>
<form method="post">
<input type="hidden" name="secret" value="${secret}">
<fieldset><legend>${say(WORDS.service, language)}</legend><div class="tiles">${services.join('')}</div></fieldset>
<fieldset><legend>${say(WORDS.scope, language)}</legend>${scopes.join('')}</fieldset>
${field('what', 200)}${field('name', 40)}${field('contact', 40)}
<div class="trap" aria-hidden="true"><label>${say(WORDS.website, language)}<input type="text" name="website" tabindex="-1" autocomplete="off"></label></div>
<button>${say(WORDS.send, language)}</button>
</form>`
  return publicPage('report.html', { title, body }, language)
}

function choice(name: string, value: string, word: string, isChosen = false): string {
  const input = `<input type="radio" name="${name}" value="${value}" required${isChosen ? ' checked' : ''}>`
  return `<label class="choice">${input}${escapeText(word)}</label>`
}
