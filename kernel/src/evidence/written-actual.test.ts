import { expect, test } from 'vitest'
import { decimal } from '../decimal.ts'
import { parseTarget } from '../target/parse-target.ts'
import type { RowShape } from './row-shape.ts'
import { writtenActual } from './written-actual.ts'

test.each<[string, RowShape, string, string, string]>([
  ['≥95%', 'ratio', '%', '99.37', '99.37%'],
  ['合格', 'words', '%', '100.00', '合格'],
  ['合格', 'words', '%', '66.67', '66.67%'],
  ['每月一次', 'frequency', '%', '100.00', '每月一次'],
  ['年内完成', 'milestone', '%', '100.00', '年内完成'],
  ['≤10分钟', 'time', '分钟', '6.50', '6.50分钟'],
  ['全年≤2次', 'count', '次', '1', '1次'],
])('beside %s a measure of %s in %s that reads %s is written %s', (target, ...[shape, unit, value, written]) => {
  expect(writtenActual(parseTarget(target), target, { shape, unit, value: decimal(value) })).toBe(written)
})
