import { type Language, say } from '@shiji/kernel/wording'
import { escapeText, publicPage } from '../public-page.ts'

const WORDS = {
  title: { zh: '这里已经有人报修了', en: 'Somebody has reported this already' },
  about: {
    zh: '{place}已有 {count} 条报修等待受理，您的没有重复登记。情况变严重时请打服务台电话。',
    en: '{count} reports of {place} wait to be taken up; yours was not added. If it gets worse, call the desk.',
  },
} as const

type Waiting = { readonly place: string; readonly numbers: readonly string[] }

export function enoughPage({ place, numbers }: Waiting, language: Language): File {
  const title = say(WORDS.title, language)
  const about = escapeText(say(WORDS.about, language, { place, count: numbers.length }))
  const list = numbers.map((number) => `<li>${escapeText(number)}</li>`).join('')
  return publicPage('enough.html', { title, body: `<h1>${title}</h1><p>${about}</p><ul>${list}</ul>` }, language)
}
