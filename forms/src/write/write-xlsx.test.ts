import * as XLSX from '@e965/xlsx'
import type { LaidForm, LaidTable } from '@shiji/kernel/form/laid-form'
import fc from 'fast-check'
import { XMLValidator } from 'fast-xml-parser'
import { expect, test } from 'vitest'
import { laidForm, laidTable } from './laid-form-arbitrary.ts'
import { A4, cell, DECLARATION, form, HEAD, money, paragraph, row, TITLE } from './laid-form-samples.ts'
import { textParts } from './read-word-file.ts'
import { writeXlsx } from './write-xlsx.ts'
import { xmlText } from './xml-text.ts'

const PIXELS_PER_MM = 96 / 25.4
const PIXELS_PER_FIGURE = 8

async function reopened(laid: LaidForm) {
  const file = await writeXlsx(laid)
  const workbook = XLSX.read(file, { cellNF: true, cellFormula: true, cellStyles: true })
  return {
    file,
    parts: textParts(file),
    workbook,
    sheets: workbook.SheetNames.map((name) => workbook.Sheets[name] ?? {}),
  }
}

const oneTable = (columnsMm: readonly number[], rows: LaidTable['rows'], headRows = 0): LaidTable => ({
  kind: 'table',
  columnsMm,
  headRows,
  rows,
})

const valuesOf = (sheet: XLSX.WorkSheet): unknown[] =>
  Object.entries(sheet).flatMap(([address, held]) => (address.startsWith('!') || held.v === undefined ? [] : [held.v]))

test.each([
  '=HYPERLINK("http://example.cn","点我")',
  '+86 21 5550 0101',
  '-',
  '@SUM(A1:A9)',
  '\t=1+1',
  '＝1+1',
  "'已有引号",
])('%s stays text: no formula, no link, and it stays text when somebody edits it', async (text) => {
  const { parts, sheets } = await reopened(form([oneTable([50], [row([cell(0, text)])])]))
  expect(sheets[0]?.A1).toMatchObject({ t: 's', v: text, z: '@' })
  const xml = parts['xl/worksheets/sheet1.xml'] ?? ''
  expect(xml).not.toContain('<f')
  expect(xml).not.toContain('<hyperlink')
  const style = Number(/r="A1" s="(\d+)"/.exec(xml)?.[1])
  const styles = /<cellXfs.*?<\/cellXfs>/s.exec(parts['xl/styles.xml'] ?? '')?.[0].match(/<xf [^>]*>/g)
  expect(styles?.[style]).toContain('quotePrefix="1"')
})

test.each(['021-5550-0101', '310101200001011234', '2026-03-02', '2026年3月', '0071', '95%', 'TRUE'])(
  '%s is kept as text by the format Text, with every digit',
  async (text) => {
    const { sheets } = await reopened(form([oneTable([50], [row([cell(0, text)])])]))
    expect(sheets[0]?.A1).toMatchObject({ t: 's', v: text, z: '@' })
  },
)

test('a long text that begins like a formula is quoted but not of format Text, which old programs show as ####', async () => {
  const { sheets } = await reopened(form([oneTable([50], [row([cell(0, `-${'绩效'.repeat(200)}`)])])]))
  expect(sheets[0]?.A1).toMatchObject({ t: 's', z: 'General' })
})

test("a unit's own font takes the place of the official one", async () => {
  const parts = textParts(await writeXlsx(form([paragraph('题', TITLE)]), { fonts: { 小标宋: '公文小标宋' } }))
  expect(parts['xl/styles.xml']).toContain('<name val="公文小标宋"/>')
})

test.each([
  ['4,638,500.00', money('4638500'), 4638500, '#,##0.00'],
  ['463.85', money('463.85'), 463.85, '0.00'],
  ['-3', money('-3', 0), -3, '0'],
  ['463.85万元', money('463.85'), 463.85, '0.00"万元"'],
  ['12.35', money('12.345'), 12.345, '0.00'],
])('%s is a number that shows itself so', async (text, value, number, format) => {
  const { sheets } = await reopened(form([oneTable([50], [row([cell(0, text, { value })])])]))
  expect(sheets[0]?.A1).toMatchObject({ t: 'n', v: number, z: format, w: text })
})

test.each([
  ['约460', money('463.85')],
  ['95%', money('0.95')],
  ['12,34.5', money('1234.5')],
  ['12345678901234567.89', money('12345678901234567.89')],
])('%s cannot be shown from its number, so what the form prints stands as text', async (text, value) => {
  const { sheets } = await reopened(form([oneTable([50], [row([cell(0, text, { value })])])]))
  expect(sheets[0]?.A1).toMatchObject({ t: 's', v: text })
})

test('two tables of different columns stand on one sheet and every cell keeps its width', async () => {
  const upper = oneTable([30, 55, 30, 55], [row([0, 1, 2, 3].map((at) => cell(at, `上${at}`)))])
  const lower = oneTable([22, 26, 52, 70], [row([0, 1, 2, 3].map((at) => cell(at, `下${at}`)))])
  const { sheets } = await reopened(form([upper, lower]))
  expect(sheets).toHaveLength(1)
  expect(widthsMm(sheets[0] ?? {}, 0)).toEqual(upper.columnsMm.map(nearly))
  expect(widthsMm(sheets[0] ?? {}, 1)).toEqual(lower.columnsMm.map(nearly))
})

const nearly = (mm: number) => expect.closeTo(mm, 0.31)

/** Widths of the filled cells of a row, merged columns counted together. */
function widthsMm(sheet: XLSX.WorkSheet, r: number): number[] {
  const columns = (sheet['!cols'] ?? []).map(({ width = 0 }) => (width * PIXELS_PER_FIGURE) / PIXELS_PER_MM)
  return columns.flatMap((_, c) => {
    if (sheet[XLSX.utils.encode_cell({ r, c })]?.v === undefined) return []
    const end = sheet['!merges']?.find(({ s }) => s.r === r && s.c === c)?.e.c ?? c
    return [columns.slice(c, end + 1).reduce((sum, width) => sum + width, 0)]
  })
}

test('each part of the form is a sheet with its own legal name', async () => {
  const title = '项目支出/绩效*目标[申报]表：一个比表格软件所容许的名称还要长得多的标题'
  const { workbook } = await reopened(
    form([
      paragraph(title, TITLE),
      { kind: 'page-break' },
      paragraph(title, TITLE),
      { kind: 'page-break' },
      paragraph('无题'),
    ]),
  )
  expect(workbook.SheetNames).toEqual([
    '项目支出 绩效 目标 申报 表：一个比表格软件所容许的名称还要',
    '项目支出 绩效 目标 申报 表：一个比表格软件所容许的 (2)',
    '项目支出绩效目标申报表',
  ])
})

test('the sheet prints on its paper, as wide as one page, with the head of its table on every page', async () => {
  const rows = [
    row([cell(0, '指标', { style: HEAD })]),
    ...Array.from({ length: 80 }, (_, at) => row([cell(0, `第${at}项`)])),
  ]
  const blocks = [paragraph('表', TITLE), oneTable([170], rows, 1)]
  const { parts } = await reopened(form(blocks, { ...A4, widthMm: 297, heightMm: 210 }))
  const xml = parts['xl/worksheets/sheet1.xml'] ?? ''
  expect(xml).toContain('<pageSetUpPr fitToPage="1"/>')
  expect(xml).toContain('<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>')
  expect(xml).toContain('<pageMargins left="0.787" right="0.787" top="0.984" bottom="0.787"')
  expect(parts['xl/workbook.xml']).toContain('!$A$1:$A$82</definedName>')
  expect(parts['xl/workbook.xml']).toContain('!$2:$2</definedName>')
})

test('a row is as high as its longest text, and a text higher than a row may be takes several', async () => {
  const long = '保障各业务系统连续运行。'.repeat(300)
  const { sheets } = await reopened(form([oneTable([30, 60], [row([cell(0, '依据'), cell(1, long)])])]))
  const heights = (sheets[0]?.['!rows'] ?? []).map(({ hpt = 0 }) => hpt)
  expect(heights.every((height) => height <= 409)).toBe(true)
  // 3,600 characters, 15 or so on a line of 60 mm: some 240 lines of 10.5 points.
  expect(heights.reduce((sum, height) => sum + height, 0)).toBeGreaterThan(225 * 10.5 * 1.3)
  const down = { s: { r: 0, c: 1 }, e: { r: heights.length - 1, c: 1 } }
  expect(sheets[0]?.['!merges']).toContainEqual(down)
})

test('a text longer than a cell may hold goes on in the cell below, nothing is lost', async () => {
  const endless = '绩效'.repeat(40_000)
  const { sheets } = await reopened(form([oneTable([100], [row([cell(0, endless)])])]))
  const pieces = valuesOf(sheets[0] ?? {})
  expect(pieces.join('')).toBe(endless)
  expect(pieces.every((piece) => String(piece).length <= 32_767)).toBe(true)
})

test('the merges of the sheet are the merges of the table', async () => {
  await fc.assert(
    fc.asyncProperty(laidTable, async (table) => {
      // Without words, for a text taller than a row merges rows of its own.
      const rows = table.rows.map((laid) => row(laid.cells.map((one) => ({ ...one, text: '' }))))
      const { sheets } = await reopened(form([{ ...table, rows }]))
      const laid = table.rows.flatMap(({ cells }, r) =>
        cells
          .filter(({ colSpan, rowSpan }) => colSpan > 1 || rowSpan > 1)
          .map(({ column: c, colSpan, rowSpan }) => ({ s: { r, c }, e: { r: r + rowSpan - 1, c: c + colSpan - 1 } })),
      )
      expect(sheets[0]?.['!merges'] ?? []).toEqual(laid)
    }),
    { numRuns: 60 },
  )
})

test('every text of every form stands in the file exactly once, in reading order, and nothing is a formula', async () => {
  await fc.assert(
    fc.asyncProperty(laidForm, async (laid) => {
      const { parts, sheets } = await reopened(laid)
      expect(Object.values(parts).filter((part) => XMLValidator.validate(part) !== true)).toEqual([])
      expect(Object.values(parts).filter((part) => /<f[ >]|<hyperlink|TargetMode="External"/.test(part))).toEqual([])
      expect(sheets.flatMap(valuesOf)).toEqual(
        textsOf(laid)
          .map(xmlText)
          .filter((text) => text !== ''),
      )
    }),
    { numRuns: 60 },
  )
})

function textsOf({ blocks }: LaidForm): string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return [block.text]
    return block.kind === 'table' ? block.rows.flatMap(({ cells }) => cells.map(({ text }) => text)) : []
  })
}

test('the same form written twice gives the same bytes, without the clock', async () => {
  const file = await writeXlsx(DECLARATION)
  expect(await writeXlsx(structuredClone(DECLARATION))).toEqual(file)
  const parts = textParts(file)
  expect(parts['docProps/core.xml']).not.toMatch(/dcterms:(created|modified)>/)
})
