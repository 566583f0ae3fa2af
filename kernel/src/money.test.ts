import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compare, type Decimal, decimal } from './decimal.ts'
import type { MoneyUnit } from './form/form-content.ts'
import { convertMoney, parseMoney, printMoney } from './money.ts'

function amount(text: string, unit: MoneyUnit | null = '元'): string {
  const money = parseMoney(text, unit)
  return money.ok ? money.value.amount : money.problem
}

describe('every spelling of an amount an office writes', () => {
  test.each([
    ['.00', '0.00'],
    ['57607470.00', '57607470.00'],
    ['56,961,217', '56961217'],
    ['56，961，217', '56961217'],
    ['５６９６１２１７', '56961217'],
    ['５６，９６１．５０', '56961.50'],
    ['4768009', '4768009'],
    ['4,768,009.00', '4768009.00'],
    ['476.8009万', '4768009'],
    ['100万元', '1000000'],
    ['1亿元', '100000000'],
    ['3百万元', '3000000'],
    ['1千元', '1000'],
    ['¥180,000.00', '180000.00'],
    ['￥180000', '180000'],
    ['RMB 180000', '180000'],
    ['人民币 180000 元', '180000'],
    ['人民币：180000元整', '180000'],
    ['180000元', '180000'],
    ['180000圆', '180000'],
    ['100元人民币', '100'],
    ['(1,234.00)', '-1234.00'],
    ['（1,234.00）', '-1234.00'],
    ['-1234', '-1234'],
    ['－1,234', '-1234'],
    ['−12.50', '-12.50'],
    ['-¥100', '-100'],
    ['¥-100', '-100'],
    [' 4 768 009.00 ', '4768009.00'],
    ['57, 607, 470.00', '57607470.00'],
    ['5 7 6 0 7', '57607'],
    ['180000\u00a0元', '180000'],
    ['180000 元 整', '180000'],
    ['壹拾万元整', '100000'],
    ['人民币壹仟肆佰零玖元伍角', '1409.5'],
    ['0', '0'],
    ['0012', '12'],
  ])('%j is %s 元', (text, expected) => {
    expect(amount(text)).toBe(expected)
  })
})

test.each(['', '  ', '—', '－', '-', '--', '——', '/', '无', '不适用', 'N/A'])('%j promises no amount', (text) => {
  expect(amount(text)).toBe('blank')
})

test.each([
  ['1,23', 'grouping-suspect'],
  ['1,2345.00', 'grouping-suspect'],
  ['476,8009', 'grouping-suspect'],
  ['12,345,67', 'grouping-suspect'],
  ['0,123', 'grouping-suspect'],
  ['1.234,56', 'grouping-suspect'],
  ['1.234.567', 'grouping-suspect'],
  ['1234,567', 'grouping-suspect'],
  ['12 34', 'grouping-suspect'],
  ['1,,000', 'grouping-suspect'],
  [',100', 'grouping-suspect'],
  ['$100', 'foreign-currency'],
  ['100美元', 'foreign-currency'],
  ['约100万元', 'not-money'],
  ['100万元左右', 'not-money'],
  ['100-200', 'not-money'],
  ['(100', 'not-money'],
  ['(-100)', 'not-money'],
  ['100.', 'not-money'],
  ['.', 'not-money'],
  ['元', 'not-money'],
  ['十', 'not-money'],
  ['1e3', 'not-money'],
  ['9'.repeat(81), 'too-long'],
])('%j is refused as %s and never guessed', (text, problem) => {
  expect(amount(text)).toBe(problem)
})

describe('the unit of the form and the unit beside the digits', () => {
  test.each([
    ['100万元', '万元', '100', '万元', '万元'],
    ['100万元', '元', '1000000', '元', '万元'],
    ['1000000元', '万元', '100', '万元', '元'],
    ['100', '万元', '100', '万元', null],
    ['100万元', null, '1000000', '元', '万元'],
    ['100', null, '100', null, null],
    ['1亿元', '万元', '10000', '万元', '亿元'],
    ['壹拾万元整', '万元', '10', '万元', '元'],
  ] as const)('%s on a form in %s is %s', (text, formUnit, ...[value, unit, ownUnit]) => {
    const money = parseMoney(text, formUnit)
    expect(money).toEqual({ ok: true, value: { amount: value, unit, printed: text, ownUnit } })
  })

  test('changing 元 to 万元 and back loses nothing', () => {
    fc.assert(
      fc.property(anyFen, (yuan) => {
        const back = convertMoney(convertMoney(yuan, '元', '万元'), '万元', '元')
        expect(compare(back, yuan)).toBe(0)
      }),
    )
  })
})

describe('printing', () => {
  test.each([
    ['4768009', '元', 'thousands', '4,768,009.00'],
    ['4768009', '元', 'none', '4768009.00'],
    ['-1234.5', '元', 'thousands', '-1,234.50'],
    ['0.123', '元', 'none', '0.123'],
    ['100.00', '万元', 'thousands', '100'],
    ['476.8009', '万元', 'thousands', '476.8009'],
    ['-0.00', '元', 'none', '0.00'],
  ] as const)('%s in %s prints %s as %s', (value, unit, grouping, expected) => {
    expect(printMoney(decimal(value), { unit, grouping })).toBe(expected)
  })

  test('what is printed reads as the same amount', () => {
    fc.assert(
      fc.property(anyFen, fc.constantFrom('thousands' as const, 'none' as const), (yuan, grouping) => {
        const money = parseMoney(printMoney(yuan, { unit: '元', grouping }), '元')
        expect(money.ok && compare(money.value.amount, yuan)).toBe(0)
      }),
    )
  })

  test('any text is either an amount or a named problem', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 100 }), (text) => {
        expect(typeof amount(text, null)).toBe('string')
      }),
    )
  })
})

const anyFen: fc.Arbitrary<Decimal> = fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }).map((fen) =>
  decimal(
    `${fen < 0n ? '-' : ''}${String(fen < 0n ? -fen : fen)
      .padStart(3, '0')
      .replace(/(..)$/, '.$1')}`,
  ),
)
