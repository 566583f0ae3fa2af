import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Decimal, decimal } from '../decimal.ts'
import { addParts, type Combine, figureOf, NO_PARTS, type Parts, quotientOf, recordFigure, sumParts } from './parts.ts'

const of = (numerator: string, denominator = '1'): Parts => ({
  ...NO_PARTS,
  numerator: decimal(numerator),
  denominator: decimal(denominator),
  largest: decimal(numerator),
  smallest: decimal(numerator),
  counted: 1,
})
const figure = (records: readonly Parts[], combine: Combine, scale = 2) => figureOf(sumParts(records), combine, scale)

test.each<[Combine, Parts[], string | null]>([
  ['share', [of('1'), of('1'), of('0')], '66.67'],
  ['mean', [of('400'), of('200')], '300.00'],
  ['sum', [of('1'), of('1')], '2'],
  ['maximum', [of('7.5'), of('3')], '7.50'],
  ['maximum', [of('14.9167'), of('3')], '14.92'],
  ['maximum', [of('8.0042'), of('3')], '8.01'],
  ['minimum', [of('7.5'), of('3')], '3.00'],
  ['minimum', [of('2.9999'), of('3')], '2.99'],
  ['share', [of('120', '0')], null],
  ['share', [], null],
  ['sum', [], null],
])('a %s of %j is %s', (combine, records, expected) => {
  expect(figure(records, combine)).toBe(expected)
})

const record: fc.Arbitrary<Parts> = fc
  .tuple(fc.integer({ min: 0, max: 100_000 }), fc.integer({ min: 0, max: 100 }))
  .map(([numerator, denominator]) => of(String(numerator), String(denominator)))

test('a year cut anywhere and put together again is the same year', () => {
  void fc.assert(
    fc.property(fc.array(record), fc.nat(), (records, at) => {
      const cut = records.length === 0 ? 0 : at % records.length
      const [first, second] = [records.slice(0, cut), records.slice(cut)].map((some) => some.reduce(addParts, NO_PARTS))
      expect(addParts(first ?? NO_PARTS, second ?? NO_PARTS)).toEqual(sumParts(records))
    }),
  )
})

test('a record against the promise never makes a share better', () => {
  void fc.assert(
    fc.property(fc.array(record, { minLength: 1 }), (records) => {
      const before = figure(records, 'share', 6)
      const after = figure([...records, of('0')], 'share', 6)
      if (before !== null) expect(Number(after as Decimal)).toBeLessThanOrEqual(Number(before))
    }),
  )
})

test('what is left out is counted by its reason and adds nothing', () => {
  const left = (reason: string): Parts => ({ ...NO_PARTS, excluded: { [reason]: 1 } })
  const all = [of('1'), left('duplicate'), left('duplicate'), left('test')]
  expect(sumParts(all)).toMatchObject({ counted: 1, numerator: '1', excluded: { duplicate: 2, test: 1 } })
})

test.each<[Combine, string, string | null]>([
  ['maximum', '14.92', null],
  ['mean', '14.9167', '14.9167'],
  ['sum', '14.9167', null],
])('of a %s one record reads %s, and the figure is a quotient of %s', (combine, own, numerator) => {
  expect(recordFigure(decimal('14.9167'), combine, 2)).toBe(own)
  expect(quotientOf(of('14.916700'), combine).numerator).toBe(numerator)
})
