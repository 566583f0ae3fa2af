import { FormContentSchema } from '@shiji/kernel/form/form-content-schema'
import { expect, test } from 'vitest'
import { type Decisions, draftOf, NOTHING_DECIDED, type RenewalPreview, textProposals } from './renewal-draft.ts'

const content = FormContentSchema.parse({
  template: 'CN-TEST',
  edition: '2020',
  stage: 'declaration',
  year: 2021,
  moneyUnit: '元',
  project: '校园网运维（2020年）',
  unit: null,
  fields: { 项目概况: '2020年续签。', 起始日期: '2020-01-01', 联系人: '周予安' },
  money: { yearBudget: '180000' },
  indicators: [],
})
const preview = {
  content,
  proposals: [
    { where: 'project', was: '校园网运维（2020年）', now: '校园网运维（2021年）', kind: 'text' },
    { where: 'fields.项目概况', was: '2020年续签。', now: '2021年续签。', kind: 'text' },
    { where: 'fields.起始日期', was: '2020-01-01', now: '2021-01-01', kind: 'day' },
  ],
  points: { money: ['money.yearBudget'], days: ['fields.起始日期'], people: ['fields.联系人'] },
} as unknown as RenewalPreview

const decided = (decisions: Partial<Decisions>) => draftOf(preview, content, { ...NOTHING_DECIDED, ...decisions })

test('without a word everything proposed stands in the draft', () => {
  expect(decided({})).toMatchObject({
    ok: true,
    value: {
      project: '校园网运维（2021年）',
      fields: { 项目概况: '2021年续签。', 起始日期: '2021-01-01', 联系人: '周予安' },
    },
  })
  expect(textProposals(preview).map(({ where }) => where)).toEqual(['project', 'fields.项目概况'])
})

test('what was turned down stays as it was, what was typed stands', () => {
  const typed = new Map([
    ['money.yearBudget', '190,000'],
    ['fields.联系人', '苏未'],
  ])
  expect(decided({ declined: new Set(['project']), typed })).toMatchObject({
    ok: true,
    value: { project: '校园网运维（2020年）', money: { yearBudget: '190000' }, fields: { 联系人: '苏未' } },
  })
})

test('an amount nobody can read names its place', () => {
  const refused = decided({ typed: new Map([['money.yearBudget', '约十九万']]) })
  expect(refused).toEqual({ ok: false, problem: { where: 'money.yearBudget' } })
})
