import type { Language } from '@shiji/kernel/wording'

const STYLE = `:root{color-scheme:light dark;--ground:#f4f6f8;--paper:#fff;--ink:#1b2430;--quiet:#4a5666;--line:#8a95a3;--accent:#1d4f91;--on:#fff;--wash:#e8eff8}
@media(prefers-color-scheme:dark){:root{--ground:#0f141a;--paper:#161c24;--ink:#e6eaf0;--quiet:#b6c0cc;--line:#76828f;--accent:#8ab4ec;--on:#0d1a2b;--wash:#1c2f49}}
*{box-sizing:border-box}body{margin:0;background:var(--ground);color:var(--ink);font:17px/1.6 system-ui,sans-serif}
main{max-width:28em;margin:0 auto;padding:20px 16px}h1{margin:0 0 4px;font-size:1.35em;line-height:1.3}h2{margin:0;font-size:1em}
p{margin:0 0 12px}.quiet{color:var(--quiet)}form,fieldset{display:grid;grid-gap:10px;margin:0;padding:0;border:0}form{margin-top:12px}
legend{padding:0 0 6px;font-weight:600}.tiles{display:grid;grid-template-columns:repeat(auto-fill,minmax(6em,1fr));grid-gap:8px}
.choice{display:flex;align-items:center;min-height:52px;padding:6px 12px;background:var(--paper);border:1px solid var(--line);border-radius:8px}
.choice input{flex:none;width:20px;height:20px;margin:0 10px 0 0;accent-color:var(--accent)}
input[type=text],textarea{width:100%;min-height:48px;padding:8px 12px;font:inherit;color:inherit;background:var(--paper);border:1px solid var(--line);border-radius:8px}
button{min-height:56px;font:inherit;font-weight:600;color:var(--on);background:var(--accent);border:0;border-radius:8px}
a{color:var(--accent)}a.go{display:flex;align-items:center;min-height:48px}summary{min-height:48px;line-height:48px}
.card{margin:12px 0;padding:12px 14px;background:var(--paper);border:1px solid var(--line);border-radius:8px}.card ol{margin:0;padding-left:1.4em}
.state{font-size:1.2em;font-weight:600}.trap{position:absolute;left:-10000px}`

/** `style` adds to what all of them share. */
type PublicPage = { readonly title: string; readonly body: string; readonly style?: string }

/** A whole page for people without an account: no script, and nothing that would have to be loaded. */
export function publicPage(name: string, { title, body, style = '' }: PublicPage, language: Language): File {
  const page = `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escapeText(title)}</title>
<style>${STYLE}${style}</style></head>
<body><main>${body}</main></body>
</html>`
  return new File([page], name, { type: 'text/html' })
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

export function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign)
}
