import type { LaidTable } from '@shiji/kernel/form/laid-form'
import { layOutForm } from '@shiji/kernel/form/lay-out-form'
import { loadExamples, loadFormTemplates } from '@shiji/packs/load-packs'
import fc from 'fast-check'
import { Parser } from 'htmlparser2'
import { expect, test } from 'vitest'
import { xmlText } from './layout/xml-text.ts'
import { laidForm } from './testing/laid-form-arbitrary.ts'
import { CELL, cell, form, paragraph, row } from './testing/laid-form-samples.ts'
import { writeHtml } from './write-html.ts'

const TEMPLATES = loadFormTemplates()
const EXAMPLES = loadExamples().map((content) => {
  const template = TEMPLATES.find(({ id, edition }) => id === content.template && edition === content.edition)
  if (template === undefined) throw new Error(`no template ${content.template} ${content.edition}`)
  return [`${template.id} ${template.edition}`, layOutForm(template, content)] as const
})

type SeenCell = { readonly text: string; readonly colSpan: number; readonly rowSpan: number }
type Seen = { readonly tables: SeenCell[][][]; readonly paragraphs: string[]; readonly tags: Set<string> }

/** What a browser sees: the cells of the tables and the paragraphs between them. */
function look(html: string): Seen {
  const seen: Seen = { tables: [], paragraphs: [], tags: new Set() }
  let text: string | null = null
  let spans = { colSpan: 1, rowSpan: 1 }
  const parser = new Parser({
    onopentag: (name, { colspan = '1', rowspan = '1' }) => {
      seen.tags.add(name)
      if (name === 'table') seen.tables.push([])
      if (name === 'tr') seen.tables.at(-1)?.push([])
      if (['td', 'th', 'p', 'h1'].includes(name)) text = ''
      if (name === 'br' && text !== null) text += '\n'
      spans = name === 'td' || name === 'th' ? { colSpan: Number(colspan), rowSpan: Number(rowspan) } : spans
    },
    ontext: (part) => {
      if (text !== null) text += part
    },
    onclosetag: (name) => {
      if (name === 'td' || name === 'th')
        seen.tables
          .at(-1)
          ?.at(-1)
          ?.push({ text: text ?? '', ...spans })
      if (name === 'p' || name === 'h1') seen.paragraphs.push(text ?? '')
      if (['td', 'th', 'p', 'h1'].includes(name)) text = null
    },
  })
  parser.end(html)
  return seen
}

function cellsOf({ rows }: LaidTable): SeenCell[][] {
  return rows.map(({ cells }) => cells.map(({ text, colSpan, rowSpan }) => ({ text: xmlText(text), colSpan, rowSpan })))
}

test('every text of every form stands in its cell as text, and the merges of the page are the merges of the form', () => {
  fc.assert(
    fc.property(laidForm, (laid) => {
      const seen = look(writeHtml(laid))
      expect(seen.tables).toEqual(laid.blocks.filter((block) => block.kind === 'table').map(cellsOf))
      const paragraphs = laid.blocks.filter((block) => block.kind === 'paragraph')
      expect(seen.paragraphs).toEqual(paragraphs.map(({ text }) => xmlText(text)))
    }),
    { numRuns: 60 },
  )
})

test.each(EXAMPLES)('%s needs nothing from outside and runs nothing', (_, laid) => {
  const html = writeHtml(laid)
  const { tags } = look(html)
  expect([...tags].filter((tag) => ['script', 'link', 'img', 'iframe', 'object', 'a', 'form'].includes(tag))).toEqual(
    [],
  )
  expect(html).not.toMatch(/https?:|url\(|@import|javascript:|\son\w+=/i)
})

test.each(EXAMPLES)('%s is a page in Chinese of the size and margins of its paper', (_, laid) => {
  const html = writeHtml(laid)
  const { widthMm, heightMm, marginsMm } = laid.page
  expect(html).toMatch(/^<!doctype html>\n<html lang="zh-CN">/)
  expect(html).toContain(`@page { size: ${widthMm}mm ${heightMm}mm; margin: ${marginsMm.top}mm `)
  expect(html).toContain(`padding: ${marginsMm.top}mm ${marginsMm.right}mm ${marginsMm.bottom}mm ${marginsMm.left}mm`)
})

test('the rows of a table head come again on the next printed page', () => {
  const rows = [row([cell(0, '指标')]), row([cell(0, '甲')])]
  const html = writeHtml(form([{ kind: 'table', columnsMm: [50.5], headRows: 1, rows }]))
  expect(html).toMatch(/<thead>\n<tr [^>]*><th [^>]*>指标<\/th><\/tr>\n<\/thead>\n<tbody>/)
  expect(html).toContain('thead { display: table-header-group }')
  expect(html).toContain('<col style="width:50.5mm">')
})

test('a head merged into the body is drawn as body, where the merge holds', () => {
  const rows = [row([cell(0, '指标', { rowSpan: 2 }), cell(1, '名称')]), row([cell(1, '甲')])]
  const html = writeHtml(form([{ kind: 'table', columnsMm: [20, 30], headRows: 1, rows }]))
  expect(html).not.toContain('<thead>')
  expect(html).toContain('rowspan="2">指标</td>')
})

test('a long text may run over the page, a short row stays whole', () => {
  const rows = [row([cell(0, '概况'.repeat(800))]), row([cell(0, '短')])]
  const html = writeHtml(form([{ kind: 'table', columnsMm: [170], headRows: 0, rows }]))
  expect(html.match(/<tr class="long"/g)).toHaveLength(1)
})

test('each part behind a page break is a sheet of its own', () => {
  const html = writeHtml(form([paragraph('甲'), { kind: 'page-break' }, paragraph('乙'), { kind: 'page-break' }]))
  expect(html.match(/<section class="sheet">/g)).toHaveLength(2)
})

test('official fonts are asked for by their names, one class for each style', () => {
  const bold = { ...CELL, bold: true, border: 'none' } as const
  const html = writeHtml(form([paragraph('甲', bold), paragraph('乙', bold), paragraph('丙', CELL)]))
  expect(html).toContain('.s1 { font: bold 10.5pt/1.3 "Times New Roman", "宋体", "SimSun"')
  expect(html.match(/^\.s\d+ /gm)).toHaveLength(2)
})
