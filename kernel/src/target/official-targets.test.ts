import { expect, test } from 'vitest'
import { sameMeaning } from './compare-target.ts'
import { parseTarget } from './parse-target.ts'
import { printTarget } from './print-target.ts'

/** Every distinct target of the five official forms the product was built on, with what it means. */
const OFFICIAL: readonly (readonly [text: string, signImplied: boolean, meaning: object, indicator?: string])[] = [
  ['=100.00%', false, { kind: 'number', operator: 'eq', value: '100.00', unit: '%', period: null }],
  ['=100%', false, { kind: 'number', operator: 'eq', value: '100', unit: '%', period: null }],
  ['100%', true, { kind: 'number', operator: 'eq', value: '100', unit: '%', period: null }],
  ['100% (正常使用)', true, { kind: 'number', operator: 'eq', value: '100', unit: '%', period: null }],
  ['95%', true, { kind: 'number', operator: 'ge', value: '95', unit: '%', period: null }, '群众满意度'],
  ['0', true, { kind: 'number', operator: 'eq', value: '0', unit: null, period: null }],
  ['90%以上', false, { kind: 'number', operator: 'ge', value: '90', unit: '%', period: null }],
  ['≥99.00%', false, { kind: 'number', operator: 'ge', value: '99.00', unit: '%', period: null }],
  ['≥95.00%', false, { kind: 'number', operator: 'ge', value: '95.00', unit: '%', period: null }],
  ['≥80.00%', false, { kind: 'number', operator: 'ge', value: '80.00', unit: '%', period: null }],
  ['>=95%', false, { kind: 'number', operator: 'ge', value: '95', unit: '%', period: null }],
  ['>=98%', false, { kind: 'number', operator: 'ge', value: '98', unit: '%', period: null }],
  ['>=99%', false, { kind: 'number', operator: 'ge', value: '99', unit: '%', period: null }],
  ['>=100%', false, { kind: 'number', operator: 'ge', value: '100', unit: '%', period: null }],
  ['大于等于95%', false, { kind: 'number', operator: 'ge', value: '95', unit: '%', period: null }],
  ['<=0.00%', false, { kind: 'number', operator: 'le', value: '0.00', unit: '%', period: null }],
  ['<8.00小时', false, { kind: 'number', operator: 'lt', value: '8.00', unit: '小时', period: null }],
  ['<=10分钟', false, { kind: 'number', operator: 'le', value: '10', unit: '分钟', period: null }],
  ['不超过10分钟', false, { kind: 'number', operator: 'le', value: '10', unit: '分钟', period: null }],
  ['>=10000KB', false, { kind: 'number', operator: 'ge', value: '10000', unit: 'KB', period: null }],
  ['全年<=2次', false, { kind: 'number', operator: 'le', value: '2', unit: '次', period: 'year' }],
  ['全年<=1次', false, { kind: 'number', operator: 'le', value: '1', unit: '次', period: 'year' }],
  ['全年不超过1次', false, { kind: 'number', operator: 'le', value: '1', unit: '次', period: 'year' }],
  ['全年不超过2次', false, { kind: 'number', operator: 'le', value: '2', unit: '次', period: 'year' }],
  ['>=3人', false, { kind: 'number', operator: 'ge', value: '3', unit: '人', period: null }],
  ['>=3人次', false, { kind: 'number', operator: 'ge', value: '3', unit: '人次', period: null }],
  ['每月一次', true, { kind: 'frequency', operator: 'eq', value: '1', unit: '次', period: 'month' }],
  ['=每月一次', false, { kind: 'frequency', operator: 'eq', value: '1', unit: '次', period: 'month' }],
  ['至少每天2次', false, { kind: 'frequency', operator: 'ge', value: '2', unit: '次', period: 'day' }],
  ['=至少每天2次', false, { kind: 'frequency', operator: 'ge', value: '2', unit: '次', period: 'day' }],
  ['每周7天*24小时', true, { kind: 'coverage', operator: 'eq', daysPerWeek: '7', hoursPerDay: '24' }],
  ['=每周7天*24小时', false, { kind: 'coverage', operator: 'eq', daysPerWeek: '7', hoursPerDay: '24' }],
  ['年内完成', false, { kind: 'deadline', date: null, within: 'year', grades: ['完成'] }],
  ['完成', false, { kind: 'deadline', date: null, within: 'year', grades: ['完成'] }, '一年内'],
  ['比上一年度有所提升', false, { kind: 'relative', direction: 'rise', operator: 'gt', value: null, unit: null }],
  ['比上一年度有所减少', false, { kind: 'relative', direction: 'fall', operator: 'lt', value: null, unit: null }],
  ['及时', false, { kind: 'grade', grades: ['及时'] }],
  ['建立健全', false, { kind: 'grade', grades: ['建立', '健全'] }],
  ['健全', false, { kind: 'grade', grades: ['健全'] }],
  ['有效', false, { kind: 'grade', grades: ['有效'] }],
  ['规范', false, { kind: 'grade', grades: ['规范'] }],
  ['合规', false, { kind: 'grade', grades: ['合规'] }],
  ['完备', false, { kind: 'grade', grades: ['完备'] }],
  ['符合', false, { kind: 'grade', grades: ['符合'] }],
  ['规范、完整', false, { kind: 'grade', grades: ['规范', '完整'] }],
  ['规范完整', false, { kind: 'grade', grades: ['规范', '完整'] }],
  ['合格', false, { kind: 'grade', grades: ['合格'] }],
  ['合理', false, { kind: 'grade', grades: ['合理'] }],
  ['节能、环保', false, { kind: 'grade', grades: ['节能', '环保'] }],
  ['通过', false, { kind: 'grade', grades: ['通过'] }],
  ['执行情况良好', false, { kind: 'grade', grades: ['执行情况良好'] }],
  ['=执行情况良好', false, { kind: 'grade', grades: ['执行情况良好'], operator: 'eq' }],
  ['档案整理完整', false, { kind: 'grade', grades: ['档案整理完整'] }],
  ['健全、规范', false, { kind: 'grade', grades: ['健全', '规范'] }],
  ['健全规范', false, { kind: 'grade', grades: ['健全', '规范'] }],
  ['=健全、规范', false, { kind: 'grade', grades: ['健全', '规范'], operator: 'eq' }],
  ['顺畅、及时', false, { kind: 'grade', grades: ['顺畅', '及时'] }],
  ['及时、顺畅', false, { kind: 'grade', grades: ['及时', '顺畅'] }],
  ['有相关技术经验', false, { kind: 'grade', grades: ['有相关技术经验'] }],
  ['稳定运行', false, { kind: 'grade', grades: ['稳定运行'] }],
  ['纳入上海教育信息化总体设计', false, { kind: 'grade', grades: ['纳入上海教育信息化总体设计'] }],
  ['确保保障并积极拓展', false, { kind: 'grade', grades: ['确保保障', '积极拓展'] }],
  ['保障正常运行', false, { kind: 'grade', grades: ['保障正常运行'] }],
  ['稳定性高', false, { kind: 'grade', grades: ['稳定性高'] }],
  ['建立并进行考核', false, { kind: 'grade', grades: ['建立', '进行考核'] }],
]

test.each(OFFICIAL.map(([text, signImplied, meaning, indicator]) => ({ text, signImplied, meaning, indicator })))(
  'the official target $text is read',
  ({ text, signImplied, meaning, indicator }) => {
    const { notes, qualifier: _qualifier, ...read } = parseTarget(text, indicator ? { indicator } : {})
    expect(read).toEqual(meaning)
    expect(notes.includes('operator-implied')).toBe(signImplied)
  },
)

test.each(OFFICIAL.map(([text]) => text))('the official target %s prints to a text with the same meaning', (text) => {
  const target = parseTarget(text)
  expect(sameMeaning(parseTarget(printTarget(target)), target)).toBe(true)
})

test('a remark in brackets is kept word for word', () => {
  expect(parseTarget('100% (正常使用)')).toMatchObject({
    qualifier: '正常使用',
    notes: ['operator-implied', 'qualifier-kept'],
  })
})
