import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareNames, LIKENESS_WORDING, sayLikeness } from './compare-names.ts'
import { findAlikePairs } from './find-alike.ts'
import { NameWords } from './name-words.ts'
import { makeNameReader } from './read-name.ts'

const reader = makeNameReader(
  NameWords.parse({
    synonyms: [['满意度', '满意率']],
    fillers: ['工作', '各'],
    bracketUnits: ['%'],
    facets: [
      { name: { zh: '做什么', en: 'deed' }, words: ['响应', '恢复'], mayBeMissing: false },
      { name: { zh: '及时', en: 'in time' }, words: ['及时'], mayBeMissing: false, anywhere: true },
      { name: { zh: '计量', en: 'count' }, words: ['率', '数'], mayBeMissing: true, atEnd: true },
    ],
  }),
)

const name = fc.oneof(
  fc
    .array(
      fc.constantFrom(
        '故障',
        '事件',
        '响应',
        '恢复',
        '及时',
        '率',
        '数',
        '工作',
        '各',
        '满意度',
        '满意率',
        '（%）',
        '1',
        '系统',
      ),
      {
        maxLength: 7,
      },
    )
    .map((words) => words.join('')),
  fc.string({ maxLength: 12, unit: 'grapheme' }),
)

describe('names of indicators', () => {
  test('every name is like itself', () => {
    fc.assert(
      fc.property(name, (text) => {
        expect(compareNames(reader.read(text), reader.read(text), reader).kind).toBe('same')
      }),
    )
  })

  test('are as like whichever comes first', () => {
    fc.assert(
      fc.property(name, name, (left, right) => {
        const [one, other] = [reader.read(left), reader.read(right)]
        const [there, back] = [compareNames(one, other, reader), compareNames(other, one, reader)]
        expect(back.kind).toBe(there.kind)
        expect(sayLikeness(back, 'zh').code).toBe(sayLikeness(there, 'zh').code)
        expect(LIKENESS_WORDING[sayLikeness(there, 'en').code]).toBeDefined()
      }),
    )
  })

  test('are found among many as when each is compared with each', () => {
    fc.assert(
      fc.property(fc.uniqueArray(name, { maxLength: 14 }), (texts) => {
        const named = texts.filter((text) => text.trim() !== '')
        const read = named.map(reader.read)
        const expected = read.flatMap((left, at) =>
          read.flatMap((right, other) =>
            other > at && compareNames(left, right, reader).kind !== 'different' ? [[at, other]] : [],
          ),
        )
        expect(findAlikePairs(named, reader).map(({ left, right }) => [left, right])).toEqual(expected)
      }),
      { numRuns: 500 },
    )
  })

  test('of one spelling are paired with the first of it', () => {
    const pairs = findAlikePairs(['响应率', '恢复率', '响应率', '响应', '响应率'], reader)
    expect(pairs.map(({ left, right, likeness }) => [left, right, likeness.kind])).toEqual([
      [0, 2, 'same'],
      [0, 3, 'same'],
      [0, 4, 'same'],
    ])
  })
})
