import { describe, expect, test } from 'vitest'
import { decimal } from '../decimal.ts'
import { compareResults } from './compare-results.ts'

const result = (year: number, unit: string, total: string, grade: string | null) => ({
  year,
  unit,
  kind: '经常性项目',
  total: decimal(total),
  grade,
})
const ROWS = [
  result(2025, '教育局', '98.96', '优'),
  result(2025, '机关事务服务中心', '85.00', '良'),
  result(2024, '教育局', '88.01', '良'),
  result(2025, '教育局', '91.00', '优'),
]

describe('results are compared', () => {
  test('over the years, oldest first', () => {
    expect(compareResults(ROWS, 'year').map(({ name, count, mean }) => [name, count, mean])).toEqual([
      ['2024', 1, '88.01'],
      ['2025', 3, '91.65'],
    ])
  })

  test('by unit, the best mean first, with the spread and the grades', () => {
    expect(compareResults(ROWS, 'unit')).toEqual([
      {
        name: '教育局',
        count: 3,
        mean: '92.66',
        lowest: '88.01',
        highest: '98.96',
        grades: [
          { grade: '优', count: 2 },
          { grade: '良', count: 1 },
        ],
      },
      {
        name: '机关事务服务中心',
        count: 1,
        mean: '85.00',
        lowest: '85.00',
        highest: '85.00',
        grades: [{ grade: '良', count: 1 }],
      },
    ])
  })

  test('by kind of project, and of nothing there is nothing', () => {
    expect(compareResults(ROWS, 'kind').map(({ name, count }) => [name, count])).toEqual([['经常性项目', 4]])
    expect(compareResults([], 'kind')).toEqual([])
  })
})
