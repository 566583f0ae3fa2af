import { decimal } from '@shiji/kernel/decimal'
import { inventForm, inventRow } from '@shiji/kernel/lint/form-builder'
import { findRulePack, type RulePack } from '@shiji/kernel/rule-pack'
import { requestOfForm } from '@shiji/kernel/scoring/request-of-form'
import { scoreForm } from '@shiji/kernel/scoring/score-form'
import { describe, expect, test } from 'vitest'
import { loadRulePacks } from './load-packs.ts'

/** Every rule of rules.md §3.6 that says A (seen on a form) or B (seen in a public text), on the packs themselves. */

const PACKS = loadRulePacks()

function packOf(place: string): RulePack {
  const pack = findRulePack(PACKS, { place, stage: 'self-evaluation', day: '2022-01-15' })
  if (pack === null) throw new Error(`no pack of ${place}`)
  return pack
}

type Scored = { target: string; actual: string; weight: string; score?: string; reason?: string; level2?: string }

/** One row of a self-evaluation scored by a pack: its points and what a person must say to it. */
function score({ weight, score: own, ...row }: Scored, pack = packOf('cn')) {
  const given = { ...row, weight: decimal(weight), score: own === undefined ? null : decimal(own) }
  const form = inventForm({ stage: 'self-evaluation', year: 2021, indicators: [inventRow(given)] })
  const { rows, warnings } = scoreForm(requestOfForm(form), pack)
  const [first] = rows
  const outcome = first?.outcome.kind === 'scored' ? first.outcome : null
  return { points: outcome?.score ?? null, band: outcome?.band ?? null, asks: warnings.map(({ code }) => code) }
}

function execution(fullYear: string, executed: string, indicators = '89', pack = packOf('cn-sh')) {
  const money = {
    initial: decimal(fullYear),
    fullYear: decimal(fullYear),
    executed: decimal(executed),
    weight: decimal('10'),
  }
  const row = inventRow({ target: '≥1', actual: '1', weight: decimal('90'), score: decimal(indicators), reason: '—' })
  return scoreForm(requestOfForm(inventForm({ stage: 'self-evaluation', year: 2021, money, indicators: [row] })), pack)
}

describe('§3.6 scoring', () => {
  test.each([
    ['57607470', '56961217', '98.88', '9.89'],
    ['7693200', '7663902', '99.62', '9.96'],
    ['200000', '196890', '98.45', '9.84'],
    ['100', '120', '120.00', '10.00'],
    ['0', '5', '0.00', '0.00'],
  ])('R-EXEC (A, capped B): of %s executed %s: %s %% earns %s', (budget, executed, rate, points) => {
    expect(execution(budget, executed).execution).toMatchObject({ rate, score: points })
  })

  test.each<[string, Scored, string | null]>([
    ['R-POS (B): 99 of 100', { target: '≥100%', actual: '99%', weight: '10' }, '9.90'],
    ['R-POS (B): 700 of 732 inspections', { target: '≥732次', actual: '700次', weight: '15' }, '14.34'],
    ['R-POS (B): reached', { target: '≥95%', actual: '95%', weight: '10' }, '10.00'],
    ['R-POS (B): a negative actual counts as zero', { target: '≥95%', actual: '-3%', weight: '10' }, '0.00'],
    ['R-EQ (B): exceeding is full', { target: '=12次', actual: '13次', weight: '5' }, '5.00'],
    ['R-EQ (B): falling short', { target: '=100%', actual: '98.5%', weight: '15' }, '14.78'],
    ['R-ZERO (B): kept', { target: '=0次', actual: '0次', weight: '5' }, '5.00'],
    ['R-ZERO (B): missed', { target: '=0次', actual: '1次', weight: '5' }, '0.00'],
    ['R-NEG-LIN (B): on the limit', { target: '≤1次', actual: '1次', weight: '5' }, '5.00'],
    ['R-NEG-LIN (B): twice the limit', { target: '≤1次', actual: '2次', weight: '5' }, '0.00'],
    ['R-NEG-LIN (B): 12 of 10 minutes', { target: '≤10分钟', actual: '12分钟', weight: '5' }, '4.00'],
    ['R-TOTAL (A): a row without an actual adds nothing', { target: '≥1次', actual: '', weight: '5' }, null],
  ])('%s', (_, row, points) => {
    expect(score(row).points).toBe(points)
  })

  test('R-NEG-RATIO (B): a place may divide the limit by the actual', () => {
    const pack = packOf('cn')
    const negative = { ...pack.scoring.negative, method: 'ratio' as const }
    const row = { target: '≤10分钟', actual: '12分钟', weight: '5' }
    expect(score(row, { ...pack, scoring: { ...pack.scoring, negative } }).points).toBe('4.17')
  })

  test.each([
    ['10', '达成'],
    ['8', '达成'],
    ['7.99', '部分达成'],
    ['6', '部分达成'],
    ['5.99', '未达成'],
  ])('R-QUAL (B): %s of 10 lies in %s, the lower edge with it', (points, band) => {
    const row = { target: '及时', actual: '基本及时', weight: '10', score: points, reason: '流程待完善' }
    expect(score(row)).toMatchObject({ points: `${Number(points).toFixed(2)}`, band })
  })

  test('R-OVER (B): from 1.3 times the target a reason is compulsory', () => {
    const asks = (actual: string) => score({ target: '≥100次', actual, weight: '10' }).asks
    expect(asks('130次')).toContain('over-achievement-needs-reason')
    expect(asks('129次')).not.toContain('over-achievement-needs-reason')
  })

  test('R-REASON (A): below full score the reason is compulsory, with any accident where none was promised', () => {
    expect(score({ target: '≥100%', actual: '99%', weight: '10' }).asks).toContain('reason-required')
    expect(score({ target: '=0次', actual: '1次', weight: '5' }).asks).toContain('reason-required')
  })

  test.each([
    ['57607470', '56961217', '89', '98.89', '优'],
    ['7693200', '7663902', '89', '98.96', '优'],
  ])('R-TOTAL (A): %s and %s with %s points make %s, %s', (budget, executed, indicators, ...[total, grade]) => {
    const { printedTotal, printedGrade } = execution(budget, executed, indicators)
    expect([printedTotal, printedGrade?.zh]).toEqual([total, grade])
  })

  test.each([
    ['57607470', '56961217', '89', null],
    ['7693200', '7663902', '89', null],
    ['100', '94.99', '90', 'red'],
    ['100', '79.99', '70', 'yellow'],
    ['0', '0', '90', 'yellow'],
  ])('R-WARN (B): of %s executed %s with %s of 90 points: %s', (budget, executed, indicators, light) => {
    expect(execution(budget, executed, indicators).light).toBe(light)
  })
})
