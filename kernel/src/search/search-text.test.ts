import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldForSearch, matchesSearch, parseSearch, searchPairs } from './search-text.ts'

function finds(query: string, title: string): boolean {
  const search = parseSearch(query)
  const pairs = searchPairs(title)
  return search.pairs.every((pair) => pairs.includes(pair)) && matchesSearch(foldForSearch(title), search)
}

test.each([
  ['平台', '教育数据平台运行维护', true],
  ['平台 维护', '教育数据平台运行维护', true],
  ['ＣＡ认证', '统一CA认证服务（二期）', true],
  ['ca', '统一CA认证服务', true],
  ['网', '校园网', true],
  ['二期', '统一CA认证服务（二期）', true],
  ['服务二期', '统一CA认证服务（二期）', false],
  ['台平', '教育数据平台', false],
  ['平维', '平台维护', false],
  ['维护平台', '平台维护，维护后台', false],
])('“%s” in “%s”: %s', (query, title, found) => {
  expect(finds(query, title)).toBe(found)
})

test('every piece of a title finds the title', () => {
  const title = fc.array(fc.constantFrom('校', '园', '网', '平', '台', 'A', '５', '𠮷', ' ', '（'), { maxLength: 30 })
  fc.assert(
    fc.property(title, fc.nat(30), fc.nat(30), (characters, from, length) => {
      const piece = characters.slice(from, from + length).join('')
      expect(finds(piece, characters.join(''))).toBe(true)
    }),
  )
})
