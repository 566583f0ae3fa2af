import { type Decimal, decimal } from '../../decimal.ts'
import type { FormContent } from '../../form/form-content.ts'
import { inventEvaluation, inventForm, inventLine, inventPart, inventTemplate } from '../form-builder.ts'
import type { LintExample } from './lint-example.ts'

const SHEET = inventTemplate({
  checks: [
    { id: 'year', kind: 'sum', total: 'money.yearBudget', of: ['money.fiscal', 'money.other'] },
    { id: 'fiscal', kind: 'sum', total: 'money.fiscal', of: ['money.upper', 'money.own'] },
    {
      id: 'rest',
      kind: 'difference',
      result: 'money.rest',
      from: 'money.lastYearBudget',
      less: 'money.lastYearExecuted',
    },
    { id: 'total', kind: 'at-least', greater: 'money.totalBudget', smaller: 'money.yearBudget' },
    { id: 'parts', kind: 'column-sum', total: 'money.yearBudget', rows: 'parts', column: 'amount' },
    { id: 'rate', kind: 'execution', executed: 'money.executed', budget: 'money.budget', rate: 'fields.执行率' },
  ],
})

function amounts(money: Readonly<Record<string, string | null>>): Record<string, Decimal | null> {
  return Object.fromEntries(Object.entries(money).map(([key, text]) => [key, text === null ? null : decimal(text)]))
}

const declared = (money: Readonly<Record<string, string | null>>, changes: Partial<FormContent> = {}) =>
  inventForm({ money: amounts(money), ...changes })

const evaluated = (money: Readonly<Record<string, string | null>>, rate = '') =>
  inventEvaluation([{ weight: decimal('90'), score: decimal('90') }], {
    money: amounts(money),
    fields: { 执行率: rate },
  })

export const AMOUNT_EXAMPLES: readonly LintExample[] = [
  {
    code: 'sum-differs',
    story: 'a cent is missing in a total',
    where: 'money.yearBudget',
    template: SHEET,
    form: declared({ yearBudget: '180000', fiscal: '180000.01', other: '0' }),
    nearMiss: declared({ yearBudget: '180000.00', fiscal: '180000', other: null }),
  },
  {
    code: 'total-zero-parts-filled',
    story: 'the total is 0 over a source of 89.974',
    where: 'money.yearBudget',
    template: SHEET,
    form: declared({ yearBudget: '0', fiscal: '89.974', other: null }),
    nearMiss: declared({ yearBudget: '0', fiscal: '0', other: '0' }),
  },
  {
    code: 'subtotal-blank',
    story: '财政拨款 is blank over a filled source; blank over blank sources is no total',
    where: 'money.fiscal',
    template: SHEET,
    form: declared({ fiscal: null, own: '100', upper: null }),
    nearMiss: declared({ fiscal: null, own: null, upper: null }),
  },
  {
    code: 'difference-differs',
    story: 'the rest of last year is not budget less spending',
    where: 'money.rest',
    template: SHEET,
    form: declared({ rest: '10', lastYearBudget: '100', lastYearExecuted: '95' }),
    nearMiss: declared({ rest: '5.00', lastYearBudget: '100', lastYearExecuted: '95' }),
  },
  {
    code: 'total-below-part',
    story: 'the total of all years is below one year',
    where: 'money.totalBudget',
    template: SHEET,
    form: declared({ totalBudget: '99', yearBudget: '100' }),
    nearMiss: declared({ totalBudget: '100', yearBudget: '100' }),
  },
  {
    code: 'rows-sum-differs',
    story: 'the sub-projects do not add up; a blank amount is told at its row instead',
    where: 'money.yearBudget',
    template: SHEET,
    form: declared({ yearBudget: '30000' }, { parts: [inventPart(), inventPart({ name: '叫号屏更换' })] }),
    nearMiss: declared({ yearBudget: '30000' }, { parts: [inventPart(), inventPart({ name: '屏', amount: null })] }),
  },
  {
    code: 'line-product-differs',
    story: 'price times quantity is another amount',
    where: 'lines[0].amount',
    form: inventForm({ lines: [inventLine({ unitPrice: decimal('15000.00'), quantity: decimal('5.00') })] }),
    nearMiss: inventForm({ lines: [inventLine({ unitPrice: decimal('2400.00'), quantity: decimal('5.00') })] }),
  },
  {
    code: 'row-amount-missing',
    story: 'a cost line has no amount',
    where: 'lines[0].amount',
    form: inventForm({ lines: [inventLine({ amount: null })] }),
    nearMiss: inventForm({ lines: [inventLine({ amount: decimal('0'), unitPrice: null })] }),
  },
  {
    code: 'execution-rate-differs',
    story: 'the printed rate is not spent over budget; the right one may be printed as percent or as a share',
    where: 'fields.执行率',
    template: SHEET,
    form: evaluated({ budget: '57607470.00', executed: '56961217' }, '98.87%'),
    nearMiss: evaluated({ budget: '57607470.00', executed: '56961217' }, '98.88%'),
  },
  {
    code: 'execution-score-differs',
    story: 'the score was taken from the rounded rate (9.85) and not from 98.445 % itself (9.84)',
    where: 'money.score',
    template: SHEET,
    form: evaluated({ budget: '100000', executed: '98445', score: '9.85' }),
    nearMiss: evaluated({ budget: '100000', executed: '98445', score: '9.84' }),
  },
  {
    code: 'execution-over-budget',
    story: 'more was spent than budgeted',
    where: 'money.executed',
    template: SHEET,
    form: evaluated({ budget: '100', executed: '100.01' }),
    nearMiss: evaluated({ budget: '100', executed: '100.00' }),
  },
  {
    code: 'budget-zero',
    story: 'the year budget is 0',
    where: 'money.budget',
    template: SHEET,
    form: evaluated({ budget: '0.00', executed: '5' }),
    nearMiss: evaluated({ budget: null, executed: null }),
  },
  {
    code: 'budget-unspent',
    story: 'more than a fifth is unspent; exactly a fifth is not more',
    where: 'money.executed',
    template: SHEET,
    form: evaluated({ budget: '100', executed: '79.99' }),
    nearMiss: evaluated({ budget: '100', executed: '80' }),
  },
  {
    code: 'initial-zero',
    story: 'all money came during the year',
    where: 'money.initial',
    form: evaluated({ initial: '0.00', fullYear: '57607470.00' }),
    nearMiss: evaluated({ initial: '7693200', fullYear: '7693200' }),
  },
  {
    code: 'number-formats-mixed',
    story: 'one whole amount is padded with two decimals, the next is not; zeros and amounts with cents do not count',
    where: 'money',
    form: evaluated({ fullYear: '57607470.00', executed: '56961217' }),
    nearMiss: evaluated({ fullYear: '400', executed: '395.52', initial: '0.00', score: '9.89' }),
  },
  {
    code: 'amount-carries-unit',
    story: 'an amount repeats the unit of the form',
    where: 'parts[0].amount',
    form: inventForm({ moneyUnit: '万元', parts: [inventPart({ amountText: ' 100万元', amount: decimal('100') })] }),
    nearMiss: inventForm({ moneyUnit: '万元', parts: [inventPart({ amountText: '100', amount: decimal('100') })] }),
  },
  {
    code: 'amount-unit-differs',
    story: 'an amount in 元 stands on a form in 万元',
    where: 'parts[0].amount',
    form: inventForm({ moneyUnit: '万元', parts: [inventPart({ amountText: '12000元', amount: decimal('1.2') })] }),
    nearMiss: inventForm({ moneyUnit: '元', parts: [inventPart({ amountText: '12,000.00' })] }),
  },
  {
    code: 'new-with-last-year-money',
    story: 'a new project had money last year',
    where: 'fields.项目属性',
    form: declared({ lastYearBudget: '100' }, { fields: { 项目属性: '新增' } }),
    nearMiss: declared({ lastYearBudget: '0' }, { fields: { 项目属性: '新增' } }),
  },
  {
    code: 'amounts-all-equal',
    story: 'last year and this year are the same to the cent',
    where: 'money.lastYearBudget',
    form: declared({ lastYearBudget: '100', lastYearExecuted: '100', yearBudget: '100', totalBudget: '100.00' }),
    nearMiss: declared({ lastYearBudget: '100', lastYearExecuted: '99.5', yearBudget: '100', totalBudget: '100' }),
  },
  {
    code: 'later-year-total-equals-year',
    story: 'the second year costs as much as all years',
    where: 'money.totalBudget',
    form: declared({ totalBudget: '372100', yearBudget: '372100' }, { project: '叫号平台（第二年）' }),
    nearMiss: declared({ totalBudget: '672100', yearBudget: '372100' }, { project: '叫号平台（第二年）' }),
  },
]
