import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { CellBudget } from '../dense-table.ts'
import type { RawBlock } from '../raw-document.ts'
import { READ_LIMITS } from '../read-limits.ts'
import { readTabText } from './tab-text.ts'

const SEEDS = join(import.meta.dirname, '../../../../shared/seeds')

function read(text: string): RawBlock[] {
  return readTabText(text, new CellBudget(READ_LIMITS))
}

function texts(block: RawBlock | undefined): string[][] {
  return block?.kind === 'table' ? block.rows.map((row) => row.cells.map((cell) => cell.text)) : []
}

test('a row on one line keeps its leading empty cells and is filled up to the width of its table', () => {
  const [title, table, footer] = read('绩效目标表\n一级目标\t二级目标\t目标值\n\t时效\t及时\n\t\n填表人：')

  expect(title).toEqual({ kind: 'text', text: '绩效目标表', line: 1 })
  expect(texts(table)).toEqual([
    ['一级目标', '二级目标', '目标值'],
    ['', '时效', '及时'],
    ['', '', ''],
  ])
  expect(footer).toEqual({ kind: 'text', text: '填表人：', line: 5 })
})

test('a blank line ends a table of one-line rows', () => {
  expect(read('a\tb\n\nc\td').map(texts)).toEqual([[['a', 'b']], [['c', 'd']]])
})

test('rows know the line they begin on', () => {
  const [table] = read('a\tb\nc\td')
  expect(table?.kind === 'table' && table.rows.map((row) => row.line)).toEqual([1, 2])
})

test('cells on lines of their own form rows that end with a blank line', () => {
  expect(read('标题\n\t项目名称\n\t运维\n\n\t\n\t联系人\n\t林知夏\n').map(texts)).toEqual([
    [],
    [
      ['项目名称', '运维', ''],
      ['', '联系人', '林知夏'],
    ],
  ])
})

test('the text of a cell on its own line goes on over paragraphs', () => {
  const [table] = read('\t年度\n\n绩效目标\n\t第一段。\n第二段。\n\n第三段。\n\n\t下一行\n\t\n\n')
  expect(texts(table)).toEqual([
    ['年度\n绩效目标', '第一段。\n第二段。\n第三段。'],
    ['下一行', ''],
  ])
})

test('text after two blank lines or after an empty cell is no longer part of the table', () => {
  expect(read('\t备注\n\t无\n\n\n填表人：').at(-1)).toEqual({ kind: 'text', text: '填表人：', line: 5 })
  expect(read('\t备注\n\t\n\n填表人：').at(-1)).toEqual({ kind: 'text', text: '填表人：', line: 4 })
})

test('HTML inside a cell stays as it is', () => {
  expect(texts(read('项目概况\t<p>数据库&nbsp;运维</p>')[0])).toEqual([['项目概况', '<p>数据库&nbsp;运维</p>']])
})

test.skipIf(!existsSync(SEEDS))('the five seed documents give their tables (skipped without ../shared/seeds)', () => {
  const sizes = readdirSync(SEEDS)
    .sort()
    .map((name) =>
      read(readFileSync(join(SEEDS, name), 'utf8'))
        .map(sizeOf)
        .join(' '),
    )

  expect(sizes).toEqual([
    '· · · · 20x4 · · · · · · · 12x11 · · 5x6',
    '· · · · 8x6 11x3 · · · · · · · · 19x10 · · 5x6',
    '20x4 46x4 · · · 13x4 · 7x4 25x4 · · · 13x4 45x4 14x4 45x4',
    '· · · · · · · · · · 37x6 · 14x7 · · 8x4 · · · · · 11x6 · · · · ·',
    '15x9 3x8 16x8 8x7',
  ])
})

function sizeOf(block: RawBlock): string {
  return block.kind === 'text' ? '·' : `${block.rows.length}x${block.rows[0]?.cells.length}`
}
