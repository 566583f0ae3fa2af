import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readClipboardBlock, writeTabText } from './clipboard-block.ts'
import { readHtmlTable } from './html-table.ts'
import { readTabText } from './tab-text.ts'

const excelPage = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style>td{mso-number-format:General}</style></head>
<body link=blue><table border=0 cellpadding=0><!--StartFragment-->
 <tr height=19><td rowspan=2 height=38 class=xl65 style='mso-x:1'>产出目标</td><td class=xl65>数量</td><td>巡检次数</td><td>&ge;12次</td></tr>
 <tr height=19><td class=xl65>质量</td><td>数据库<span style='mso-spacerun:yes'>  </span>可用率与业务系统的
  连续运行</td><td>≥99<font class="font5">%</font><br>按月</td></tr>
<!--EndFragment--></table></body></html>`

test('a label merged downwards in Excel speaks for each of its rows', () => {
  const plain = '产出目标\t数量\t巡检次数\t≥12次\r\n\t质量\t数据库  可用率与业务系统的连续运行\t"≥99%\n按月"\r\n'
  expect(readClipboardBlock({ html: excelPage, plain })).toEqual([
    ['产出目标', '数量', '巡检次数', '≥12次'],
    ['产出目标', '质量', '数据库  可用率与业务系统的连续运行', '≥99%\n按月'],
  ])
})

test('a page without plain text beside it is read by itself', () => {
  expect(readClipboardBlock({ html: excelPage, plain: '' })[1]).toEqual([
    '产出目标',
    '质量',
    '数据库 可用率与业务系统的连续运行',
    '≥99%\n按月',
  ])
})

test('a table copied from Word keeps the paragraphs of a cell together', () => {
  const html = '<table><tr><td><p>一、巡检</p><p>二、演练</p></td><td colspan=2><p>12</p></td></tr></table>'
  const plain = '一、巡检\r\n二、演练\t12\r\n'
  expect(readClipboardBlock({ html, plain })).toEqual([['一、巡检\n二、演练', '12', '']])
})

test.each([
  [
    'a\tb\r\nc\td\r\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'a\tb\nc',
    [
      ['a', 'b'],
      ['c', ''],
    ],
  ],
  ['"第一行\n第二行"\t"他说""好"""', [['第一行\n第二行', '他说"好"']]],
  ['"十三五"规划\t≥95%', [['"十三五"规划', '≥95%']]],
  ['"没有收尾\tb', [['"没有收尾', 'b']]],
  ['\t\r\n', [['', '']]],
  ['', []],
])('the plain text %j is %j', (text, block) => {
  expect(readTabText(text)).toEqual(block)
})

test('what is copied out of the grid comes back cell by cell', () => {
  const cell = fc.string({ unit: fc.constantFrom('甲', '9', '%', '"', '\t', '\n', ' ', '≥') })
  const block = fc
    .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 4 }))
    .chain(([rows, columns]) =>
      fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
    )
  fc.assert(
    fc.property(block, (texts) => {
      expect(readTabText(`${writeTabText(texts)}\r\n`)).toEqual(texts)
    }),
  )
})

test('any page answers a rectangle or nothing', () => {
  const scrap = fc.constantFrom('<table>', '<tr>', '<td rowspan=3>', '<td colspan="2">', '</td>', '</tr>', '<br>', '甲')
  const page = fc.array(fc.oneof(scrap, fc.string())).map((parts) => `<table>${parts.join('')}`)
  fc.assert(
    fc.property(page, (html) => {
      const widths = new Set(readHtmlTable(html)?.map((row) => row.length))
      expect(widths.size).toBeLessThanOrEqual(1)
    }),
  )
})

test('a page that promises a million places is read no further than a form can be', () => {
  const html = `<table>${'<tr><td rowspan=1000 colspan=1000>x</td></tr>'.repeat(50)}</table>`
  expect(readHtmlTable(html)?.length).toBe(50)
})
