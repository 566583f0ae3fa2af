import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareSums, readSums, SUMS_NAME, type Sum, writeSums } from './sums.ts'

const hash = fc.stringMatching(/^[0-9a-f]{64}$/)
const path = fc.stringMatching(/^[a-z\u4e00-\u4e10/]{1,12}\.(pdf|json)$/)
const sums = fc.uniqueArray(fc.record<Sum>({ path, sha256: hash }), { selector: (sum) => sum.path, maxLength: 12 })

test('a list of hashes reads back as it was written, whatever the order of the files', () => {
  fc.assert(
    fc.property(sums, (listed) => {
      fc.pre(listed.length > 0)
      const text = writeSums(listed)
      expect(writeSums(listed.toReversed())).toBe(text)
      const read = readSums(text)
      expect(read).toEqual({ ok: true, value: listed.toSorted((a, b) => (a.path < b.path ? -1 : 1)) })
    }),
  )
})

test('a bundle as it was made has no fault, and its own list is none of its files', () => {
  fc.assert(
    fc.property(sums, (listed) => {
      const found = [...listed, { path: SUMS_NAME, sha256: 'f'.repeat(64) }]
      expect(compareSums(listed, found)).toEqual([])
    }),
  )
})

test('one file changed, taken out or put in is named, and nothing else', () => {
  fc.assert(
    fc.property(sums, fc.nat(), (listed, pick) => {
      fc.pre(listed.length > 0)
      const at = pick % listed.length
      const { path: name = '' } = listed[at] ?? {}
      const changed = listed.map((sum, index) => (index === at ? { ...sum, sha256: `x${sum.sha256.slice(1)}` } : sum))
      expect(compareSums(listed, changed)).toEqual([{ kind: 'changed', path: name }])
      expect(compareSums(listed, listed.toSpliced(at, 1))).toEqual([{ kind: 'missing', path: name }])
      expect(compareSums(listed.toSpliced(at, 1), listed)).toEqual([{ kind: 'unlisted', path: name }])
    }),
  )
})

test.each([
  ['', 1],
  [`${'a'.repeat(64)}  a.pdf\nnonsense\n`, 2],
  [`${'a'.repeat(64)} a.pdf\n`, 1],
  [`${'a'.repeat(64)}  a.pdf\n${'b'.repeat(64)}  a.pdf\n`, 2],
])('a list that cannot be read names the line: %j', (text, line) => {
  expect(readSums(text)).toEqual({ ok: false, problem: line })
})
