import fc from 'fast-check'
import { expect, test } from 'vitest'
import { differenceOf, editsToPartOf, plainText, sharedPairs, withinEdits, withoutLabel } from './compare-texts.ts'

test.each([
  ['<p>年内， 完成。</p>', '年内完成'],
  ['健全、规范', '健全规范'],
  ['≥95%', '95'],
])('%s is compared as %s', (text, plain) => expect(plainText(text)).toBe(plain))

test('a printed label in front of a text is not part of it', () => {
  expect(withoutLabel('依  据：目前基础设施')).toBe('目前基础设施')
  expect(withoutLabel('目前基础设施：网络')).toBe('网络')
})

test.each([
  ['市政大厦政务外网', '市政大厦政务网运维', 1],
  ['智慧教育云办公平台', '智能教育办公云平台1', 3],
  ['叫号设备', '叫号设备年度维护', 0],
])('%s is %s but for %i edits', (name, text, edits) => expect(editsToPartOf(name, text)).toBe(edits))

test.each([
  ['投诉', '投诉数', 1, true],
  ['投诉', '投诉次数', 1, false],
  ['', '数', 1, true],
  ['响应率', '修复率', 1, false],
])('%s becomes %s within %i edits: %s', (left, right, limit, within) => {
  expect(withinEdits(left, right, limit)).toBe(within)
})

test('a name is within two edits of itself after any two letters are dropped, and the order of the names is all one', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 30 }), fc.nat(30), fc.nat(30), (text, first, second) => {
      const dropped = [...text].filter((_, index) => index !== first && index !== second).join('')
      expect(withinEdits(text, dropped, 2)).toBe(true)
      expect(withinEdits(dropped, text, 2)).toBe(true)
    }),
  )
})

test('what an edited text left out and put in is told apart', () => {
  expect(differenceOf('幼儿园职业学校的平台', '幼儿园的云平台')).toMatchObject({
    onlyLeft: ['职业学校'],
    onlyRight: ['云'],
  })
})

test('the common letters and the own letters of a text make the text', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), fc.string({ maxLength: 60 }), (left, right) => {
      const { onlyLeft, onlyRight, kept } = differenceOf(left, right)
      const longest = Math.max([...left].length, [...right].length, 1)
      const common = Math.round(kept * longest)
      expect([...onlyLeft.join('')].length + common).toBe([...left].length)
      expect([...onlyRight.join('')].length + common).toBe([...right].length)
    }),
  )
})

test('texts without a common pair of letters share nothing', () => {
  expect(sharedPairs('巡检报告', '满意度')).toBe(0)
  expect(sharedPairs('巡检报告', '年度巡检报告')).toBe(1)
})
