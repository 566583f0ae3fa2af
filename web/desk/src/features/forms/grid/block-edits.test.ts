import type { FormContent } from '@shiji/kernel/form/form-content'
import { FormContentSchema } from '@shiji/kernel/form/form-content-schema'
import { expect, test } from 'vitest'
import { addEdits, startEditing } from '../edit/unsaved-edits.ts'
import { addRow, clearArea, copyArea, fillDown, type GridSheet, pasteBlock, removeRows } from './block-edits.ts'

const row = (level3: string, target: string) => ({ level1: '产出目标', level2: '数量', level3, target })

function formOf(rows: readonly ReturnType<typeof row>[]): FormContent {
  return FormContentSchema.parse({
    template: 'CN-SH-MINHANG-DECLARATION',
    edition: '2020',
    stage: 'declaration',
    year: 2026,
    moneyUnit: '元',
    project: '机房运维',
    unit: null,
    indicators: rows,
  })
}

const content = formOf([row('巡检次数', '≥12次'), row('演练次数', '2次'), row('培训场次', '')])
const sheet: GridSheet = { content, list: 'indicators', columns: ['level1', 'level2', 'level3', 'target', 'weight'] }
const after = (edits: Parameters<typeof addEdits>[1]) => addEdits(startEditing(content), edits)

test('a block of forty rows and five columns pasted at the first row adds the rows that are missing', () => {
  const block = Array.from({ length: 40 }, (_, at) => ['效果目标', '质量', `指标${at + 1}`, `≥${at}%`, '2'])
  const { edits, unfit } = pasteBlock(sheet, { row: 0, column: 0 }, block)
  const pasted = after(edits).edits.inView
  expect([pasted.indicators.length, pasted.indicators[39]?.level3, pasted.indicators[39]?.weight]).toEqual([
    40,
    '指标40',
    '2',
  ])
  expect(unfit).toEqual([])
})

test('a pasted text that is no number leaves the number alone and says where', () => {
  expect(pasteBlock(sheet, { row: 1, column: 4 }, [['十分']])).toEqual({ edits: [], unfit: ['indicators[1].weight'] })
})

test('a block wider than the grid is cut at its right edge', () => {
  const { edits } = pasteBlock(sheet, { row: 0, column: 3 }, [['≥24次', '5', '多余']])
  expect(edits.map(({ where }) => where)).toEqual(['indicators[0].target', 'indicators[0].weight'])
})

test('Ctrl+D fills a selection from its first row', () => {
  const { edits } = fillDown(sheet, { top: 0, bottom: 2, left: 3, right: 3 })
  expect(edits.map(({ now }) => now)).toEqual(['≥12次', '≥12次'])
})

test('Ctrl+D in one cell takes the text above', () => {
  expect(fillDown(sheet, { top: 2, bottom: 2, left: 3, right: 3 }).edits).toEqual([
    { where: 'indicators[2].target', was: '', now: '2次' },
  ])
  expect(fillDown(sheet, { top: 0, bottom: 0, left: 3, right: 3 }).edits).toEqual([])
})

test('clearing and copying speak of the selected places only', () => {
  const area = { top: 0, bottom: 1, left: 2, right: 3 }
  expect(copyArea(sheet, area)).toEqual([
    ['巡检次数', '≥12次'],
    ['演练次数', '2次'],
  ])
  expect(clearArea(sheet, area).edits).toHaveLength(4)
})

test('a new row stands under the labels of the row above', () => {
  const added = after([addRow(sheet, 1)]).edits.inView.indicators
  expect([added.length, added[1]?.level1, added[1]?.level2, added[1]?.level3]).toEqual([4, '产出目标', '数量', ''])
})

test('several rows go as one step', () => {
  const gone = after(removeRows(sheet, { top: 0, bottom: 1, left: 0, right: 0 }))
  expect(gone.edits.inView.indicators.map(({ level3 }) => level3)).toEqual(['培训场次'])
})
