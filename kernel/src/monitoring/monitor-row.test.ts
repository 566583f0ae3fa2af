import { describe, expect, test } from 'vitest'
import { decimal } from '../decimal.ts'
import { inventRow } from '../lint/form-builder.ts'
import { inventedPack } from '../scoring/invented-pack.ts'
import { parseTarget } from '../target/parse-target.ts'
import { monitorRow, type RowReport } from './monitor-row.ts'
import { type PlanCurve, PlanCurve as PlanCurveSchema, plannedAt, suggestCurve } from './plan-curve.ts'

const pack = inventedPack()
if (pack.lights.kind !== 'measured') throw new Error('the invented pack measures')
const rules = { pack, lights: pack.lights }

function report(target: string, soFar: string, changes: Partial<RowReport> = {}): RowReport {
  const row = inventRow({ target })
  return { row, year: null, soFar, band: null, curve: null, expected: '', reason: '', ...changes }
}

describe('the curve a promise suggests (rules.md §3.5)', () => {
  test.each<[string, PlanCurve]>([
    ['≥732次', { kind: 'even' }],
    ['≥95%', { kind: 'level' }],
    ['=100%', { kind: 'level' }],
    ['全年<=1次', { kind: 'cap' }],
    ['<=10分钟', { kind: 'cap' }],
    ['每周7天*24小时', { kind: 'level' }],
    ['9月底前完成', { kind: 'once', month: 9 }],
    ['年内完成', { kind: 'once', month: 12 }],
    ['健全、规范', { kind: 'words' }],
    ['比上一年度有所提升', { kind: 'words' }],
  ])('%s: %o', (target, curve) => {
    expect(suggestCurve(parseTarget(target))).toEqual(curve)
  })

  test('a plan by months does not go back', () => {
    const planned = (values: number[]) =>
      PlanCurveSchema.safeParse({ kind: 'monthly', planned: values.map(String) }).success
    expect(planned([0, 0, 0, 0, 0, 0, 0, 0, 60, 60, 60, 60])).toBe(true)
    expect(planned([0, 0, 0, 0, 0, 0, 9, 8, 60, 60, 60, 60])).toBe(false)
  })

  test.each<[PlanCurve, number, string | null]>([
    [{ kind: 'even' }, 7, '35.0000'],
    [{ kind: 'level' }, 1, '60'],
    [{ kind: 'once', month: 9 }, 8, null],
    [{ kind: 'once', month: 9 }, 9, '60'],
  ])('of 60, %o plans in month %s: %s', (curve, month, planned) => {
    expect(plannedAt(curve, decimal('60'), month)).toBe(planned)
  })
})

describe('a row at the end of July', () => {
  test.each<[string, string, Partial<RowReport>, object]>([
    ['≥60台', '35', {}, { light: 'green', percent: '100.00', planned: '35.0000' }],
    ['≥60台', '20', {}, { light: 'red', percent: '57.14' }],
    ['≥60台', '21', {}, { light: 'yellow', percent: '60.00' }],
    ['≥60台', '42', {}, { light: 'blue', percent: '120.00' }],
    ['≥95%', '94%', {}, { light: 'green', percent: '98.95' }],
    ['全年<=1次', '0', {}, { light: 'green', usedUp: false }],
    ['全年<=1次', '1', {}, { light: 'green', usedUp: true }],
    ['全年<=1次', '2次', {}, { light: 'red' }],
    ['<=10分钟', '0.1小时', {}, { light: 'green' }],
    ['<8.00小时', '8小时', {}, { light: 'red' }],
    ['<=0.00%', '0%', {}, { light: 'green' }],
    ['每月一次', '7次', {}, { light: 'green', planned: '7' }],
    ['每月一次', '4次', {}, { light: 'red', percent: '57.14' }],
    ['每季度1次', '2次', {}, { light: 'green', planned: '2' }],
    ['≥60台', '0', { curve: { kind: 'once', month: 9 } }, { kind: 'not-due', fromMonth: 9 }],
    ['9月底前完成', '', {}, { kind: 'not-due', fromMonth: 9 }],
    ['健全', '已建立', { band: '部分达成' }, { light: 'yellow' }],
    ['健全', '已建立', { band: '未达成' }, { light: 'red' }],
    ['健全', '已建立', {}, { kind: 'not-lit', reason: 'needs-band' }],
    ['≥60台', '', {}, { kind: 'not-lit', reason: 'not-reported' }],
    ['无', '0', {}, { kind: 'not-lit', reason: 'nothing-promised' }],
    ['每天≥2次', '400次', {}, { kind: 'not-lit', reason: 'period-missing' }],
    ['≥60台', '30人', {}, { kind: 'not-lit', reason: 'unit-differs' }],
  ])('%s with %s %o', (target, soFar, changes, standing) => {
    expect(monitorRow(report(target, soFar, changes), 7, rules).standing).toMatchObject(standing)
  })

  test('无 with 0 promises nothing', () => {
    const row = inventRow({ level3: '无', target: '0' })
    expect(monitorRow(report('0', '', { row }), 7, rules).standing).toMatchObject({ reason: 'nothing-promised' })
  })

  test('one purchase made at once is green in the month it is due, not red before', () => {
    const curve = { kind: 'monthly' as const, planned: Array.from({ length: 12 }, (_, at) => decimal(at < 8 ? 0 : 60)) }
    const light = (soFar: string, month: number) => monitorRow(report('≥60台', soFar, { curve }), month, rules).standing
    expect(light('0', 7)).toMatchObject({ light: 'green', planned: '0' })
    expect(light('60', 9)).toMatchObject({ light: 'green', percent: '100.00' })
  })

  test('a late row, or one the unit itself expects to miss, wants a reason', () => {
    const missing = (soFar: string, changes: Partial<RowReport> = {}) =>
      monitorRow(report('≥60台', soFar, changes), 7, rules).reasonMissing
    expect([
      missing('20'),
      missing('20', { reason: '招标流标' }),
      missing('35'),
      missing('35', { expected: '50台' }),
    ]).toEqual([true, false, false, true])
  })
})
