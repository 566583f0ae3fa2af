import { findAlikePairs } from '@shiji/kernel/library/find-alike'
import { makeNameReader } from '@shiji/kernel/library/read-name'
import { parseTarget } from '@shiji/kernel/target/parse-target'
import { expect, test } from 'vitest'
import { loadExamples, loadLibraryPacks, loadNameWords } from './load-packs.ts'

const reader = makeNameReader(loadNameWords())
const packs = loadLibraryPacks()
const entries = packs.flatMap((pack) => pack.entries)

test('the same promise is one entry, whatever it is called', () => {
  const named = entries.flatMap(({ id, level3, synonyms }) => [level3, ...synonyms].map((name) => ({ id, name })))
  const pairs = findAlikePairs(
    named.map(({ name }) => name),
    reader,
  )
  const twice = pairs
    .filter(({ likeness }) => likeness.kind === 'same')
    .map(({ left, right }) => [named[left], named[right]])
    .filter(([one, other]) => one?.id !== other?.id)
  expect(twice).toEqual([])
})

test('every id is given once and every kind of service is known', () => {
  expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length)
  for (const { services, entries: own } of packs) {
    const known = new Set(services.map(({ key }) => key))
    expect(own.flatMap((entry) => entry.services).filter((key) => !known.has(key))).toEqual([])
    expect([...known].filter((key) => !own.some((entry) => entry.services.includes(key)))).toEqual([])
  }
})

test('every usual target can be read, in the direction the entry says', () => {
  const wrong = entries.flatMap(({ id, direction, level3, level1, level2, targets }) =>
    targets
      .map((text) => ({ text, read: parseTarget(text, { indicator: level3, level1, level2 }) }))
      .filter(({ read }) => {
        if (read.kind === 'unreadable' || read.kind === 'none') return true
        const downward = read.kind === 'number' && (read.operator === 'le' || read.operator === 'lt')
        return downward !== (direction === 'lower' && read.kind === 'number')
      })
      .map(({ text, read }) => [id, text, read.kind]),
  )
  expect(wrong).toEqual([])
})

test('the rows of the example forms are written from the library', () => {
  const known = new Set(
    entries.flatMap(({ level3, synonyms }) => [level3, ...synonyms]).map((it) => reader.read(it).key),
  )
  const example = loadExamples().find(({ template }) => template === 'CN-SH-MINHANG-DECLARATION')
  expect(example?.indicators.filter(({ level3 }) => !known.has(reader.read(level3).key))).toEqual([])
})
