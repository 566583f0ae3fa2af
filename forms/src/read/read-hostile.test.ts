import { crc32 } from 'node:zlib'
import { gzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { paragraph, readSample, wordFile, zipOf } from './testing/sample-files.ts'

const SHEET_PARTS = {
  '[Content_Types].xml':
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
  '_rels/.rels':
    '<Relationships><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
  'xl/workbook.xml':
    '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="表" sheetId="1" r:id="a"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels':
    '<Relationships><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
}

function sheetFile(data: string, behind = '', parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const sheet = `<worksheet><sheetData>${data}</sheetData>${behind}</worksheet>`
  return zipOf({ ...SHEET_PARTS, 'xl/worksheets/sheet1.xml': sheet, ...parts })
}

/** A PDF of these objects, the first of them its catalog. */
function pdfOf(objects: readonly string[]): string {
  let file = '%PDF-1.4\n'
  const places = objects.map((object, at) => {
    const place = file.length
    file += `${at + 1} 0 obj\n${object}\nendobj\n`
    return `${String(place).padStart(10, '0')} 00000 n \n`
  })
  const trailer = `trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${file.length}\n%%EOF`
  return `${file}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}${trailer}`
}

const CELL = '<row r="1"><c r="A1" t="inlineStr"><is><t>甲</t></is></c></row>'
const CORNER = '<row r="9"><c r="I9" t="inlineStr"><is><t>乙</t></is></c></row>'
const MERGES = Array.from({ length: 20_000 }, (_, at) => `<mergeCell ref="A1:${'BCDEFGHI'[at % 8]}${(at % 9) + 1}"/>`)

const LAUGHS = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "哈哈">${Array.from({ length: 9 }, (_, level) => `<!ENTITY ${String.fromCharCode(98 + level)} "${`&${String.fromCharCode(97 + level)};`.repeat(10)}">`).join('')}]>`
const XXE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
const bytesOf = (text: string) => new TextEncoder().encode(text)
const OLE = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
const MANY = 100_000

test.each<[string, string, () => Uint8Array | string, string]>([
  ['an empty file', '表.docx', () => '', 'empty-file'],
  ['a file of 31 MB', '表.docx', () => new Uint8Array(31 * 1_048_576), 'file-too-large'],
  ['a part that unpacks 1000 times', '表.docx', () => wordFile(paragraph('0'.repeat(20_000_000))), 'unpacks-too-large'],
  ['a sheet that unpacks 1000 times', '表.xlsx', () => sheetFile('<row>'.padEnd(20_000_000)), 'unpacks-too-large'],
  [
    'a zip of 2,001 parts',
    '表.docx',
    () => wordFile('', Object.fromEntries(Array.from({ length: 2_001 }, (_, part) => [`word/${part}`, '']))),
    'too-many-parts',
  ],
  ['a cut zip', '表.docx', () => wordFile(paragraph('甲')).slice(0, 300), 'damaged'],
  ['a zip with a wrong checksum', '表.docx', () => withWrongChecksum(wordFile(paragraph('甲'))), 'damaged'],
  ['a part with a path out of the folder', '表.docx', () => wordFile('', { '../../etc/x': 'x' }), 'damaged'],
  [
    'entities within entities',
    '表.docx',
    () => wordFile('', { 'word/document.xml': `${LAUGHS}<w:document>&j;</w:document>` }),
    'unsafe-xml',
  ],
  [
    'an external entity in a sheet',
    '表.xlsx',
    () => zipOf({ ...SHEET_PARTS, 'xl/worksheets/sheet1.xml': `${XXE}<worksheet/>` }),
    'unsafe-xml',
  ],
  [
    'an external entity in a Word file',
    '表.docx',
    () => wordFile('', { 'word/document.xml': `${XXE}<w:document>&a;</w:document>` }),
    'unsafe-xml',
  ],
  ['broken XML', '表.docx', () => wordFile('<w:p><w:r><w:t>甲</w:p>'), 'damaged'],
  ['no XML at all', '表.docx', () => wordFile('', { 'word/document.xml': 'not xml' }), 'damaged'],
  [
    '100,000 tables inside one another in Word',
    '表.docx',
    () =>
      wordFile(
        Array.from({ length: MANY }, (_, at) => `<w:tbl><w:tr w:rsidR="${(at * 7_919) % 99_991}"><w:tc>`).join(''),
      ),
    'too-deep',
  ],
  ['100,000 tables inside one another in HTML', '表.html', () => `<html>${'<table><tr><td>'.repeat(MANY)}`, 'too-deep'],
  ['100,000 open tags', '表.html', () => `<html>${'<div>'.repeat(MANY)}`, 'too-deep'],
  [
    'a million cells',
    '表.xlsx',
    () =>
      sheetFile(
        Array.from(
          { length: 1_000_000 },
          (_, row) => `<row><c r="A${row + 1}"><v>${(row * 7_919) % 9_973}</v></c></row>`,
        ).join(''),
      ),
    'too-many-cells',
  ],
  [
    'cells in all corners of a sheet',
    '表.xlsx',
    () => sheetFile('<row r="1"><c r="XFD1"><v>1</v></c></row><row r="15"><c r="A15"><v>1</v></c></row>'),
    'too-many-cells',
  ],
  [
    'spans of millions of cells',
    '表.html',
    () => `<html><table>${'<tr><td rowspan=65000 colspan=1000>甲'.repeat(500)}</table>`,
    'too-many-cells',
  ],
  ['rows of 50,000 columns', '表.txt', () => `甲${'\t'.repeat(50_000)}\n`.repeat(10), 'too-many-cells'],
  ['a picture', '表.pdf', () => Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0]), 'scanned-image'],
  ['a photo called .docx', '表.docx', () => Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), 'scanned-image'],
  ['an OFD file', '表.ofd', () => zipOf({ 'OFD.xml': '<ofd/>' }), 'ofd-unsupported'],
  ['slides', '表.pptx', () => zipOf({ 'ppt/presentation.xml': '<p/>' }), 'kind-unsupported'],
  ['any zip', '材料.zip', () => zipOf({ 'a.txt': 'a' }), 'kind-unsupported'],
  ['rich text of groups in groups', '表.doc', () => `{\\rtf1 ${'{'.repeat(100_000)}`, 'too-deep'],
  ['rich text without text', '表.doc', () => '{\\rtf1{\\fonttbl a;}}', 'nothing-inside'],
  ['a packed file', '表.gz', () => gzipSync(bytesOf('a')), 'kind-unsupported'],
  ['zero bytes in a text', '表.txt', () => '甲\0乙', 'unknown-format'],
  ['a program', '表.exe', () => Uint8Array.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0]), 'unknown-format'],
  ['an OLE head with nothing behind it', '表.doc', () => OLE, 'damaged'],
  [
    'an OLE file of noise',
    '表.xls',
    () => Uint8Array.from({ length: 20_000 }, (_, at) => OLE[at] ?? (at * 7_919) % 251),
    'damaged',
  ],
  ['a PDF cut off after its head', '表.pdf', () => '%PDF-1.7\n', 'damaged'],
  [
    '20,000 merges over one another',
    '表.xlsx',
    () => sheetFile(CELL + CORNER, `<mergeCells>${MERGES.join('')}</mergeCells>`),
    'too-many-cells',
  ],
  ['a million lines', '表.csv', () => '甲\n'.repeat(1_000_000), 'too-many-cells'],
  [
    'cells that span a thousand million columns',
    '表.docx',
    () =>
      wordFile(
        `<w:tbl>${`<w:tr><w:tc><w:tcPr><w:gridSpan w:val="1000000000"/></w:tcPr>${paragraph('甲')}</w:tc></w:tr>`.repeat(300)}</w:tbl>`,
      ),
    'too-many-cells',
  ],
  [
    'text boxes within text boxes',
    '表.docx',
    () => wordFile(`${'<w:p><w:r><w:pict><w:txbxContent>'.repeat(300)}${paragraph('甲')}`),
    'too-deep',
  ],
  [
    'a drawing of shapes within shapes',
    '表.xlsx',
    () => sheetFile(CELL, '', { 'xl/drawings/drawing1.xml': '<a:p>'.repeat(1_000) }),
    'too-deep',
  ],
  [
    'an entity in a drawing',
    '表.xlsx',
    () => sheetFile(CELL, '', { 'xl/drawings/drawing1.xml': `${XXE}<a:t>&a;</a:t>` }),
    'unsafe-xml',
  ],
  ['a zip within a zip', '表.docx', () => wordFile('', { 'word/document.xml': wordFile(paragraph('甲')) }), 'damaged'],
  ['rich text with a block of a terabyte', '表.doc', () => '{\\rtf1 \\bin999999999999 甲}', 'nothing-inside'],
  [
    'pages that hold themselves',
    '表.pdf',
    () => pdfOf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[2 0 R]/Count 3>>']),
    'damaged',
  ],
  [
    'letters without end in parts without end',
    '表.mht',
    () =>
      `MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n${'--x\nContent-Type: multipart/related; boundary="x"\n\n'.repeat(20_000)}`,
    'damaged',
  ],
  ['a page without text', '表.html', () => '<html><body><img src="a.png"></body></html>', 'nothing-inside'],
])('%s is refused with a reason', async (_, name, file, code) => {
  const answer = await readSample(file(), name)
  expect(answer.ok ? answer.value : answer.problem.code).toBe(code)
})

test('a row of 50,000 columns alone is read', async () => {
  const answer = await readSample(`甲${'\t'.repeat(49_999)}乙`, '表.txt')
  expect(answer.ok && answer.value.blocks[0]?.kind === 'table' && answer.value.blocks[0].rows[0]?.cells.length).toBe(
    50_000,
  )
})

test('a long text is read wherever its first part is cut', async () => {
  for (const before of ['', 'a', 'ab']) {
    const answer = await readSample(`${before}${'第一行,巡检次数,≥12次\n'.repeat(4_000)}`, '表.csv')
    expect(answer.ok && answer.value.format).toBe('csv')
  }
})

test('a reader that takes too long is stopped', async () => {
  const page = `<html>${'<b>'.repeat(4_000)}${'</i>'.repeat(4_000_000)}`
  const answer = await readSample(page, '表.html', { limits: { milliseconds: 300 } })
  expect(answer).toEqual({ ok: false, problem: { code: 'too-slow', parameters: { seconds: 0.3 } } })
})

test('a reader that takes too much memory is stopped', async () => {
  const rows = Array.from(
    { length: 60_000 },
    (_, row) => `<row><c r="A${row + 1}" t="inlineStr"><is><t>${row}</t></is></c></row>`,
  )
  const answer = await readSample(sheetFile(rows.join('')), '表.xlsx', { limits: { heapMegabytes: 16 } })
  expect(answer).toEqual({ ok: false, problem: { code: 'out-of-memory', parameters: { megabytes: 16 } } })
})

test('reading stops when it is cancelled', async () => {
  const controller = new AbortController()
  const reading = readSample(wordFile(paragraph('甲')), '表.docx', { signal: controller.signal })
  controller.abort()
  expect(await reading).toEqual({ ok: false, problem: { code: 'reading-cancelled', parameters: {} } })
})

/** Changes one stored letter, so that a part no longer agrees with its checksum. */
function withWrongChecksum(zip: Uint8Array): Uint8Array {
  const bytes = Buffer.from(zip)
  const at = bytes.lastIndexOf('PK\x01\x02')
  bytes.writeUInt32LE(crc32('another text'), at + 16)
  return bytes
}
