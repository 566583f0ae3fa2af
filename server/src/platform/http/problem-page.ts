import type { Language } from '@shiji/kernel/wording'
import type { Problem } from './problem.ts'

const STYLE = `:root{color-scheme:light dark}body{max-width:28em;margin:0 auto;padding:24px 16px;font:17px/1.6 system-ui,sans-serif}`

/** The sentence of a problem as a page, for whoever opened the address in a browser. */
export function problemPage({ detail }: Problem, language: Language): File {
  const text = detail.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)
  const page = `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${text.slice(0, 40)}</title>
<style>${STYLE}</style></head>
<body><main><h1>实绩</h1><p>${text}</p></main></body>
</html>`
  return new File([page], 'problem.html', { type: 'text/html' })
}
