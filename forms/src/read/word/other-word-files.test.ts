import { expect, test } from 'vitest'
import {
  convert,
  hasLibreOffice,
  outline,
  paragraph,
  readSample,
  readWell,
  wordFile,
  zipOf,
} from '../testing/sample-files.ts'

const WORD_2003 = 'xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"'
const CELL = (text: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`
const TABLE = [
  `<w:tr>${CELL('产出指标', '<w:vmerge w:val="restart"/>')}${CELL('数量指标')}${CELL('≥12次')}</w:tr>`,
  `<w:tr>${CELL('', '<w:vmerge/>')}${CELL('合计', '<w:gridSpan w:val="2"/>')}</w:tr>`,
].join('')
const BODY = `<w:body>${paragraph('绩效目标申报表')}<w:tbl>${TABLE}</w:tbl><w:sectPr><w:hdr>${paragraph('页眉')}</w:hdr></w:sectPr></w:body>`
const AS_READ = ['绩效目标申报表', ['产出指标 | 数量指标 | ≥12次', '^ | 合计 | <']]

test.each([
  [
    'Word 2003',
    `<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument ${WORD_2003}><w:styles>${paragraph('样式')}</w:styles>${BODY}</w:wordDocument>`,
  ],
  [
    'a flat package',
    `<?xml version="1.0"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"><pkg:part pkg:name="/word/document.xml"><pkg:xmlData><w:document>${BODY}</w:document></pkg:xmlData></pkg:part></pkg:package>`,
  ],
])('the XML of %s reads as it looks, whatever the file is called', async (_, xml) => {
  const document = await readWell(xml, '申报表.doc')
  expect(document).toMatchObject({ format: 'word-xml', notes: [] })
  expect(outline(document.blocks)).toEqual(AS_READ)
})

const GBK = "\\'bc\\'a8\\'d0\\'a7\\'c4\\'bf\\'b1\\'ea\\'c9\\'ea\\'b1\\'a8\\'b1\\'ed"
const unicode = (text: string) => [...text].map((letter) => `\\u${letter.charCodeAt(0)}?`).join('')
const RTF = [
  '{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f1\\fcharset134 SimSun;}}{\\*\\generator X;}{\\header \\u26376?}',
  `\\pard\\f1 ${GBK}\\par`,
  '\\trowd\\clvmgf\\cellx2000\\cellx4000\\cellx6000',
  `\\pard\\intbl ${unicode('产出指标')}\\cell ${unicode('数量指标')}\\cell ${unicode('≥')}12{\\b ${unicode('次')}}{\\v x}\\cell\\row`,
  `\\trowd\\clvmrg\\cellx2000\\cellx6000\\pard\\intbl\\cell ${unicode('合计')}\\cell\\row`,
  '\\pard}',
].join('\n')

test('rich text in any code page reads as it looks, whatever the file is called', async () => {
  const document = await readWell(RTF, '申报表.doc')
  expect(document).toMatchObject({ format: 'rtf', notes: [] })
  expect(outline(document.blocks)).toEqual(AS_READ)
})

test('rich text cut anywhere is answered', async () => {
  for (let length = 6; length < RTF.length; length += 40) {
    const answer = await readSample(RTF.slice(0, length), '申报表.rtf')
    expect(answer.ok || answer.problem.code === 'nothing-inside').toBe(true)
  }
})

const ODT_TABLE =
  '<table:table><table:table-row><table:table-cell table:number-rows-spanned="2"><text:p>产出指标</text:p></table:table-cell><table:table-cell><text:p>数量指标</text:p></table:table-cell><table:table-cell><text:p>≥<text:span>12</text:span>次</text:p></table:table-cell></table:table-row><table:table-row><table:covered-table-cell/><table:table-cell table:number-columns-spanned="2"><text:p>合计</text:p></table:table-cell><table:covered-table-cell/></table:table-row></table:table>'
const ODT_BODY = `<office:body><office:text><text:tracked-changes><text:p>删去</text:p></text:tracked-changes><text:h>绩效目标申报表</text:h>${ODT_TABLE}</office:text></office:body>`
const ODT_TYPE = 'application/vnd.oasis.opendocument.text'

test.each([
  [
    'packed',
    '申报表.odt',
    zipOf({ mimetype: ODT_TYPE, 'content.xml': `<office:document-content>${ODT_BODY}</office:document-content>` }),
  ],
  [
    'flat',
    '申报表.fodt',
    `<?xml version="1.0"?><office:document office:mimetype="${ODT_TYPE}"><office:master-styles><text:p>页眉</text:p></office:master-styles>${ODT_BODY}</office:document>`,
  ],
])('a text of LibreOffice, %s, reads as it looks', async (_, name, file) => {
  const document = await readWell(file, name)
  expect(document).toMatchObject({ format: 'odt', notes: [] })
  expect(outline(document.blocks)).toEqual(AS_READ)
})

test.skipIf(!hasLibreOffice)(
  'what LibreOffice saves as .odt reads as the .docx did (skipped without LibreOffice)',
  async () => {
    const file = wordFile(`${paragraph('申报表')}<w:tbl><w:tr>${CELL('甲')}${CELL('乙')}</w:tr></w:tbl>`)
    const document = await readWell(await convert(file, 'docx', 'odt'), '申报表.odt')
    expect(outline(document.blocks)).toEqual(['申报表', ['甲 | 乙']])
  },
)

test.each([
  ['a cut Word 2003 file', `<?xml version="1.0"?><w:wordDocument ${WORD_2003}><w:body><w:p>`, 'damaged'],
  ['one with a DTD', `<?xml version="1.0"?><!DOCTYPE a><w:wordDocument ${WORD_2003}/>`, 'unsafe-xml'],
  [
    'one without a body',
    `<?xml version="1.0"?><w:wordDocument ${WORD_2003}><w:styles/></w:wordDocument>`,
    'nothing-inside',
  ],
])('%s is refused with a reason', async (_, xml, code) => {
  const answer = await readSample(xml, '申报表.xml')
  expect(answer.ok ? answer.value : answer.problem.code).toBe(code)
})
