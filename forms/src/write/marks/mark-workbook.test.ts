import { type CellObject, utils, type WorkBook, write } from '@e965/xlsx'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { convert, hasLibreOffice, outline, readWell } from '../../read/testing/sample-files.ts'
import { writeListTemplate } from '../excel/list-template.ts'
import type { SheetMarks } from './mark-cells.ts'
import { markTable } from './mark-table.ts'
import { markWorkbook } from './mark-workbook.ts'

const text = (v: string): CellObject => ({ t: 's', v })
const CELLS: Readonly<Record<string, CellObject>> = {
  A1: text('姓名'),
  B1: text('工号'),
  A2: text('周以宁'),
  B2: { t: 'n', v: 86, f: 'SUM(1,85)' },
  A3: text('<陆明> & 苏未'),
  C3: text('旧的原因'),
  C1: text('导入问题'),
}
const MARKS: SheetMarks = {
  sheet: '人员 & 其他',
  headLine: 1,
  reasonColumn: 2,
  heading: '导入问题',
  marks: [{ line: 2, column: 3, reason: '=不是公式，<只是>文字 & 说明' }],
}

function book(): WorkBook {
  const workbook = utils.book_new()
  utils.book_append_sheet(workbook, utils.aoa_to_sheet([['别动我']]), '说明')
  utils.book_append_sheet(workbook, { '!ref': 'A1:C3', ...CELLS }, MARKS.sheet)
  return workbook
}

const fileOf = (workbook: WorkBook) => new Uint8Array(write(workbook, { type: 'buffer', bookType: 'xlsx' }))

async function marked(bytes: Uint8Array, marks = MARKS): Promise<Uint8Array> {
  const answer = await markWorkbook(bytes, [marks])
  if (answer === null) throw new Error('not marked')
  return answer
}

test('the reasons stand at the end of their rows, earlier ones are gone, everything else is as it was', async () => {
  const document = await readWell(await marked(fileOf(book())), '名单.xlsx')
  expect(outline(document.blocks)).toEqual([
    '说明',
    ['别动我'],
    MARKS.sheet,
    ['姓名 | 工号 | 导入问题', '周以宁 | 86 | =不是公式，<只是>文字 & 说明', '<陆明> & 苏未 |  | '],
  ])
})

test('a marked cell keeps its look and gets the colour, also where the cell was empty; a formula stays one', async () => {
  const parts = unzipSync(await marked(fileOf(book()), { ...MARKS, reasonColumn: 4 }))
  const sheet = strFromU8(parts['xl/worksheets/sheet2.xml'] ?? new Uint8Array())
  const styles = strFromU8(parts['xl/styles.xml'] ?? new Uint8Array())
  const style = /<c r="D2"[^>]* s="(\d+)"/.exec(sheet)?.[1]
  const looks = /<cellXfs[^>]*>([\s\S]*)<\/cellXfs>/.exec(styles)?.[1]?.match(/<xf\b/g) ?? []
  expect(Number(style)).toBeLessThan(looks.length)
  expect(styles).toContain(`<cellXfs count="${looks.length}">`)
  expect(styles).toContain('FFFFC7CE')
  expect(sheet).toContain('<f>SUM(1,85)</f>')
})

test('what is typed into a marked empty cell stays text where its column is text', async () => {
  const columns = [
    { heading: '姓名', width: 10 },
    { heading: '工号', width: 10 },
  ]
  const template = await writeListTemplate([{ name: '人员', note: '', columns, rows: [['周以宁']] }])
  const marks = { ...MARKS, sheet: '人员', headLine: 2, marks: [{ line: 3, column: 1, reason: '没有填写' }] }
  const parts = unzipSync(await marked(template, marks))
  const style = /<c r="B3"[^>]* s="(\d+)"/.exec(strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array()))?.[1]
  const looks = strFromU8(parts['xl/styles.xml'] ?? new Uint8Array())
    .split('<cellXfs')[1]
    ?.match(/<xf\b[^>]*>/g)
  expect(looks?.[Number(style)]).toContain('numFmtId="49"')
})

test('rows and cells that do not say where they stand are counted', async () => {
  const parts = unzipSync(fileOf(book()))
  const path = 'xl/worksheets/sheet2.xml'
  const bare = strFromU8(parts[path] ?? new Uint8Array()).replaceAll(/ (?:r|spans)="[A-Z]?\d+(?::\d+)?"/g, '')
  const file = zipSync({ ...parts, [path]: strToU8(bare) })
  const document = await readWell(await marked(file, { ...MARKS, reasonColumn: 3 }), '名单.xlsx')
  expect(outline(document.blocks)[3]?.[1]).toBe('周以宁 | 86 |  | =不是公式，<只是>文字 & 说明')
})

test.skipIf(!hasLibreOffice)('an office program opens the marked file (skipped without LibreOffice)', async () => {
  const csv = await convert(await marked(fileOf(book())), 'xlsx', 'ods')
  expect(outline((await readWell(csv, '名单.ods')).blocks)[3]?.[1]).toContain('=不是公式')
})

test.each([
  ['no zip', new Uint8Array([1, 2, 3])],
  ['a zip that is no workbook', zipSync({ 'a.xml': strToU8('<a/>') })],
  ['a sheet that is not there', fileOf({ ...book(), SheetNames: ['说明'] })],
])('%s is not marked', async (_title, bytes) => {
  expect(await markWorkbook(bytes, [MARKS])).toBeNull()
})

test('a table of values is marked too, and what a sheet would take for a formula stays text', () => {
  const rows = [
    { line: 1, texts: ['姓名', '工号'] },
    { line: 2, texts: ['=1+1', '8"6'] },
  ]
  const marks = { ...MARKS, marks: [{ line: 2, column: 0, reason: '不像姓名' }] }
  expect(markTable(rows, marks)).toBe('\uFEFF"姓名","工号","导入问题"\r\n"\'=1+1","8""6","不像姓名"\r\n')
})
