import { Document, Header, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readDocument } from '../read/read-document.ts'
import { xlsxFile } from './testing/grid-files.ts'
import { understandForms } from './understand-forms.ts'

const ROWS = [
  ['项目名称', '机房运维', '', ''],
  ['一级指标', '二级指标', '三级指标', '指标值'],
  ['产出指标', '数量指标', '巡检次数', '≥12次'],
]

async function formOf(bytes: Uint8Array, name: string) {
  const document = await readDocument(bytes, { name })
  const forms = document.ok ? understandForms(document.value, []) : []
  return forms.map(({ stage, year, moneyUnit, project, indicators }) => [
    stage,
    year,
    moneyUnit,
    project,
    indicators.length,
  ])
}

async function wordFile(heads: readonly string[], texts: readonly string[]): Promise<Uint8Array> {
  const table = new Table({
    rows: ROWS.map(
      (row) => new TableRow({ children: row.map((text) => new TableCell({ children: [new Paragraph(text)] })) }),
    ),
  })
  const headers = { default: new Header({ children: heads.map((text) => new Paragraph(text)) }) }
  const children = [...texts.map((text) => new Paragraph(text)), table]
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ headers, children }] })))
}

test('a title that stands only over the pages of a Word file counts', async () => {
  const file = await wordFile(['2024年度项目支出绩效自评表', '金额单位：万元', '第 1 页'], [])
  expect(await formOf(file, '表.docx')).toEqual([['self-evaluation', 2024, '万元', '机房运维', 1]])
})

test('a title over the pages gives way to the one in the text; what it says of money is still used', async () => {
  const file = await wordFile(['2023年部门预算绩效目标表', '金额单位：元'], ['项目支出绩效自评表（2024年度）'])
  expect(await formOf(file, '表.docx')).toEqual([['self-evaluation', 2024, '元', '机房运维', 1]])
})

test('a title printed over the pages of a worksheet counts, without the codes that dress it', async () => {
  const parts = unzipSync(xlsxFile(ROWS.map((row) => row.join('|')).join('\n')))
  const sheet = 'xl/worksheets/sheet1.xml'
  const head =
    '<headerFooter><oddHeader>&amp;L附件1&amp;C&amp;"宋体,加粗"&amp;16 2023年度项目支出绩效自评表&amp;R单位：万元</oddHeader></headerFooter>'
  parts[sheet] = strToU8(strFromU8(parts[sheet] ?? new Uint8Array()).replace('</worksheet>', `${head}</worksheet>`))
  expect(await formOf(zipSync(parts), '表.xlsx')).toEqual([['self-evaluation', 2023, '万元', '机房运维', 1]])
})
