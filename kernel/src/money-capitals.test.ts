import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compare, decimal } from './decimal.ts'
import { parseMoney } from './money.ts'
import { moneyInCapitals } from './money-capitals.ts'

describe('amounts in capitals as the rule for bills writes them', () => {
  test.each([
    ['1409.50', '壹仟肆佰零玖元伍角'],
    ['6007.14', '陆仟零柒元壹角肆分'],
    ['1680.32', '壹仟陆佰捌拾元零叁角贰分'],
    ['107000.53', '壹拾万柒仟元零伍角叁分'],
    ['16409.02', '壹万陆仟肆佰零玖元零贰分'],
    ['325.04', '叁佰贰拾伍元零肆分'],
    ['0', '零元整'],
    ['0.05', '伍分'],
    ['0.50', '伍角'],
    ['10', '壹拾元整'],
    ['100000', '壹拾万元整'],
    ['100010', '壹拾万零壹拾元整'],
    ['20000500', '贰仟万零伍佰元整'],
    ['100000000', '壹亿元整'],
    ['100001000', '壹亿零壹仟元整'],
    ['1000000000000', '壹万亿元整'],
    ['1000000000005', '壹万亿零伍元整'],
    ['1000100000000', '壹万零壹亿元整'],
    ['-12.30', '负壹拾贰元叁角'],
  ])('%s 元 is %s', (yuan, expected) => {
    expect(moneyInCapitals(decimal(yuan))).toEqual({ ok: true, value: expected })
  })

  test.each([
    ['0.001', 'finer-than-fen'],
    ['10000000000000000', 'too-large'],
  ])('%s 元 is refused as %s', (yuan, problem) => {
    expect(moneyInCapitals(decimal(yuan))).toEqual({ ok: false, problem })
  })
})

test.each([
  ['壹拾万零柒仟元伍角叁分', '107000.53'],
  ['人民币壹仟陆佰捌拾元叁角贰分', '1680.32'],
  ['拾万元正', '100000'],
  ['一百二十万元', '1200000'],
  ['两千圆整', '2000'],
  ['壹佰亿贰仟万元整', '10020000000'],
  ['伍角整', '0.5'],
  ['壹佰万', '1000000'],
  ['二十万整', '200000'],
])('the other spelling %s is read as %s', (text, expected) => {
  const money = parseMoney(text, '元')
  expect(money.ok && money.value.amount).toBe(expected)
})

test.each([
  '壹贰元',
  '万元',
  '万',
  '亿整',
  '壹佰',
  '元整',
  '零',
  '壹万壹万元',
  '壹亿亿元',
  '拾佰元',
  '壹元壹元',
  '壹分壹角',
])('%s is no amount', (text) => {
  expect(parseMoney(text, '元').ok).toBe(false)
})

test('an amount written in capitals reads as the same amount', () => {
  const fenBelowLimit = fc.oneof(
    fc.bigInt({ min: 0n, max: 10n ** 18n - 1n }),
    fc
      .array(fc.constantFrom('0', '0', '1', '9'), { minLength: 3, maxLength: 18 })
      .map((digits) => BigInt(digits.join(''))),
  )
  fc.assert(
    fc.property(fenBelowLimit, fc.boolean(), (fen, negative) => {
      const digits = fen.toString().padStart(3, '0')
      const yuan = decimal(`${negative ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`)
      const capitals = moneyInCapitals(yuan)
      const read = parseMoney(capitals.ok ? capitals.value : '', '元')
      expect(read.ok && compare(read.value.amount, yuan)).toBe(0)
    }),
    { numRuns: 2000 },
  )
})
