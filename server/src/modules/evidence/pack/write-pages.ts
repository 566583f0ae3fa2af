import type { SealedField, SealedLine } from '@shiji/kernel/bundle/sealed-line'
import { PACK } from '@shiji/kernel/bundle/verify-pack'
import { type Combine, isQuotient } from '@shiji/kernel/evidence/parts'
import { officeMoment } from '#platform/office-day'

type Lines = { readonly path: string; readonly lines: readonly SealedLine[] }
type Page = { readonly path: string; readonly bytes: Uint8Array<ArrayBuffer> }

const STYLE = `body{font:16px/1.6 system-ui,"Noto Sans CJK SC",sans-serif;max-width:72rem;margin:2rem auto;padding:0 1rem;color:#1f2937}
h1{font-size:1.4rem}h2{font-size:1.1rem;margin-top:2rem}.wide{overflow-x:auto}
table{border-collapse:collapse;width:100%}th,td{border-bottom:1px solid #d1d5db;padding:.3rem .5rem;text-align:left;vertical-align:top}
td.n{text-align:right;font-variant-numeric:tabular-nums}code{font-size:.8rem;overflow-wrap:anywhere}a{color:#1d4ed8}.no{color:#b42318}`

/** The seal to be read in any browser without network or scripts: the readings, and the records behind each. */
export function writePages(all: readonly Lines[], { masked }: { readonly masked: boolean }): Page[] {
  const linesOf = (path: string) => all.find((one) => one.path === path)?.lines ?? []
  const [head] = linesOf(PACK.head)
  const readings = linesOf(PACK.readings)
  const title = `${text(head?.facts.project)} ${text(head?.facts.year)} 年度证据包`
  const index = page(title, [
    `<p>${text(head?.facts.district)} · ${text(head?.facts.unit)} · 第 ${text(head?.facts.number)} 次封存 · 数据截至 ${moment(head?.facts.asOf)} · 封存人 ${field(head?.fields.sealedBy)}</p>`,
    masked ? '<p><b>遮盖本：</b>姓名和文字已遮盖，附件未附；校验值不变，仍可核对。</p>' : '',
    '<p>打开 <a href="verify.html">verify.html</a> 并选择本证据包即可核对，不需要网络；也可用 <code>shiji evidence verify 本包.zip</code>。</p>',
    '<h2>各项指标</h2>',
    table(['序', '指标', '目标', '读数', '口径', '分子 / 分母', '记录'], readings.map(readingRow)),
    '<h2>没有依据的指标</h2>',
    list(
      readings
        .filter(({ facts }) => facts.value == null)
        .map(({ facts }) => `${text(facts.indicator)}：${text(facts.note ?? '没有记录')}`),
    ),
    '<h2>文件</h2>',
    table(['文件', 'SHA-256'], linesOf(PACK.files).map(fileRow)),
  ])
  const records = readings.flatMap(({ facts }, at): Page[] => {
    const path = PACK.recordsOf(at + 1)
    const lines = linesOf(path)
    if (lines.length === 0) return []
    const body = [
      '<p><a href="../index.html">返回目录</a></p>',
      `<p>${text(facts.name)}：${text(facts.formula)}</p>`,
      table(['记录', '发生', '录入', '计', '不计的原因', '强度', '编号'], lines.map(recordRow)),
    ]
    return [file(path.replace('.jsonl', '.html'), page(`${at + 1}. ${text(facts.indicator)}`, body))]
  })
  return [file('index.html', index), ...records]
}

function readingRow({ facts }: SealedLine, at: number): string {
  const { indicator, target, value, unit, name, parts, records, combine } = facts
  const { numerator, denominator } = (parts ?? {}) as { numerator?: string; denominator?: string }
  const href = PACK.recordsOf(at + 1).replace('.jsonl', '.html')
  const count = Number(records ?? 0)
  return row([
    String(at + 1),
    text(indicator),
    text(target),
    value == null ? '<span class="no">无数据</span>' : `<b>${text(value)}</b> ${text(unit)}`,
    text(name ?? '未绑定'),
    // The longest of all is explained by its record, and a count by itself.
    parts == null || !isQuotient(combine as Combine) ? '' : `${text(numerator)} / ${text(denominator)}`,
    count === 0 ? '0' : `<a href="${href}">${count} 条</a>`,
  ])
}

function recordRow({ facts, fields }: SealedLine): string {
  const { at, enteredAt, numerator, denominator, exclusion, strength, id, mark } = facts
  const late = mark == null ? '' : ` · ${mark === 'late' ? '补录' : '改过'}`
  const counts = `${text(numerator)} / ${text(denominator)}`
  return row([
    field(fields.title),
    moment(at),
    `${moment(enteredAt)}${late}`,
    counts,
    text(exclusion),
    text(strength),
    `<code>${text(id)}</code>`,
  ])
}

function fileRow({ facts, fields }: SealedLine): string {
  const path = fields.path
  const name =
    typeof path === 'string' || path === undefined
      ? field(path)
      : `<a href="${href(String(path[1]))}">${text(path[1])}</a>`
  return row([name, `<code>${text(facts.sha256)}</code>`])
}

function href(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/')
}

/** A masked field shows that something was there. */
function field(value: SealedField | undefined): string {
  if (value === undefined) return ''
  return typeof value === 'string' ? '（已遮盖）' : text(value[1])
}

/** By the clock of the office, as the screens show it; the sealed lines keep the instant itself. */
function moment(value: unknown): string {
  return typeof value === 'string' ? officeMoment(Temporal.Instant.from(value)) : ''
}

function page(title: string, body: readonly string[]): string {
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${STYLE}</style></head><body>
<h1>${title}</h1>
${body.join('\n')}
</body></html>
`
}

function table(heads: readonly string[], rows: readonly string[]): string {
  const head = heads.map((one) => `<th scope="col">${one}</th>`).join('')
  return `<div class="wide" tabindex="0"><table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`
}

function row(cells: readonly string[]): string {
  return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
}

function list(items: readonly string[]): string {
  return items.length === 0 ? '<p>没有。</p>' : `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`
}

function file(path: string, content: string): Page {
  return { path, bytes: new TextEncoder().encode(content) }
}

function text(value: unknown): string {
  if (value === null || value === undefined) return ''
  return String(value)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
