import { loadFormTemplates } from '@shiji/packs/load-packs'
import { expect, test } from 'vitest'
import { isDamaged, readSeeds, SEEDS_ARE_HERE } from './testing/seed-forms.ts'

const BESIDE = 'needs the real documents in ../shared'
const seeds = await readSeeds(loadFormTemplates())
const asUnknown = await readSeeds([])

test.skipIf(!SEEDS_ARE_HERE)(
  `all 188 rows of the 11 real forms have their name, target and figures (${BESIDE})`,
  () => {
    const expected = seeds.flatMap(({ expected: form }) =>
      form.indicators.map((row) => [
        form.formId,
        row.level3,
        row.targetText ?? '',
        row.remark,
        row.weight,
        row.actualText,
        row.score,
        row.deviationText === '' ? null : row.deviationText,
      ]),
    )
    const read = seeds.flatMap(({ expected: form, read: { indicators } }) =>
      indicators.map((row) => [
        form.formId,
        row.level3,
        row.target,
        row.remark,
        row.weight,
        row.actual,
        row.score,
        row.reason,
      ]),
    )

    expect(expected).toHaveLength(188)
    expect(read).toEqual(expected)
  },
)

test.skipIf(!SEEDS_ARE_HERE)(`all 188 rows stand under the levels the register gives them (${BESIDE})`, () => {
  for (const { expected, read } of seeds) {
    const levels = (row: { level1: string; level2: string; level3: string }) => [row.level1, row.level2, row.level3]
    expect(read.indicators.map(levels)).toEqual(expected.indicators.map(levels))
  }
})

test.skipIf(!SEEDS_ARE_HERE)(
  `every damaged row carries a doubt and its raw cells, no other row does (${BESIDE})`,
  () => {
    const rows = seeds.flatMap(({ expected, read }) =>
      read.indicators.map((row, index) => ({ row, seed: expected.indicators[index] })),
    )
    const damaged = rows.filter(({ seed }) => seed !== undefined && isDamaged(seed))

    expect(damaged.length).toBeGreaterThanOrEqual(48)
    expect(damaged.filter(({ row }) => row.doubts.length === 0)).toEqual([])
    expect(rows.filter(({ row }) => row.rawCells.length === 0)).toEqual([])
    expect(rows.filter(({ row, seed }) => row.doubts.length > 0 && seed !== undefined && !isDamaged(seed))).toEqual([])
  },
)

test.skipIf(!SEEDS_ARE_HERE)(`without any template every row is found and a wrong level is doubted (${BESIDE})`, () => {
  for (const { expected, read } of asUnknown) {
    expect(read.template).toBe('generic')
    expect(read.indicators.map(({ level3, target }) => [level3, target])).toEqual(
      expected.indicators.map(({ level3, targetText }) => [level3, targetText ?? '']),
    )
    const silent = read.indicators.filter((row, index) => {
      const seed = expected.indicators[index]
      return row.doubts.length === 0 && (row.level1 !== seed?.level1 || row.level2 !== seed.level2)
    })
    expect(silent).toEqual([])
  }
})
