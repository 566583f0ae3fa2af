import { CFB } from '@e965/xlsx'
import { expect, test } from 'vitest'
import { convert, hasLibreOffice, outline, paragraph, readSample, readWell, wordFile } from '../testing/sample-files.ts'

function oleFile(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const container = CFB.utils.cfb_new()
  for (const [name, content] of Object.entries(streams)) CFB.utils.cfb_add(container, name, content)
  return new Uint8Array(CFB.write(container, { type: 'buffer' }))
}

const SOME = new Uint8Array(5_000).fill(7)

test.each([
  ['a Word or Excel file with a password', '表.docx', { EncryptedPackage: SOME, EncryptionInfo: SOME }, 'encrypted'],
  ['old slides', '表.ppt', { 'PowerPoint Document': SOME }, 'kind-unsupported'],
  ['a mail', '信.msg', { __properties_version1: SOME }, 'unknown-format'],
  ['a Word file of noise', '表.doc', { WordDocument: SOME, '1Table': SOME }, 'damaged'],
  ['a Word file without its lists', '表.doc', { WordDocument: headOfWordFile(0x0200) }, 'damaged'],
  ['an old Word file with a password', '表.doc', { WordDocument: headOfWordFile(0x0300), '1Table': SOME }, 'encrypted'],
])('%s is refused with a reason', async (_, name, streams, code) => {
  const answer = await readSample(oleFile(streams), name)
  expect(answer.ok ? answer.value : answer.problem.code).toBe(code)
})

function headOfWordFile(flags: number): Uint8Array {
  const head = Buffer.alloc(5_000)
  head.writeUInt16LE(0xa5ec, 0)
  head.writeUInt16LE(flags, 0x0a)
  return head
}

const CELL = (...texts: string[]) =>
  `<w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/></w:tcPr>${texts.map(paragraph).join('')}</w:tc>`
const FIELD = (checked: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="Check1"/><w:enabled/><w:calcOnExit w:val="0"/><w:checkBox><w:sizeAuto/><w:default w:val="0"/><w:checked w:val="${checked}"/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText xml:space="preserve"> FORMCHECKBOX </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`
const FORM = [
  paragraph('绩效目标申报表'),
  '<w:p><w:r><w:sym w:font="Wingdings 2" w:char="F052"/></w:r><w:r><w:t>新增</w:t></w:r></w:p>',
  `<w:p>${FIELD('1')}<w:r><w:t>一次性</w:t></w:r>${FIELD('0')}<w:r><w:t>经常性</w:t></w:r></w:p>`,
  '<w:p><w:r><w:t>可见</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r></w:p>',
  '<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t></w:r></w:p>',
  `<w:tbl><w:tr>${CELL('年度', '绩效目标')}${CELL('≥99%')}</w:tr><w:tr>${CELL('Oracle “数据库”')}${CELL('')}</w:tr></w:tbl>`,
  paragraph('填表人：林知夏'),
].join('')

test.skipIf(!hasLibreOffice)('a binary Word file reads as it looks (skipped without LibreOffice)', async () => {
  const document = await readWell(await convert(wordFile(FORM), 'docx', 'doc'), '申报表.doc')
  expect(document).toMatchObject({ format: 'doc', notes: [] })
  expect(outline(document.blocks)).toEqual([
    '绩效目标申报表',
    '☑新增',
    '☑一次性□经常性',
    '可见',
    '甲\t乙',
    ['年度⏎绩效目标 | ≥99%', 'Oracle “数据库” | '],
    '填表人：林知夏',
  ])
})

test.skipIf(!hasLibreOffice)(
  'rows too wide for a page of properties are all read (skipped without LibreOffice)',
  async () => {
    const texts = Array.from({ length: 14 }, (_, at) => `第${at + 1}格`)
    const wide = `<w:tbl><w:tr>${texts.map((text) => CELL(text)).join('')}</w:tr><w:tr>${CELL('甲')}${CELL('乙')}</w:tr></w:tbl>`
    const { blocks } = await readWell(await convert(wordFile(wide), 'docx', 'doc'), '监控表.doc')
    const [table] = blocks
    const rows = table?.kind === 'table' ? table.rows.map(({ cells }) => cells.flatMap(({ text }) => text || [])) : []
    expect(rows).toEqual([texts, ['甲', '乙']])
  },
)

test.skipIf(!hasLibreOffice)('a binary Word file cut anywhere is answered (skipped without LibreOffice)', async () => {
  const file = await convert(wordFile(FORM), 'docx', 'doc')
  for (let share = 1; share < 8; share += 1) {
    const answer = await readSample(file.subarray(0, Math.floor((file.length * share) / 8)), '申报表.doc')
    expect(answer.ok || ['damaged', 'nothing-inside', 'unknown-format'].includes(answer.problem.code)).toBe(true)
  }
})
