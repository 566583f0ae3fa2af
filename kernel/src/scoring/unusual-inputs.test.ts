import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compare, decimal } from '../decimal.ts'
import type { Evaluation } from './evaluation.ts'
import { inventedPack } from './invented-pack.ts'
import { scoreForm } from './score-form.ts'
import type { IndicatorRequest, ScoreRequest } from './score-request.ts'

const PACK = inventedPack()
const ROW: IndicatorRequest = {
  ...{ level1: '产出指标', level2: '数量指标', level3: '甲', target: '', actual: '', weight: '10' },
  ...{ score: '', reason: '', band: '', bandScore: '', baseline: '' },
}

function evaluate(rows: readonly Partial<IndicatorRequest>[], budget: ScoreRequest['budget'] = null): Evaluation {
  const indicators = rows.map((row) => ({ ...ROW, ...row }))
  return scoreForm({ rulePack: null, year: 2024, moneyUnit: '万元', budget, indicators }, PACK)
}

function scoreOf(row: Partial<IndicatorRequest>): string {
  const outcome = evaluate([row]).rows[0]?.outcome
  return outcome?.kind === 'scored' ? outcome.score : `${outcome?.reason}`
}

test.each([
  ['≥0', '-1', '0.00'],
  ['≥-5%', '-6%', '0.00'],
  ['>0', '0', '0.00'],
  ['>0', '0.01', '10.00'],
  ['同比增幅≥5%', '4%', '8.00'],
  ['同比增幅≥5%', '-1%', '0.00'],
  ['同比降幅≥5%', '4%', '8.00'],
  ['同比增幅≥5%', '下降1%', '0.00'],
  ['较上年增长≥5%', '104%', 'needs-band'],
  ['≤0', '0', '10.00'],
  ['≤0', '1', '0.00'],
  ['0起', '1起', '0.00'],
  ['零事故', '无', '10.00'],
  ['≤5次', '-1', '10.00'],
  ['≤5次', '6', '8.00'],
  ['≤5次', '10', '0.00'],
  ['90%-95%', '98%', '9.68'],
  ['90%-95%', '80%', '8.89'],
  ['≥80%且≤100%', '110%', '9.00'],
  ['≥95%', '120%', '10.00'],
  ['≥95%', '-5%', '0.00'],
  ['≥95%', '', 'no-actual'],
  ['≥95%', '0.95', 'unit-differs'],
  ['≥95%', '1', 'unit-differs'],
  ['≥1%', '0.5', '5.00'],
  ['≥1万人次', '9000', '9.00'],
  ['无', '0', 'not-applicable'],
  ['≤前三年平均值', '5', 'target-unreadable'],
  ['每年6月、12月各1次', '1次', '5.00'],
  ['每日9:00、15:00各1次', '730次', 'period-missing'],
  ['一季度≥20%，二季度≥45%，三季度≥70%，四季度≥95%', '90%', '9.47'],
  ['一季度25%，二季度25%，三季度25%，四季度25%', '100%', 'needs-band'],
  ['≥95%，力争98%', '96%', '10.00'],
])('target %j with actual %j scores %s', (target, actual, expected) => {
  expect(scoreOf({ level3: target === '零事故' ? '事故数' : '甲', target, actual })).toBe(expected)
})

test.each([
  ['0', '0', '0.00', '0.00'],
  ['', '5', '0.00', '0.00'],
  ['100', '', null, null],
  ['100', '120', '120.00', '10.00'],
  ['-100', '50', null, null],
  ['100', '-5', null, null],
  ['100万元', '500000元', '50.00', '5.00'],
  ['100', '98.445', '98.45', '9.84'],
])('a budget of %j with %j spent has the rate %s and %s points', (fullYear, executed, rate, score) => {
  const { execution } = evaluate([], { initial: '', fullYear, executed, weight: '10', score: '' })
  expect([execution?.rate, execution?.score]).toEqual([rate, score])
})

const percent = fc.integer({ min: 1, max: 100 }).map(String)

test('the stages of a year score by their last', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 1, max: 100 }), { minLength: 4, maxLength: 4 }),
      percent,
      (all, actual) => {
        const stages = all.toSorted((one, other) => one - other)
        fc.pre(stages.reduce((sum, stage) => sum + stage, 0) !== 100)
        const target = stages.map((stage, at) => `${'一二三四'[at]}季度≥${stage}%`).join('，')
        expect(scoreOf({ target, actual: `${actual}%` })).toBe(
          scoreOf({ target: `≥${stages[3]}%`, actual: `${actual}%` }),
        )
      },
    ),
  )
})

test('digits set apart score as they do together', () => {
  fc.assert(
    fc.property(fc.integer({ min: 10, max: 9999 }), fc.integer({ min: 0, max: 9999 }), (value, reached) => {
      const actual = `${reached}次`
      expect(scoreOf({ target: `≥${[...String(value)].join(' ')} 次`, actual })).toBe(
        scoreOf({ target: `≥${value}次`, actual }),
      )
    }),
  )
})

test('whatever the weights add up to, no row leaves its bounds and a wrong sum is told', () => {
  const row = fc.record({
    target: fc.constantFrom('≥95%', '≤5次', '0起', '90%-95%', '≥-3', '优', '每月2次', '±5%'),
    actual: fc.oneof(fc.integer({ min: -200, max: 300 }).map(String), fc.constantFrom('', '96%', '优', '0.5', '无')),
    weight: fc.integer({ min: 0, max: 60 }).map(String),
  })
  fc.assert(
    fc.property(fc.array(row, { maxLength: 8 }), (rows) => {
      const { rows: judged, warnings } = evaluate(rows)
      judged.forEach(({ outcome }, at) => {
        if (outcome.kind !== 'scored') return
        expect(compare(outcome.score, decimal('0')) >= 0).toBe(true)
        expect(compare(outcome.score, decimal(rows[at]?.weight ?? '0')) <= 0).toBe(true)
      })
      const sum = rows.reduce((total, { weight }) => total + Number(weight), 0)
      expect(warnings.some(({ code }) => code === 'weights-not-total')).toBe(sum !== 100)
    }),
  )
})
