import { expect, test } from 'vitest'
import { parseTarget } from '../target/parse-target.ts'
import { withLargerUnit } from './bare-actual.ts'
import { inventedPack } from './invented-pack.ts'
import { scoreForm } from './score-form.ts'
import { parseScoreRequest } from './score-request.ts'

test.each([
  ['≥28万亩', '8', '8万亩'],
  ['≥28万亩', '28', '28万亩'],
  ['=0.5万亩', '0.45', '0.45万亩'],
  ['1346.0088万平方米', '1346.0088', '1346.0088万平方米'],
  ['≥3千人', '2.8', '2.8千人'],
  ['≥28万亩', '280000', '280000'],
  ['≥28万亩', '8亩', '8亩'],
  ['≥28万亩', '0', '0'],
  ['≤30万元', '28', '28'],
  ['≥28亩', '8', '8'],
  ['每月2次', '3', '3'],
])('beside %s the bare actual %s reads %s', (target, actual, read) => {
  expect(withLargerUnit(actual, target, parseTarget(target)).text).toBe(read)
})

test.each([
  ['≥28万亩', '28', '10.00'],
  ['≥28万亩', '14', '5.00'],
  ['≤0.4%', '0.1', '10.00'],
  ['≥95%', '0.98', 'unit-differs'],
])('a row of ten points that promises %s and reached %s: %s', (target, actual, expected) => {
  const request = parseScoreRequest({ indicators: [{ level3: '管护', target, actual, weight: '10' }] })
  if (!request.ok) throw new Error('request refused')
  const [row] = scoreForm(request.value, inventedPack()).rows
  expect(row?.outcome.kind === 'scored' ? row.outcome.score : row?.outcome.reason).toBe(expected)
})

test('the assumed unit is told to the person', () => {
  const { notes } = withLargerUnit('8', '≥28万亩', parseTarget('≥28万亩'))
  expect(notes.map(({ code, parameters }) => [code, parameters])).toEqual([
    ['actual-unit-assumed', { actual: '8', text: '8万亩' }],
  ])
})
