import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decimal } from '../decimal.ts'
import { sameMeaning } from './compare-target.ts'
import { findFacts } from './grammar/find-facts.ts'
import { parseActual } from './parse-actual.ts'
import { parseTarget } from './parse-target.ts'
import { printTarget } from './print-target.ts'
import type { Target, TargetMeaning } from './target.ts'
import { targetToWire, wireTargetSchema } from './target-wire.ts'
import { type Token, tokenize } from './tokens/tokens.ts'

const PIECES =
  '≥ ≤ > < = ≠ 不超过 至少 达到 以上 以内 （ ） ( ) % ‰ 百分之 分之 成 万 亿 千 百 十 一 二 两 半 点 0 5 12 95 2021 44561 1,234 3.5 . , ， 、 ； \n / * × - ~ 至 : + ± 每 每月 全年 每周 年 月 日 天 小时 次 人 元 万元 个 平方米 前 底 内 比 较 上年 同比 增长 下降 持平 及时 完整 规范 并 和 无 待定 XX ＿＿ … 待 7*24 约 左右 含 不含 第 GB/T IPv6 <br> &ge; &amp; 《 》 各 早晚各 隔周'.split(
    ' ',
  )
const sentence = fc.array(fc.constantFrom(...PIECES), { maxLength: 24 }).map((pieces) => pieces.join(''))
const anything = fc.oneof(
  sentence,
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
)

test('no text makes the reader of targets fail, and every answer fits the stable form', () => {
  fc.assert(
    fc.property(anything, anything, (text, other) => {
      const target = parseTarget(text)
      wireTargetSchema.parse(targetToWire(text, target))
      expect(parseActual(other, target).kind).toBeDefined()
    }),
    { numRuns: 3000 },
  )
})

test.each([
  '一',
  '1',
  '万',
  '亿',
  '半',
  '第',
  '每',
  '(',
  '((',
  '1:',
  '1/',
  '≥',
  '，',
  '&',
  '<b',
  '并积极',
  '每0周1次',
  '1:0',
])('%j a thousand times over is read or refused, never a failure', (piece) => {
  const text = piece.repeat(1000)
  wireTargetSchema.parse(targetToWire(text, parseTarget(text)))
})

test('printing what was read and reading it again changes nothing', () => {
  fc.assert(
    fc.property(sentence, (text) => {
      const target = parseTarget(text)
      if (target.kind === 'unreadable') return
      expect(parseTarget(printTarget(target))).toSatisfy(
        (again: Target) => sameMeaning(again, target),
        printTarget(target),
      )
    }),
    { numRuns: 5000, seed: 20260101 },
  )
})

const figure = fc
  .tuple(fc.integer({ min: 1, max: 999_999 }), fc.constantFrom('', '.5', '.00', '.125'))
  .map(([whole, fraction]) => decimal(`${whole}${fraction}`))
const operator = fc.constantFrom('ge', 'gt', 'le', 'lt', 'eq')
const period = fc.constantFrom('year', 'half-year', 'quarter', 'month', 'week', 'day')
const count = fc.constantFrom('次', '人', '人次', '个', '场', '篇')
const unit = fc.constantFrom(
  '%',
  '‰',
  '分',
  '小时',
  '工作日',
  '个月',
  '元/人·月',
  '平方米',
  '㎡',
  '万元',
  '亿元',
  '台（套）',
  'Mbps',
  '元/亩',
)
const grade = fc.constantFrom('及时', '规范', '完整', '稳定运行', '有效提升', '保障正常运行', '显著提高', '符合标准')
const grades = fc.uniqueArray(grade, { minLength: 1, maxLength: 3 })

const meaning: fc.Arbitrary<TargetMeaning> = fc.oneof(
  fc.record({
    kind: fc.constant('number' as const),
    operator,
    value: figure,
    unit: fc.oneof(unit, count),
    period: fc.constant(null),
  }),
  fc.record({
    kind: fc.constant('number' as const),
    operator: fc.constantFrom('le', 'lt'),
    value: figure,
    unit: count,
    period,
  }),
  fc.record({
    kind: fc.constant('range' as const),
    value: figure,
    upper: fc.constant(decimal('1000000')),
    unit: fc.oneof(unit, count),
    period: fc.constant(null),
  }),
  fc.record({
    kind: fc.constant('frequency' as const),
    operator: fc.constantFrom('ge', 'gt', 'eq'),
    value: figure,
    unit: count,
    period,
  }),
  fc.record({
    kind: fc.constant('coverage' as const),
    operator,
    daysPerWeek: fc.constantFrom(decimal('5'), decimal('7')),
    hoursPerDay: fc.constantFrom(decimal('8'), decimal('24')),
  }),
  fc.record({
    kind: fc.constant('deadline' as const),
    date: fc.constantFrom('2021-12-31', '2024-02-29', '06-30', '09'),
    within: fc.constant(null),
    grades: fc.constantFrom([], ['完成'], ['完成验收']),
  }),
  fc.record({
    kind: fc.constant('deadline' as const),
    date: fc.constant(null),
    within: period,
    grades: fc.constant(['完成']),
  }),
  fc.record({
    kind: fc.constant('relative' as const),
    direction: fc.constantFrom('rise', 'fall'),
    operator,
    value: figure,
    unit: fc.constantFrom('%', '百分点', '次'),
  }),
  fc.constantFrom<TargetMeaning>(
    { kind: 'relative', direction: 'rise', operator: 'gt', value: null, unit: null },
    { kind: 'relative', direction: 'fall', operator: 'lt', value: null, unit: null },
    { kind: 'relative', direction: 'keep', operator: 'eq', value: null, unit: null },
    { kind: 'relative', direction: 'keep', operator: 'ge', value: null, unit: null },
    { kind: 'relative', direction: 'keep', operator: 'le', value: null, unit: null },
    { kind: 'none', reason: 'blank' },
    { kind: 'none', reason: 'placeholder' },
    { kind: 'none', reason: 'not-applicable' },
  ),
  fc.record({ kind: fc.constant('grade' as const), grades }),
)

test('reading a printed target gives the target', () => {
  fc.assert(
    fc.property(meaning, (promise) => {
      const target: Target = { ...promise, notes: [] }
      expect(parseTarget(printTarget(target))).toSatisfy(
        (again: Target) => sameMeaning(again, target),
        printTarget(target),
      )
    }),
    { numRuns: 3000 },
  )
})

const promise = meaning.filter(({ kind }) => kind === 'number' || kind === 'frequency')

test('several promises in one cell are printed and read one by one', () => {
  fc.assert(
    fc.property(promise, promise, (first, second) => {
      const target: Target = { kind: 'several', parts: [first, second], notes: ['several-values'] }
      const again = parseTarget(printTarget(target))
      fc.pre(again.kind !== 'range')
      expect(sameMeaning(again, target)).toBe(true)
    }),
  )
})

const WIDE = (text: string) =>
  text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0))
const SPACED = (text: string) => text.replace(/(?<=[^0-9A-Za-z.,])|(?<=[0-9])(?=[^0-9A-Za-z.,])/g, ' ')

test.each([
  '≥95%',
  '全年<=2次',
  '=每周7天*24小时',
  '12月底前完成',
  '3~5人',
  '较上年增长5%以上',
  '大于等于95%',
  '500元/人·月',
])('%s means the same in full width and with blanks', (text) => {
  const target = parseTarget(text)
  expect(sameMeaning(parseTarget(WIDE(text)), target)).toBe(true)
  expect(sameMeaning(parseTarget(SPACED(text)), target)).toBe(true)
  expect(sameMeaning(parseTarget(` \t${text}\u3000\r\n`), target)).toBe(true)
})

/** Steps, not time: how often the reader looks at a word. */
function looksAt(text: string): { looks: number; words: number } {
  const read = tokenize(text)
  if (!read.ok) return { looks: 0, words: 1 }
  let looks = 0
  const watched = new Proxy(read.tokens as Token[], {
    get: (tokens, key, receiver) => {
      if (typeof key === 'string' && /^\d+$/.test(key)) looks += 1
      return Reflect.get(tokens, key, receiver)
    },
  })
  findFacts(watched)
  return { looks, words: Math.max(read.tokens.length, 1) }
}

test('the reader looks at each word of hostile text a bounded number of times', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 5 }),
      fc.integer({ min: 1, max: 300 }),
      (pieces, times) => {
        const { looks, words } = looksAt(pieces.join('').repeat(times))
        expect(looks / words).toBeLessThan(400)
      },
    ),
    { numRuns: 150 },
  )
})

test('a text longer than any target is refused by name, and any number of blanks is blank', () => {
  expect(parseTarget('目标'.repeat(2000))).toMatchObject({ kind: 'unreadable', problem: 'too-long' })
  expect(parseTarget(' '.repeat(50_000))).toMatchObject({ kind: 'none', reason: 'blank' })
})
