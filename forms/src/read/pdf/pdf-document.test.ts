import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { expect, test } from 'vitest'
import { convert, hasLibreOffice, outline, paragraph, readSample, readWell, wordFile } from '../testing/sample-files.ts'

const FONTS = dirname(
  fileURLToPath(import.meta.resolve('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf')),
)
const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: [FONTS] }] })

function pdfOf(body: string): Uint8Array {
  const page = '#set page(paper: "a4", margin: 2cm, numbering: "1 / 1")\n#set text(font: "Noto Serif SC", size: 10.5pt)'
  return compiler.pdf({ mainFileContent: `${page}\n${body}` })
}

const FORM = `财政项目支出绩效自评表
#table(columns: (2.2cm, 2.2cm, 3cm, 1fr), stroke: 0.5pt, align: center + horizon,
  table.cell(rowspan: 2)[项目资金], table.cell(colspan: 2)[全年执行数], [得分],
  [56,961,217], [98.88%], [9.89],
  table.cell(colspan: 4)[满意度])
填表人：林知夏`

test('a form printed by the product reads back with its merges', async () => {
  const document = await readWell(pdfOf(FORM), '自评表.pdf')
  expect(document).toMatchObject({ format: 'pdf', notes: [] })
  expect(outline(document.blocks)).toEqual([
    '财政项目支出绩效自评表',
    ['项目资金 | 全年执行数 | < | 得分', '^ | 56,961,217 | 98.88% | 9.89', '满意度 | < | < | <'],
    '填表人：林知夏',
  ])
})

test.each([
  ['Chinese broken by the column', '保障校园网络与教务系统等平台稳定运行', '保障校园网络与教务系统等平台稳定运行'],
  ['words broken by the column', 'Oracle database maintenance', 'Oracle database maintenance'],
  ['lines the writer ended', '一级 \\ 二级', '一级⏎二级'],
  ['spaces within', '2021年 12月', '2021年 12月'],
])('a cell with %s keeps its text', async (_, written, expected) => {
  const { blocks } = await readWell(pdfOf(`#table(columns: (3cm, 3cm), stroke: 0.5pt, [甲], [${written}])`), '表.pdf')
  expect(outline(blocks)).toEqual([[`甲 | ${expected}`]])
})

test('a table over several pages is one table, its repeated head and the page numbers are left out', async () => {
  const rows = Array.from({ length: 90 }, (_, row) => `[第${row + 1}项], [≥95%],`).join('')
  const { blocks, notes } = await readWell(
    pdfOf(`#table(columns: (1fr, 1fr), stroke: 0.5pt, table.header([指标], [目标值]), ${rows})`),
    '表.pdf',
  )
  const table = outline(blocks)[0] ?? []

  expect(blocks.length).toBe(1)
  expect(table.length).toBe(91)
  expect([table[0], table[1], table[90]]).toEqual(['指标 | 目标值', '第1项 | ≥95%', '第90项 | ≥95%'])
  expect(notes.map(({ code, parameters }) => [code, parameters.page, parameters.count])).toEqual([
    ['rows-joined-across-pages', 2, 1],
    ['rows-joined-across-pages', 3, 1],
  ])
})

test('columns without lines are found by the gaps they leave', async () => {
  const grid =
    '#grid(columns: (4cm, 4cm, 4cm), row-gutter: 8pt, [指标], [目标值], [得分], [完成率], [100%], [15], [满意度], [], [10])'
  expect(outline((await readWell(pdfOf(`绩效指标\n\n${grid}`), '表.pdf')).blocks)).toEqual([
    '绩效指标',
    ['指标 | 目标值 | 得分', '完成率 | 100% | 15', '满意度 |  | 10'],
  ])
})

test('an underline in a cell is no border, a frame around the page is no table', async () => {
  const { blocks } = await readWell(
    pdfOf('#rect(width: 100%)[正文]\n#table(columns: (6cm, 6cm), stroke: 0.5pt, [#underline[单位名称] 盖章], [乙])'),
    '表.pdf',
  )
  expect(outline(blocks)).toEqual(['正文', ['单位名称 盖章 | 乙']])
})

test('a table open at both sides has its outer columns', async () => {
  const stroke = '(x, y) => (top: 0.5pt, bottom: 0.5pt, left: if x > 0 { 0.5pt }, right: none)'
  const { blocks } = await readWell(
    pdfOf(`#table(columns: (3cm, 3cm, 3cm), stroke: ${stroke}, [甲], [乙], [丙], [丁], [戊], [己])`),
    '表.pdf',
  )
  expect(outline(blocks)).toEqual([['甲 | 乙 | 丙', '丁 | 戊 | 己']])
})

test('pages that hold no text are a scan', async () => {
  const answer = await readSample(
    pdfOf('#set page(numbering: none)\n#rect(width: 100%, height: 5cm, fill: black)'),
    '扫描.pdf',
  )
  expect(answer).toEqual({ ok: false, problem: { code: 'scanned', parameters: { pages: 1 } } })
})

test('a PDF of too many pages is refused', async () => {
  const answer = await readSample(pdfOf('甲 #pagebreak() 乙 #pagebreak() 丙'), '表.pdf', { limits: { pages: 2 } })
  expect(answer).toEqual({ ok: false, problem: { code: 'too-many-pages', parameters: { pages: 3, limit: 2 } } })
})

const PASSWORD =
  '{"EncryptFile":{"type":"boolean","value":"true"},"DocumentOpenPassword":{"type":"string","value":"x"}}'

test.skipIf(!hasLibreOffice)('a PDF with a password is refused in words (skipped without LibreOffice)', async () => {
  const file = await convert(wordFile(paragraph('甲')), 'docx', `pdf:writer_pdf_Export:${PASSWORD}`)
  expect(await readSample(file, '表.pdf')).toEqual({ ok: false, problem: { code: 'encrypted', parameters: {} } })
})
