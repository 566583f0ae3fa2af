import { type Language, say } from '@shiji/kernel/wording'
import { publicPage } from '../public-page.ts'

const WORDS = {
  title: { zh: '打不开这个页面', en: 'This page is not there' },
  spot: {
    zh: '这个二维码已停用，或地址不完整。没有提交任何内容。请联系服务台，或换一个二维码再扫。',
    en: 'This code is no longer in use, or the address is not complete. Nothing was sent. Call the desk, or scan another code.',
  },
  report: {
    zh: '没有这条报修，或链接不完整。请核对链接，或联系服务台。',
    en: 'There is no such report, or the link is not complete. Check the link, or call the desk.',
  },
} as const

export function gonePage(what: 'spot' | 'report', language: Language): File {
  const title = say(WORDS.title, language)
  return publicPage('gone.html', { title, body: `<h1>${title}</h1><p>${say(WORDS[what], language)}</p>` }, language)
}
