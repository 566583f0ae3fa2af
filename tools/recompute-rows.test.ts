import { expect, test } from 'vitest'
import { recomputeRows } from './recompute-rows.ts'

const record = (numerator: string, denominator = '1', exclusion: string | null = null) => ({
  numerator,
  denominator,
  exclusion,
})

test.each([
  ['share', 2, '66.67', [record('1'), record('1'), record('0'), record('9', '9', 'withdrawn')]],
  ['share', 2, '24.17', [record('290000', '0'), record('0', '1200000')]],
  ['mean', 2, '9.50', [record('4'), record('15')]],
  ['sum', 0, '3', [record('1'), record('2')]],
  ['maximum', 2, '15.25', [record('4'), record('15.25')]],
  ['minimum', 1, '4', [record('4.0'), record('15')]],
])('%s to %i digits is %s again, and any other digit is not', (combine, scale, value, entries) => {
  const agrees = (sealed: string) => {
    const reading = { row: 1, indicator: '指标', combine, scale, value: sealed, records: entries.length }
    const lines = (path: string) =>
      (path === 'seal/readings.jsonl' ? [reading] : entries).map((facts) => JSON.stringify({ facts, fields: {} }))
    return recomputeRows(lines, { most: 30, pick: () => 0.5 }).map((row) => row.agrees)
  }
  expect(agrees(value)).toEqual([true])
  expect(agrees(`1${value}`)).toEqual([false])
})
