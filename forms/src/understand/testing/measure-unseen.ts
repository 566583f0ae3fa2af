import { understandForms } from '../understand-forms.ts'
import { readDocument } from '../../read/read-document.ts'
import { loadFormTemplates } from '@shiji/packs/load-packs'
import { htmlPage, sectionsOf } from './grid-document.ts'
import { docxFile } from './grid-files.ts'
import { typedWorkbook } from './typed-workbook.ts'
import type { OtherPlace } from './other-place.ts'
import { writeFileSync, mkdirSync } from 'node:fs'
import * as N from './other-places-north.ts'
import * as E from './other-places-east.ts'
import * as C from './other-places-centre.ts'
import * as W from './other-places-west.ts'
const templates = loadFormTemplates()
const places: Record<string, OtherPlace> = { ...N, ...E, ...C, ...W }
const only = process.argv[2]
const tab = (grid: string) => sectionsOf(grid).map(s => s.kind === 'text' ? s.text : s.rows.map(r => r.map(c => c === '^' || c === '<' ? '' : c).join('\t')).join('\n')).join('\n')
mkdirSync('/tmp/unseen/files', { recursive: true })
let sum = { rows: 0, exp: 0, target: 0, weight: 0, score: 0, actual: 0, level: 0, reason: 0, money: 0, moneyExp: 0, head: 0, headExp: 0 , totals: 0, forms: 0}
for (const [id, p] of Object.entries(places)) {
  if (only && !id.includes(only)) continue
  const files: Record<string, Uint8Array> = {
    html: new TextEncoder().encode(htmlPage(p.grid)), docx: await docxFile(p.grid), xlsx: typedWorkbook(p.grid), txt: new TextEncoder().encode(tab(p.grid)) }
  for (const [ext, bytes] of Object.entries(files)) {
    writeFileSync(`/tmp/unseen/files/${id}.${ext}`, bytes)
    const doc = await readDocument(bytes, { name: `form.${ext}` })
    const forms = doc.ok ? understandForms(doc.value, templates) : []
    const f = forms[0]
    const notes: string[] = []
    if (forms.length !== 1) notes.push(`forms=${forms.length} ${doc.ok ? '' : JSON.stringify(doc.problem)}`)
    const want = p.rows.trim().split('\n').map(r => r.split('|'))
    const got = (f?.indicators ?? []).map(r => [r.level1 || '-', r.level2 || '-', r.level3, r.target || '-', r.actual ?? '-', r.weight ?? '-', r.score ?? '-', r.reason ?? '-'])
    const byName = new Map(got.map(g => [g[2], g]))
    let c = { rows: 0, level: 0, target: 0, actual: 0, weight: 0, score: 0, reason: 0 }
    for (const w of want) {
      const g = byName.get(w[2]!)
      if (!g) { notes.push(`  missing row ${w.join('|')}`); continue }
      c.rows++
      const same = (a: string, b: string, i: number) => a === b || (i > 3 && Number(a.replace('%','')) === Number(b.replace('%','')))
      if (g[0] === w[0] && g[1] === w[1]) c.level++; else notes.push(`  level ${w[2]}: ${g[0]}/${g[1]} want ${w[0]}/${w[1]}`)
      const keys = ['target', 'actual', 'weight', 'score', 'reason'] as const
      keys.forEach((k, i) => { if (same(g[i + 3]!, w[i + 3]!, i + 3)) c[k]++; else notes.push(`  ${k} ${w[2]}: '${g[i + 3]}' want '${w[i + 3]}'`) })
    }
    for (const g of got) if (!want.some(w => w[2] === g[2])) notes.push(`  extra row ${g.join('|')}`)
    if (got.length !== want.length) notes.push(`  count ${got.length} want ${want.length}`)
    const head = [f?.stage, f?.year ?? null, f?.moneyUnit ?? null, f?.project ?? '', f?.unit ?? null]
    const headOk = head.filter((h, i) => h === p.head[i]).length
    if (headOk < 5) notes.push(`  head ${JSON.stringify(head)} want ${JSON.stringify(p.head)}`)
    let moneyOk = 0
    for (const [k, v] of Object.entries(p.money)) {
      const m = f?.money[k] ?? null
      if (m === v || (m !== null && v !== null && Number(m) === Number(v))) moneyOk++; else notes.push(`  money ${k}: ${m} want ${v}`)
    }
    const t = f?.totals ? [f.totals.weight, f.totals.score] : null
    const totalsOk = JSON.stringify(t) === JSON.stringify(p.totals)
    if (!totalsOk) notes.push(`  totals ${JSON.stringify(t)} want ${JSON.stringify(p.totals)}`)
    console.log(`${id} ${ext}: rows ${c.rows}/${want.length} levels ${c.level} targets ${c.target} actual ${c.actual} weights ${c.weight} scores ${c.score} reasons ${c.reason} money ${moneyOk}/${Object.keys(p.money).length} head ${headOk}/5 totals ${totalsOk ? 'ok' : 'NO'} sure ${f?.doubts.find(d => d.code === 'layout-unknown')?.parameters.sureness} tmpl ${f?.template}`)
    for (const n of notes) console.log('   ' + n)
    sum.rows += c.rows; sum.exp += want.length; sum.target += c.target; sum.weight += c.weight; sum.score += c.score; sum.actual += c.actual; sum.level += c.level; sum.reason += c.reason
    sum.money += moneyOk; sum.moneyExp += Object.keys(p.money).length; sum.head += headOk; sum.headExp += 5; sum.totals += totalsOk ? 1 : 0; sum.forms++
    if (only && process.argv[3]) console.log(JSON.stringify({ money: f?.money, fields: f?.fields, doubts: f?.doubts }, null, 1))
  }
}
console.log(JSON.stringify(sum))
