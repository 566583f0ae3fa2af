import { expect, test } from 'vitest'
import { outline, readWell } from '../testing/sample-files.ts'

const HEAD = '<!DOCTYPE html><html><head><meta charset="utf-8"><title>不读</title></head><body>'

test.each([
  [
    'merged cells',
    '<table><tr><td rowspan=2>资金<td colspan=2>执行<tr><td>100<td>98%</table>',
    [['资金 | 执行 | <', '^ | 100 | 98%']],
  ],
  ['cells nobody closed', '<table><tr><td><p>甲<td>乙<tr><td>丙<td>丁</table>', [['甲 | 乙', '丙 | 丁']]],
  ['a short row', '<table><tr><td>甲<td>乙<tr><td>丙</table>', [['甲 | 乙', '丙 | ']]],
  ['a span past the last row', '<table><tr><td rowspan=9>甲<td>乙</table>', [['甲 | 乙']]],
  ['paragraphs and line ends', '<p>第一\n 行<br>第二行</p>', ['第一 行\n第二行']],
  ['ticked and empty boxes', '<p><input type=checkbox checked>新增 <input type="checkbox">延续</p>', ['☑新增 □延续']],
  ['a chosen option', '<select><option>甲<option selected>乙</select>', ['乙']],
  ['entities', '<p>&lt;8.00小时&nbsp;&ge;99%&#12289;</p>', ['<8.00小时 ≥99%、']],
  ['scripts, styles and comments', '<script>"<table>"</script><style>p{}</style><!-- 批注 --><p>正文</p>', ['正文']],
  ['hidden text', '<p>可见<span style="display: none">隐藏</span></p>', ['可见']],
  ['a tick from a symbol font', '<p><font face="Wingdings 2">R</font>是</p>', ['☑是']],
  ['text after a table', '<table><tr><td>甲</table>填表人', [['甲'], '填表人']],
  [
    'white space kept by style',
    '<style>td, .k { white-space: pre-wrap }</style><table><tr><td>甲  乙\n丙</table><p>丁  <b class="k">戊</b></p>',
    [['甲  乙⏎丙'], '丁 戊'],
  ],
])('a page with %s reads as it looks', async (_, body, expected) => {
  expect(outline((await readWell(`${HEAD}${body}`, 'form.html')).blocks)).toEqual(expected)
})

test('a table inside a cell follows its table; a frame of one column is taken away', async () => {
  const inner = '<table><tr><td>内一<td>内二</table>'
  const nested = await readWell(`${HEAD}<table><tr><td>外一<td>外二${inner}</table>`, 'form.html')
  const framed = await readWell(`${HEAD}<table><tr><td>标题<tr><td>${inner}<tr><td>落款</table>`, 'form.html')

  expect(outline(nested.blocks)).toEqual([['外一 | 外二'], ['内一 | 内二']])
  expect(outline(framed.blocks)).toEqual(['标题', ['内一 | 内二'], '落款'])
})

test('rows and texts know their line', async () => {
  const { blocks } = await readWell(`${HEAD}\n<p>甲</p>\n<table>\n<tr><td>乙</td></tr>\n</table>`, 'form.html')
  expect(blocks.map((block) => (block.kind === 'text' ? block.line : block.rows[0]?.line))).toEqual([2, 4])
})

test('a page in GBK saved as .xls is read by its content and says so', async () => {
  const page = gbk('<html><head><meta charset="gb2312"></head><table><tr><td>', [0xd6, 0xb8, 0xb1, 0xea], '</table>')
  const document = await readWell(page, '自评表.xls')

  expect(document.format).toBe('html')
  expect(outline(document.blocks)).toEqual([['指标']])
  expect(document.notes).toEqual([{ code: 'extension-differs', parameters: { extension: 'xls', format: 'html' } }])
})

function gbk(before: string, letters: readonly number[], after: string): Uint8Array {
  return Uint8Array.from([...new TextEncoder().encode(before), ...letters, ...new TextEncoder().encode(after)])
}
