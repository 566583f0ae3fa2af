import { expect, test } from 'vitest'
import {
  convert,
  docxOf,
  hasLibreOffice,
  outline,
  paragraph,
  readWell,
  wordFile,
  zipOf,
} from '../testing/sample-files.ts'

const CELL = (text: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`
const ROW = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`
const TABLE = (...rows: string[]) => `<w:tbl>${rows.join('')}</w:tbl>`
const RUN = (content: string, properties = '') => `<w:p><w:r><w:rPr>${properties}</w:rPr>${content}</w:r></w:p>`
const BOX = (checked: string) =>
  `<w:sdt><w:sdtPr><w14:checkbox>${checked}</w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:t>☐</w:t></w:r></w:sdtContent></w:sdt>`
const SPAN = (columns: number) => `<w:gridSpan w:val="${columns}"/>`
const DOWN = '<w:vMerge w:val="restart"/>'
const UP = '<w:vMerge/>'

test.each([
  [
    'merged cells',
    TABLE(ROW(CELL('资金', DOWN), CELL('执行', SPAN(2))), ROW(CELL('', UP), CELL('100'), CELL('98%'))),
    [['资金 | 执行 | <', '^ | 100 | 98%']],
  ],
  [
    'columns left out before a row',
    TABLE(ROW(CELL('甲'), CELL('乙')), ROW('<w:trPr><w:gridBefore w:val="1"/></w:trPr>', CELL('丙'))),
    [['甲 | 乙', ' | 丙']],
  ],
  [
    'several paragraphs in a cell',
    TABLE(ROW(`<w:tc>${paragraph('年度')}${paragraph('绩效目标')}</w:tc>`, CELL('无'))),
    [['年度⏎绩效目标 | 无']],
  ],
  [
    'a table inside a cell',
    TABLE(ROW(`<w:tc>${paragraph('外')}${TABLE(ROW(CELL('内一'), CELL('内二')))}<w:p/></w:tc>`, CELL('旁'))),
    [['外 | 旁'], ['内一 | 内二']],
  ],
  ['a deleted row', TABLE(ROW(CELL('甲')), ROW('<w:trPr><w:del w:id="1"/></w:trPr>', CELL('乙'))), [['甲']]],
  [
    'tabs and line breaks',
    RUN('<w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t><w:noBreakHyphen/><w:softHyphen/><w:t>丁</w:t>'),
    ['甲\t乙\n丙-丁'],
  ],
  [
    'inserted and deleted text',
    '<w:p><w:ins w:id="1"><w:r><w:t>新</w:t></w:r></w:ins><w:del w:id="2"><w:r><w:delText>旧</w:delText></w:r></w:del></w:p>',
    ['新'],
  ],
  [
    'moved text',
    '<w:p><w:moveFrom w:id="1"><w:r><w:t>移走</w:t></w:r></w:moveFrom><w:moveTo w:id="2"><w:r><w:t>移来</w:t></w:r></w:moveTo></w:p>',
    ['移来'],
  ],
  ['hidden text', `${RUN('<w:t>隐</w:t>', '<w:vanish/>')}${RUN('<w:t>显</w:t>', '<w:vanish w:val="0"/>')}`, ['显']],
  [
    'check boxes',
    `<w:p>${BOX('<w14:checked w14:val="1"/>')}<w:r><w:t>新增</w:t></w:r>${BOX('<w14:checked w14:val="0"/>')}<w:r><w:t>延续</w:t></w:r></w:p>`,
    ['☑新增□延续'],
  ],
  [
    'form fields',
    RUN(
      '<w:fldChar><w:ffData><w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox></w:ffData></w:fldChar><w:instrText>FORMCHECKBOX</w:instrText><w:t>是</w:t>',
    ),
    ['☑是'],
  ],
  [
    'symbols',
    RUN(
      '<w:sym w:font="Wingdings 2" w:char="F052"/><w:t>是</w:t><w:sym w:font="Wingdings" w:char="F0A8"/><w:t>否</w:t>',
    ),
    ['☑是□否'],
  ],
  ['a letter that a symbol font shows as a tick', RUN('<w:t>R</w:t>', '<w:rFonts w:ascii="Wingdings 2"/>'), ['☑']],
  [
    'a prompt nobody filled in',
    '<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>单击此处输入</w:t></w:r></w:p></w:sdtContent></w:sdt><w:p><w:r><w:t>正文</w:t></w:r></w:p>',
    ['正文'],
  ],
  [
    'a text box',
    `<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>${paragraph('框内')}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${paragraph('框内')}</w:txbxContent></mc:Fallback></mc:AlternateContent><w:t>框外</w:t></w:r></w:p>`,
    ['框内', '框外'],
  ],
  ['entities', paragraph('&lt;8小时 &amp; &#8805;99%'), ['<8小时 & ≥99%']],
])('a Word file with %s reads as it looks', async (_, body, expected) => {
  expect(outline((await readWell(wordFile(body), '申报表.docx')).blocks)).toEqual(expected)
})

test('rows and texts know their paragraph', async () => {
  const { blocks } = await readWell(wordFile(`${paragraph('甲')}${TABLE(ROW(CELL('乙')), ROW(CELL('丙')))}`), 'a.docx')
  expect(blocks.flatMap((block) => (block.kind === 'text' ? [block.line] : block.rows.map((row) => row.line)))).toEqual(
    [1, 2, 3],
  )
})

test('macros are not run and tracked changes are told', async () => {
  const body = '<w:p><w:ins w:id="1"><w:r><w:t>新</w:t></w:r></w:ins></w:p>'
  const { notes } = await readWell(wordFile(body, { 'word/vbaProject.bin': 'Sub AutoOpen()' }), '表.docm')
  expect(notes).toEqual([
    { code: 'macro-ignored', parameters: {} },
    { code: 'tracked-changes', parameters: { count: 1 } },
  ])
})

test('a main part under another name and prefix is found', async () => {
  const file = zipOf({
    '_rels/.rels': '<Relationships><Relationship Type="x/officeDocument" Target="/word/form.xml"/></Relationships>',
    'word/form.xml': '<d:document><d:body><d:p><d:r><d:t>甲</d:t></d:r></d:p></d:body></d:document>',
  })
  expect(outline((await readWell(file, 'a.docx')).blocks)).toEqual(['甲'])
})

const TABLE_WITH_MERGES = {
  height: 4,
  width: 4,
  cells: [
    { row: 0, column: 0, rows: 2, columns: 1, text: '绩效指标' },
    { row: 0, column: 1, rows: 1, columns: 2, text: '产出指标' },
    { row: 0, column: 3, rows: 1, columns: 1, text: '备注' },
    { row: 1, column: 1, rows: 1, columns: 1, text: '数量' },
    { row: 1, column: 2, rows: 1, columns: 1, text: '质量' },
    { row: 1, column: 3, rows: 2, columns: 1, text: '无' },
    { row: 2, column: 0, rows: 2, columns: 2, text: '满意度' },
    { row: 2, column: 2, rows: 1, columns: 1, text: '≥95%' },
    { row: 3, column: 2, rows: 1, columns: 2, text: '每周7天*24小时' },
  ],
}

test.skipIf(!hasLibreOffice).each(['doc', 'pdf', 'odt-docx'])(
  'the merges of a table survive the way through %s (skipped without LibreOffice)',
  async (kind) => {
    const docx = docxOf(TABLE_WITH_MERGES)
    const [by, to = kind] = kind.split('-')
    const file =
      to === kind ? await convert(docx, 'docx', kind) : await convert(await convert(docx, 'docx', 'odt'), 'odt', to)
    expect(by).toBeDefined()
    expect(outline((await readWell(file, `表.${to}`)).blocks)).toEqual([
      ['绩效指标 | 产出指标 | < | 备注', '^ | 数量 | 质量 | 无', '满意度 | < | ≥95% | ^', '^ | < | 每周7天*24小时 | <'],
    ])
  },
)
