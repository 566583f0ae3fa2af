import { writeListTemplate } from '@shiji/forms/write/excel/list-template'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { beforeEach, expect, test } from 'vitest'
import { fileForm, makeOffice, type TestOffice } from '#testing/test-office'
import { makeWorld } from '#testing/test-world'

const NOW = Temporal.Instant.from('2026-03-02T01:00:00Z')
const SHEET = 'xl/worksheets/sheet1.xml'

let office: TestOffice

beforeEach(async () => {
  office = await makeOffice(await makeWorld(), { now: () => NOW })
})

/** A list of two people, with the XML of its sheet changed. */
async function listWith(edit: (sheet: string) => string, name = '人员'): Promise<Uint8Array<ArrayBuffer>> {
  const columns = ['姓名', '登录名', '工号', '单位', '角色'].map((heading) => ({ heading, width: 20 }))
  const rows = [
    ['周以宁', 'zhouyn', '86', '澄湖区', ''],
    ['陆明', 'luming', '87', '澄湖区', ''],
  ]
  const parts = unzipSync(await writeListTemplate([{ name, note: '说明', columns, rows }]))
  const sheet = edit(strFromU8(parts[SHEET] ?? new Uint8Array()))
  return new Uint8Array(zipSync({ ...parts, [SHEET]: strToU8(sheet) }))
}

async function look(bytes: Uint8Array<ArrayBuffer>) {
  return office.system.ask('POST', '/directory-lists/readings', { body: fileForm('名单.xlsx', bytes) })
}

test('a formula is never evaluated: what the cell last showed counts, and that is said', async () => {
  const { body } = await look(
    await listWith((sheet) =>
      sheet.replace(
        /<c r="B3"[^>]*>.*?<\/c>/,
        '<c r="B3" t="str"><f>HYPERLINK("http://a.example")</f><v>zhouyn</v></c>',
      ),
    ),
  )
  expect(body).toMatchObject({ people: { made: 2 }, wrongCells: 0 })
  expect(body.notes[0]).toContain('1 个公式单元格（首个 B3）')
})

test('people in hidden rows are read like any other, and that is said', async () => {
  const { body } = await look(await listWith((sheet) => sheet.replace('<row r="3"', '<row hidden="1" r="3"')))
  expect(body.people.made).toBe(2)
  expect(body.notes[0]).toContain('隐藏的行')
})

test('a unit merged over two people is named at the cell that is covered', async () => {
  const { body } = await look(
    await listWith((sheet) =>
      sheet
        .replace(/<c r="D4"[^>]*>.*?<\/c>/, '')
        .replace(/<mergeCells.*?>/, '<mergeCells count="2"><mergeCell ref="D3:D4"/>'),
    ),
  )
  expect(body.problems).toMatchObject([{ sheet: '人员', cell: 'D4' }])
})

test('a workbook whose sheets are called otherwise is told what they should be called', async () => {
  const { status, body } = await look(await listWith((sheet) => sheet, '花名册'))
  expect(status).toBe(422)
  expect(body.detail).toContain('没有名为“单位”或“人员”的工作表，只有：花名册')
})

test('a workbook of a million cells and one that unpacks to 100 MB are refused in words', async () => {
  const cells = `<row><c><v>1</v></c>${'<c ><v>1</v></c>'.repeat(1_000_000)}</row>`
  const many = await look(await listWith((sheet) => sheet.replace('<sheetData>', `<sheetData>${cells}`)))
  expect(many).toMatchObject({ status: 422, body: { code: 'file-unreadable' } })
  const bomb = zipSync({ 'xl/workbook.xml': strToU8('<workbook/>'), [SHEET]: new Uint8Array(100 * 2 ** 20) })
  const reply = await look(new Uint8Array(bomb))
  expect(reply.status).toBe(422)
  expect(reply.body.detail).toContain('解压后超过')
})
