import { expect, test } from 'vitest'
import { inventForm, inventRow, inventTemplate } from './form-builder.ts'
import { finding } from './lint-finding.ts'
import { LINT_WORDING } from './lint-wording.ts'
import { placeOnForm } from './place-on-form.ts'
import { readerDoubts } from './rules/reader-doubts.ts'

test('findings stand in the order of the sheet', () => {
  const template = inventTemplate({
    fields: [
      { key: '项目概况', labels: ['项目概况'], kind: 'long-text', required: 'practice' },
      { key: '项目总目标', labels: ['项目总目标'], kind: 'long-text', required: 'practice' },
    ],
  })
  const places = [
    'indicators[10].target',
    'indicators[2].score',
    'indicators[2].target',
    'fields.项目总目标',
    'form',
    'fields.项目概况',
  ]

  const sorted = places.map((where) => finding('target-missing', where)).toSorted(placeOnForm(template))

  expect(sorted.map(({ where }) => where)).toEqual([
    'form',
    'fields.项目概况',
    'fields.项目总目标',
    'indicators[2].target',
    'indicators[2].score',
    'indicators[10].target',
  ])
})

test('a doubt of the reader is told once for its row', () => {
  const doubt = { code: 'row-shifted', field: 'level2', parameters: {} }
  const row = inventRow({ doubts: [doubt, { ...doubt, field: 'level3' }] })

  const found = readerDoubts({ form: inventForm({ indicators: [inventRow(), row] }) })

  expect(found).toMatchObject([{ severity: 'warning', where: 'indicators[1].level2' }])
})

test('every sentence is said in both languages, as a sentence', () => {
  for (const { message, why, advice } of Object.values(LINT_WORDING)) {
    for (const wording of [message, why, advice]) {
      expect(wording.zh).toMatch(/\p{Script=Han}.*[。？]$/u)
      expect(wording.en).toMatch(/^["A-Z{0-9].*[.?]$/)
    }
  }
})
