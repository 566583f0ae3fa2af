import { expect, test } from 'vitest'
import { decimal } from '../decimal.ts'
import { meets, sameMeaning, type Verdict } from './compare-target.ts'
import { type Actual, parseActual } from './parse-actual.ts'
import { parseTarget } from './parse-target.ts'

function actualLine(actual: Actual): string {
  switch (actual.kind) {
    case 'figure':
      return [actual.value, actual.unit ?? '-', ...actual.notes].join(' ')
    case 'date':
      return `date ${actual.date}`
    case 'words':
      return `words ${actual.grades.join('+')}`
    case 'blank':
      return 'blank'
    case 'unreadable':
      return `unreadable ${actual.problem}`
  }
}

test.each([
  ['≥95%', '98.5%', '98.5 %'],
  ['>=98%', '>=98%', '98 % operator-in-actual'],
  ['=100%', '=100%', '100 % operator-in-actual'],
  ['≥95%', '100', '100 % unit-assumed'],
  ['≥95%', '0.98', '98 % fraction-read-as-percent'],
  ['≥95%', '1', '1 % unit-assumed'],
  ['≥95%', '百分之九十六', '96 %'],
  ['≤0.5%', '3‰', '0.3 % unit-converted'],
  ['≥12次', '12次', '12 次'],
  ['≥12次', '12场', 'unreadable unit-differs'],
  ['≤4小时', '90分钟', '1.5 小时 unit-converted'],
  ['≤10分钟', '0.1小时', '6 分钟 unit-converted'],
  ['≤3天', '48小时', '2 天 unit-converted'],
  ['≤100万元', '985000元', '98.5 万元 unit-converted'],
  ['≤985000元', '98.5万元', '985000 元 unit-converted'],
  ['≥1GB', '2048MB', '2 GB unit-converted'],
  ['≥2000平方米', '2100㎡', '2100 平方米 unit-converted'],
  ['3个工作日内', '2个工作日', '2 工作日'],
  ['3个工作日内', '48小时', 'unreadable unit-differs'],
  ['全年≤2次', '1次', '1 次'],
  ['全年≤2次', '每月1次', 'unreadable period-differs'],
  ['每月一次', '每月1次', '1 次'],
  ['每月一次', '12次', 'unreadable period-differs'],
  ['每周7天*24小时', '7*24小时', '168 小时'],
  ['较上年增长5%以上', '增长6%', '6 %'],
  ['较上年增长5%以上', '下降2%', '-2 %'],
  ['1:20', '1:18', '1.111111111111 /20 unit-converted'],
  ['90%-95%', '92%', '92 %'],
  ['及时', '已完成', 'words 已完成'],
  ['规范、完整', '规范完整', 'words 规范+完整'],
  ['年内完成', '2021年11月30日', 'date 2021-11-30'],
  ['≥95%', '', 'blank'],
  ['≥95%', '/', 'blank'],
  ['≥95%', '90%、95%', 'unreadable several-figures'],
  ['≥95%', '三五次', 'unreadable numeral-unclear'],
])('beside the target %j the actual %j reads as %j', (target, actual, line) => {
  expect(actualLine(parseActual(actual, parseTarget(target)))).toBe(line)
})

test.each<[string, string, Verdict]>([
  ['≥95%', '95', true],
  ['≥95%', '94.99', false],
  ['>95%', '95', false],
  ['<=0.00%', '0', true],
  ['<8.00小时', '8', false],
  ['=100%', '100.00', true],
  ['90%-95%', '95', true],
  ['90%-95%', '95.01', false],
  ['至少每天2次', '3', true],
  ['每周7天*24小时', '168', true],
  ['每周7天*24小时', '160', false],
  ['较上年增长5%以上', '4.9', false],
  ['不低于上年', '100', 'undecidable'],
  ['及时', '1', 'undecidable'],
  ['2021年底前完成', '1', 'undecidable'],
  ['≥95%；≤3天', '95', 'undecidable'],
])('the target %j with the figure %s: %s', (target, figure, verdict) => {
  expect(meets(parseTarget(target), decimal(figure))).toBe(verdict)
})

test.each([
  ['≥95.00%', '大于等于95%', true],
  ['90%以上', '>=90%', true],
  ['不超过10分钟', '<=10分钟', true],
  ['规范、完整', '完整规范', true],
  ['每月一次', '1次/月', true],
  ['3~5人', '3-5人', true],
  ['≥95%', '>95%', false],
  ['3人', '3人次', false],
  ['每月1次', '每季度1次', false],
])('%j and %j mean the same: %s', (left, right, same) => {
  expect(sameMeaning(parseTarget(left), parseTarget(right))).toBe(same)
})
