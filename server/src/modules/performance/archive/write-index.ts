import { STATE_WORDS } from '@shiji/kernel/life/life-wording'
import type { Year } from './collect-year.ts'
import type { Listed } from './make-bundle.ts'

type Index = {
  readonly year: Year
  readonly listed: readonly Listed[]
  readonly district: string
  readonly day: string
}

const STYLE = `body{font:16px/1.6 system-ui,"Noto Sans CJK SC",sans-serif;max-width:64rem;margin:2rem auto;padding:0 1rem;color:#1f2937}
h1{font-size:1.4rem}h2{font-size:1.1rem;margin-top:2rem}dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem}dt{color:#4b5563}dd{margin:0}
table{border-collapse:collapse;width:100%}th,td{border-bottom:1px solid #d1d5db;padding:.3rem .5rem;text-align:left;vertical-align:top}
td.n{text-align:right;font-variant-numeric:tabular-nums}code{font-size:.8rem;overflow-wrap:anywhere}a{color:#1d4ed8}`

/** The first page of a bundle: readable in any browser, without a network and without scripts. */
export function writeIndex({ year, listed, district, day }: Index): string {
  const { declaration, steps } = year
  const { project, unit } = declaration.content
  const title = `${project} ${declaration.year} 年度绩效档案`
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${text(title)}</title><style>${STYLE}</style></head><body>
<h1>${text(title)}</h1>
<dl>${facts([
    ['区域', district],
    ['单位', unit ?? ''],
    ['归档日期', day],
    ['文件数', String(listed.length)],
  ])}</dl>
<h2>目录</h2>
<table><thead><tr><th>文件</th><th>内容</th><th>字节</th><th>SHA-256</th></tr></thead><tbody>${listed.map(fileRow).join('')}</tbody></table>
<h2>经过</h2>
<table><thead><tr><th>时间</th><th>办理人</th><th>环节</th><th>此后状态</th><th>意见</th></tr></thead><tbody>${steps
    .map(({ at, by, desk, state, opinion }) => row([at, by, desk, STATE_WORDS[state].zh, opinion]))
    .join('')}</tbody></table>
<h2>如何核对</h2>
<p>SHA256SUMS 列出每个文件的摘要值。在本目录运行 <code>sha256sum --check SHA256SUMS</code>，或用 <code>shiji archive verify 本包.zip</code>；
SHA256SUMS 自身的摘要值记在系统的账里，归档页面上可以看到。</p>
</body></html>
`
}

function facts(pairs: readonly (readonly [string, string])[]): string {
  return pairs.map(([name, value]) => `<dt>${text(name)}</dt><dd>${text(value)}</dd>`).join('')
}

function fileRow({ path, title, bytes, sha256 }: Listed): string {
  const href = path.split('/').map(encodeURIComponent).join('/')
  return `<tr><td><a href="${href}">${text(path)}</a></td><td>${text(title)}</td><td class="n">${bytes}</td><td><code>${sha256}</code></td></tr>`
}

function row(cells: readonly string[]): string {
  return `<tr>${cells.map((cell) => `<td>${text(cell)}</td>`).join('')}</tr>`
}

function text(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
