import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inventForm, inventRow } from '../lint/form-builder.ts'
import { maskForm } from './mask-form.ts'

const NOBODY = { rows: [], names: [] }

test.each([
  ['联系人林知夏，电话021-5550-0102', '联系人××，电话××'],
  ['手机 139 0000 1111 或 13900001111', '手机 ×× 或 ××'],
  ['身份证11010519900101001X', '身份证××'],
  ['邮箱 lin.zx@example.org', '邮箱 ××'],
  ['预算 4768009.00 元，2019-2021 三年', '预算 4768009.00 元，2019-2021 三年'],
  ['2020年1月1日至2020年12月31日', '2020年1月1日至2020年12月31日'],
])('%s reads %s', (text, masked) => {
  const form = inventForm({ fields: { 联系人: '林知夏', 项目概况: text } })
  expect(maskForm(form, null, NOBODY).fields.项目概况).toBe(masked)
})

test('signers are masked, blanks stay blank, and what is promised is untouched', () => {
  const form = inventForm({
    fields: { 联系人: '', 项目负责人: '程砚秋' },
    reviews: [{ reviewer: '主管部门', opinion: '程砚秋同意', signer: '许望舒', date: '2026-01-05' }],
  })
  const masked = maskForm(form, null, NOBODY)
  expect(masked.fields).toEqual({ 联系人: '', 项目负责人: '××' })
  expect(masked.reviews).toEqual([{ reviewer: '主管部门', opinion: '××同意', signer: '××', date: '2026-01-05' }])
  expect(masked.indicators).toEqual(form.indicators)
})

test('a row kept back is gone, with nothing that says it was there', () => {
  const rows = ['巡检率', '涉密终端检查率', '满意度'].map((level3) => inventRow({ level3, rawCells: [level3] }))
  const masked = maskForm(inventForm({ indicators: rows }), null, { rows: [1], names: [] })
  expect(masked.indicators.map(({ level3 }) => level3)).toEqual(['巡检率', '满意度'])
  expect(JSON.stringify(masked)).not.toContain('涉密')
})

test('no name in a personal field and no telephone number survives anywhere in the texts', () => {
  const name = fc.stringMatching(/^[林程许周吴郑王冯陈褚]{2,4}$/)
  const phone = fc.stringMatching(/^1[3-9]\d{9}$/)
  fc.assert(
    fc.property(
      name,
      phone,
      fc.array(fc.constantFrom('由', '负责', '，', '电话'), { maxLength: 4 }),
      (person, number, words) => {
        const text = `${words.join('')}${person}${words.join('')}：${number}。`
        const form = inventForm({
          fields: { 项目负责人: person, 联系电话: number, 必要性: text },
          indicators: [inventRow({ reason: text, remark: text, rawCells: [text] })],
          safeguards: [{ category: '', document: text, measure: text, phases: {}, line: null }],
          reviews: [{ reviewer: '甲', opinion: text, signer: person, date: '' }],
        })
        const masked = JSON.stringify(maskForm(form, null, NOBODY))
        expect(masked).not.toContain(person)
        expect(masked).not.toContain(number)
      },
    ),
  )
})
