import fc from 'fast-check'
import { XMLValidator } from 'fast-xml-parser'
import { expect, test } from 'vitest'
import { laidForm } from './laid-form-arbitrary.ts'
import { A4, CELL, cell, DECLARATION, form, HEAD, paragraph, row } from './laid-form-samples.ts'
import { textParts, wordParagraphs, wordTables } from './read-word-file.ts'
import { writeDocx } from './write-docx.ts'
import { xmlText } from './xml-text.ts'

const HALF_MM_IN_TWIPS = 28

async function documentOf(laid: Parameters<typeof writeDocx>[0]): Promise<string> {
  return textParts(await writeDocx(laid))['word/document.xml'] ?? ''
}

test('the page has the size and margins of the form, and lies on its side when the form does', async () => {
  const upright = await documentOf(form([paragraph('甲')]))
  expect(upright).toContain('<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"/>')
  expect(upright).toMatch(/<w:pgMar w:top="1417" w:right="1134" w:bottom="1134" w:left="1134"/)

  const lying = await documentOf(form([paragraph('甲')], { ...A4, widthMm: 297, heightMm: 210 }))
  expect(lying).toContain('<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>')
})

test('columns keep their millimetres, in the grid and in every cell', async () => {
  const columnsMm = [10.3, 20.3, 30.3, 40.3, 50.3]
  const rows = [
    row(columnsMm.map((_, at) => cell(at, `${at}`))),
    row([cell(0, '', { colSpan: 3 }), cell(3, ''), cell(4, '')]),
  ]
  const [table] = wordTables(await documentOf(form([{ kind: 'table', columnsMm, headRows: 0, rows }])))
  table?.gridTwips.forEach((twips, at) => {
    expect(Math.abs(twips - ((columnsMm[at] ?? 0) * 1440) / 25.4)).toBeLessThan(HALF_MM_IN_TWIPS)
  })
  expect(table?.rows[1]?.[0]?.widthTwips).toBe(table?.gridTwips.slice(0, 3).reduce((sum, twips) => sum + twips, 0))
})

test('head rows repeat on every page, short rows stay whole, and a long text may run over the page', async () => {
  const rows = [row([cell(0, '指标')]), row([cell(0, '短')]), row([cell(0, '保障系统连续运行。'.repeat(200))])]
  const xml = await documentOf(form([{ kind: 'table', columnsMm: [100], headRows: 1, rows }]))
  const [head = '', short = '', long = ''] = xml.match(/<w:tr>.*?<\/w:tr>/gs) ?? []
  expect(head).toContain('<w:tblHeader/>')
  expect(short).not.toContain('<w:tblHeader')
  expect(short).toContain('<w:cantSplit/>')
  expect(long).not.toContain('<w:cantSplit')
  expect(short).toContain('<w:trHeight w:val="454" w:hRule="atLeast"/>')
})

test('Chinese is set in the official font of its role and Latin letters in Times New Roman', async () => {
  const parts = textParts(await writeDocx(DECLARATION))
  const fonts = 'w:ascii="Times New Roman" w:cs="Times New Roman"'
  for (const official of ['宋体', '黑体', '仿宋_GB2312', '楷体', '方正小标宋简体']) {
    expect(parts['word/styles.xml']).toContain(
      `<w:rFonts ${fonts} w:eastAsia="${official}" w:hAnsi="Times New Roman"/>`,
    )
  }
  expect(parts['word/fontTable.xml']).toContain('<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋"/>')
  expect(parts['word/styles.xml']).toContain('w:eastAsia="zh-CN"')
})

test("a unit's own font stands first and the official one takes its place where it is missing", async () => {
  const parts = textParts(await writeDocx(DECLARATION, { fonts: { 小标宋: '公文小标宋' } }))
  expect(parts['word/styles.xml']).toContain('w:eastAsia="公文小标宋"')
  expect(parts['word/fontTable.xml']).toContain('<w:font w:name="公文小标宋"><w:altName w:val="方正小标宋简体"/>')
})

test('boxes and marks are set in the Chinese font', async () => {
  const xml = await documentOf(form([paragraph('☑ 是  □ 否  √ × ≥')]))
  expect(xml).toContain(
    '<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">☑ 是  □ 否  √ × ≥</w:t></w:r>',
  )
})

test('a table drawn with lines says so once, and a mixed one cell by cell', async () => {
  const ruled = { kind: 'table', columnsMm: [50], headRows: 0, rows: [row([cell(0, '甲')])] } as const
  expect(await documentOf(form([ruled]))).not.toContain('<w:tcBorders>')
  const rows = [row([cell(0, '甲', { style: HEAD })]), row([cell(0, '乙', { style: { ...CELL, border: 'none' } })])]
  const mixed = await documentOf(form([{ kind: 'table', columnsMm: [50], headRows: 0, rows }]))
  expect(mixed.match(/<w:tcBorders>/g)).toHaveLength(1)
  expect(mixed).toContain('<w:insideH w:val="none"')
})

test('a page break begins the next page with the next paragraph or table, and leaves no empty page behind', async () => {
  const table = { kind: 'table', columnsMm: [50], headRows: 0, rows: [row([cell(0, '丙')])] } as const
  const xml = await documentOf(
    form([
      paragraph('甲'),
      { kind: 'page-break' },
      paragraph('乙'),
      { kind: 'page-break' },
      table,
      { kind: 'page-break' },
    ]),
  )
  expect(xml.match(/<w:pageBreakBefore\/>/g)).toHaveLength(2)
  expect(xml).not.toContain('<w:br')
})

test('the file says its title and carries no macro, no clock and nothing from outside', async () => {
  const parts = textParts(await writeDocx(DECLARATION))
  expect(parts['docProps/core.xml']).toContain('<dc:title>项目支出绩效目标申报表</dc:title>')
  expect(parts['docProps/core.xml']).not.toMatch(/dcterms:(created|modified)>/)
  expect(Object.keys(parts).filter((path) => /vba|embeddings|media/i.test(path))).toEqual([])
  expect(Object.values(parts).filter((xml) => xml.includes('TargetMode="External"'))).toEqual([])
})

test('every text of every form stands in its cell exactly once, and the merges of the file are the merges of the form', async () => {
  await fc.assert(
    fc.asyncProperty(laidForm, async (laid) => {
      const parts = textParts(await writeDocx(laid))
      expect(Object.values(parts).filter((part) => XMLValidator.validate(part) !== true)).toEqual([])
      const xml = parts['word/document.xml'] ?? ''
      const tables = laid.blocks.filter((block) => block.kind === 'table')
      const written = wordTables(xml).map(({ rows }) => rows.map((cells) => cells.map(shapeOf)))
      expect(written).toEqual(tables.map(({ rows }) => rows.map(({ cells }) => cells.map(shapeOf))))
      const paragraphs = laid.blocks.filter((block) => block.kind === 'paragraph')
      expect(wordParagraphs(xml).join('\n')).toBe(paragraphs.map(({ text }) => xmlText(text)).join('\n'))
    }),
    { numRuns: 60 },
  )
})

type Shape = { readonly column: number; readonly colSpan: number; readonly rowSpan: number; readonly text: string }

const shapeOf = ({ column, colSpan, rowSpan, text }: Shape): Shape => ({
  column,
  colSpan,
  rowSpan,
  text: xmlText(text),
})

test('the same form written twice gives the same bytes', async () => {
  const first = await writeDocx(DECLARATION)
  expect(await writeDocx(structuredClone(DECLARATION))).toEqual(first)
})
