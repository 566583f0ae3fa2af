import { type CellObject, utils, type WorkBook, write } from '@e965/xlsx'
import { expect, test } from 'vitest'
import { convert, hasLibreOffice, outline, readSample, readWell } from '../testing/sample-files.ts'

function workbookOf(cells: Readonly<Record<string, CellObject>>, merges: readonly string[] = []): WorkBook {
  const book = utils.book_new()
  const sheet = { '!ref': 'A1:J60', ...cells, '!merges': merges.map((range) => utils.decode_range(range)) }
  utils.book_append_sheet(book, sheet, '自评表')
  return book
}

function fileOf(book: WorkBook, bookType: 'xlsx' | 'biff8' | 'xlsb' | 'xlml' = 'xlsx'): Uint8Array {
  return new Uint8Array(write(book, { type: 'buffer', bookType }))
}

const text = (v: string): CellObject => ({ t: 's', v })
const FORM = workbookOf(
  {
    A1: text('项目资金'),
    B1: text('全年执行数'),
    B2: { t: 'n', v: 56961217, z: '#,##0' },
    C2: { t: 'n', v: 0.9888, z: '0.00%' },
  },
  ['A1:A2', 'B1:C1'],
)

test.each([
  ['xlsx', 'xlsx'],
  ['biff8', 'xls'],
  ['xlsb', 'xlsx'],
  ['xlml', 'xls'],
] as const)('a form saved as %s keeps its merges and shows its numbers as the sheet does', async (bookType, format) => {
  const document = await readWell(fileOf(FORM, bookType), '表')
  expect(document.format).toBe(format)
  expect(outline(document.blocks)).toEqual(['自评表', ['项目资金 | 全年执行数 | <', '^ | 56,961,217 | 98.88%']])
})

test.skipIf(!hasLibreOffice)('a form saved as ods reads the same (skipped without LibreOffice)', async () => {
  const document = await readWell(await convert(fileOf(FORM), 'xlsx', 'ods'), '表.ods')
  expect(outline(document.blocks)).toEqual(['自评表', ['项目资金 | 全年执行数 | <', '^ | 56,961,217 | 98.88%']])
})

test.each<[string, CellObject, string]>([
  ['a plain number with all its digits', { t: 'n', v: 57607470.25 }, '57607470.25'],
  ['a sum without binary dust', { t: 'n', v: 0.1 + 0.2 }, '0.3'],
  ['a large number without an exponent', { t: 'n', v: 123456789012345 }, '123456789012345'],
  ['a tiny number without an exponent', { t: 'n', v: 0.0000001 }, '0.0000001'],
  ['a percentage', { t: 'n', v: 0.95, z: '0%' }, '95%'],
  ['a date in the usual format', { t: 'n', v: 43831, z: 'm/d/yy' }, '2020-01-01'],
  ['a date in Chinese', { t: 'n', v: 43831, z: 'yyyy"年"m"月"d"日"' }, '2020年1月1日'],
  ['an amount without white space', { t: 'n', v: 180000, z: '_ * #,##0.00_ ' }, '180,000.00'],
  ['text that looks like a number', text('007'), '007'],
  ['text with line ends', text('年度\n指标值'), '年度⏎指标值'],
  ['an error', { t: 'e', v: 0x07, w: '#DIV/0!' }, '#DIV/0!'],
])('a sheet shows %s', async (_, cell, expected) => {
  expect(outline((await readWell(fileOf(workbookOf({ A1: cell })), '表.xlsx')).blocks)[1]).toEqual([expected])
})

test('the last saved result of a formula is used and told; a formula without one is empty and told', async () => {
  const book = workbookOf({
    A1: text('合计'),
    B1: { t: 'n', v: 100, f: 'SUM(B2:B9)' },
    C1: { t: 'n', f: 'NOW()' } as CellObject,
  })
  const document = await readWell(fileOf(book), '表.xlsx')

  expect(outline(document.blocks)[1]).toEqual(['合计 | 100'])
  expect(document.notes).toEqual([
    { code: 'formula-value-used', parameters: { sheet: '自评表', count: 1, first: 'B1' } },
    { code: 'formula-without-value', parameters: { sheet: '自评表', count: 1, first: 'C1' } },
  ])
})

test('hidden sheets are left out, hidden rows are read, and both are told', async () => {
  const book = workbookOf({ A1: text('甲') })
  const sheet = book.Sheets.自评表
  if (sheet) sheet['!rows'] = [{ hidden: true }]
  utils.book_append_sheet(book, utils.aoa_to_sheet([['底稿']]), '底稿')
  book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] }
  const document = await readWell(fileOf(book), '表.xlsx')

  expect(outline(document.blocks)).toEqual(['自评表', ['甲']])
  expect(document.notes.map(({ code }) => code)).toEqual(['rows-hidden', 'sheet-hidden'])
})

test('empty rows and columns around a form are trimmed, rows keep their number in the sheet', async () => {
  const { blocks } = await readWell(fileOf(workbookOf({ C3: text('甲'), D5: text('乙'), J60: text(' ') })), '表.xlsx')
  expect(outline(blocks)[1]).toEqual(['甲 | ', ' | ', ' | 乙'])
  expect(blocks[1]?.kind === 'table' && blocks[1].rows.map(({ line }) => line)).toEqual([3, 4, 5])
})

test('a note far below the form is a table of its own', async () => {
  const { blocks } = await readWell(fileOf(workbookOf({ A1: text('甲'), A60: text('乙') })), '表.xlsx')
  expect(outline(blocks)).toEqual(['自评表', ['甲'], ['乙']])
})

test.each([
  ['commas', '一级,二级\r\n"产出,质量","=""95%"""\r\n', ['一级 | 二级', '产出,质量 | ="95%"']],
  ['semicolons', '一级;二级\n1,5;2', ['一级 | 二级', '1,5 | 2']],
  ['line ends in quotes', '"年度\n指标",2\n\n3,4', ['年度⏎指标 | 2', '3 | 4']],
  ['a quote nobody closed', '甲,"乙\n丙', ['甲 | 乙⏎丙']],
  ['what a sheet would take for a date or a formula', '1-2,=SUM(A1)', ['1-2 | =SUM(A1)']],
])('values parted by %s stay text', async (_, csv, expected) => {
  const document = await readWell(csv, '表.csv')
  expect(document.format).toBe('csv')
  expect(outline(document.blocks)).toEqual([expected])
})

test('a workbook with a password is refused in words', async () => {
  const encrypted = fileOf({ ...FORM }, 'biff8')
  const answer = await readSample(withFilePass(encrypted), '表.xls')
  expect(answer).toEqual({ ok: false, problem: { code: 'encrypted', parameters: {} } })
})

/** Puts the record that announces a password (FilePass, 0x2F) after the first record of the workbook stream. */
function withFilePass(file: Uint8Array): Uint8Array {
  const bytes = Buffer.from(file)
  const start = bytes.indexOf(Buffer.from([0x09, 0x08, 0x10, 0x00]))
  bytes.set([0x2f, 0, 6, 0, 0, 0, 1, 2, 3, 4], start + 20)
  return bytes
}
