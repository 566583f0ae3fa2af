import { expect, test } from 'vitest'
import { bothTexts } from './both-texts.ts'
import type { FormSheet, SheetField } from './form-sheet.ts'

const field = (where: string, kind: SheetField['kind']): SheetField => {
  return { where, kind, label: where, options: [], room: 'overview' }
}
const sheet: FormSheet = {
  fields: [field('fields.项目概况', 'long-text'), field('fields.主管部门', 'text')],
  amounts: [{ where: 'money.yearBudget', label: '预算' }],
  lists: [],
}

test.each([
  ['prose of two people stands after one another', '项目概况', ['含机房。', '含网络。', '含机房。\n含网络。']],
  ['one already says all of the other', '项目概况', ['含机房、网络。', '含机房', null]],
  ['one was cleared', '项目概况', ['', '含网络。', null]],
  ['a name is one of the two', '主管部门', ['甲局', '乙局', null]],
] as const)('%s', (_, key, [theirs, yours, both]) => {
  expect(bothTexts(sheet, { where: `fields.${key}`, theirs, yours })).toBe(both)
})

test.each(['money.yearBudget', 'indicators[0].target'])('what is in %s is one of the two', (where) => {
  expect(bothTexts(sheet, { where, theirs: '18', yours: '20' })).toBeNull()
})
