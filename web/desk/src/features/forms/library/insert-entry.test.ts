import { applyEdits } from '@shiji/kernel/form/apply-edits'
import { BLANK_ROWS } from '@shiji/kernel/form/blank-row'
import { FormContentSchema } from '@shiji/kernel/form/form-content-schema'
import { expect, test } from 'vitest'
import { insertEntry, type LibraryRow } from './insert-entry.ts'

const ENTRY = {
  level3: '故障解决率',
  targets: ['=100%'],
  remark: '已解决 ÷ 发生',
  place: { level1: '产出目标', level2: '质量' },
} as LibraryRow

const row = (level2: string, level3: string) => ({ ...BLANK_ROWS.indicators, level1: '产出目标', level2, level3 })

const form = (rows: readonly ReturnType<typeof row>[]) =>
  FormContentSchema.parse({
    template: 'CN-TEST',
    edition: '2020',
    stage: 'declaration',
    year: 2020,
    moneyUnit: '元',
    project: '校园网运维',
    unit: null,
    fields: {},
    money: {},
    indicators: rows,
  })

test.each([
  ['in the blank row of its branch', [row('数量', '巡检次数'), row('质量', '')], ['巡检次数', '故障解决率']],
  [
    'below the last row of its branch',
    [row('质量', '合格率'), row('时效', '响应时间')],
    ['合格率', '故障解决率', '响应时间'],
  ],
  ['at the end when the branch has no row', [row('时效', '响应时间')], ['响应时间', '故障解决率']],
])('an indicator of the library lands %s', (_title, rows, expected) => {
  const content = form(rows)
  const step = insertEntry(content, ENTRY)
  const outcome = applyEdits(content, step, { isKnown: () => true, since: [] })
  if (!outcome.ok) throw new Error(outcome.problem.code)
  const { indicators } = outcome.value.content
  expect(indicators.map(({ level3 }) => level3)).toEqual(expected)
  const at = expected.indexOf('故障解决率')
  expect(indicators[at]).toMatchObject({ level2: '质量', target: '=100%', remark: '已解决 ÷ 发生' })
})
