import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sheetNames } from './sheet-names.ts'

test.each([
  [['项目支出绩效目标申报表'], ['项目支出绩效目标申报表']],
  [
    ['子项目', '子项目', '子项目'],
    ['子项目', '子项目 (2)', '子项目 (3)'],
  ],
  [
    ['Form', 'FORM'],
    ['Form', 'FORM (2)'],
  ],
  [
    ["'[2026]年/表'", ''],
    ['2026 年 表', '表'],
  ],
  [['History'], ['History (2)']],
])('parts called %j are sheets called %j', (titles, names) => {
  expect(sheetNames(titles)).toEqual(names)
})

test('whatever the titles, the names are legal in Excel and no two are the same', () => {
  const title = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom('表', "表'", '[表]', '表 (2)', '𠮷'.repeat(20)),
  )
  fc.assert(
    fc.property(fc.array(title, { maxLength: 12 }), (titles) => {
      const names = sheetNames(titles)
      expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(titles.length)
      for (const name of names) expect(name).toMatch(/^(?!')[^[\]:*?/\\\p{Cc}]{1,31}(?<!')$/u)
      expect(names.filter((name) => name.length > 31 || !name.isWellFormed())).toEqual([])
    }),
  )
})
