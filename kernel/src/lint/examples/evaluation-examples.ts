import { type Decimal, decimal } from '../../decimal.ts'
import type { IndicatorRow } from '../../form/form-content.ts'
import { inventEvaluation } from '../form-builder.ts'
import type { LintExample } from './lint-example.ts'

const points = (weight: string, score: string): { weight: Decimal; score: Decimal } => ({
  weight: decimal(weight),
  score: decimal(score),
})
const one = (changes: Partial<IndicatorRow>) => inventEvaluation([{ ...points('10', '10'), ...changes }])
const MONEY = { executionWeight: decimal('10'), executionScore: decimal('9.89') }
const totalled = (weight: string, score: string) => ({
  money: MONEY,
  totals: { weight: decimal(weight), score: decimal(score) },
})
const story = (text: string, level3 = '设备完好情况') =>
  inventEvaluation([{ ...points('90', '90'), level3 }], { fields: { 年度总体目标_实际完成情况: text } })

export const EVALUATION_EXAMPLES: readonly LintExample[] = [
  {
    code: 'weight-missing',
    story: 'a row has no weight',
    where: 'indicators[0].weight',
    form: one({ weight: null }),
    nearMiss: one({}),
  },
  {
    code: 'weights-not-hundred',
    story: 'the weights make 99.5; the execution row has its 10',
    where: 'totals.weight',
    form: inventEvaluation([points('89.5', '80')], totalled('100', '89.89')),
    nearMiss: inventEvaluation([points('50', '50'), points('40.00', '40')], totalled('100', '99.89')),
  },
  {
    code: 'total-weight-differs',
    story: 'the printed total of weights is not their sum',
    where: 'totals.weight',
    form: inventEvaluation([points('90', '90')], totalled('90', '99.89')),
    nearMiss: inventEvaluation([points('90', '90')], totalled('100.00', '99.89')),
  },
  {
    code: 'score-missing',
    story: 'a row has no score',
    where: 'indicators[0].score',
    form: one({ score: null }),
    nearMiss: one({ score: decimal('0'), reason: '设备停用。', actual: '0%' }),
  },
  {
    code: 'score-above-weight',
    story: 'a row scores more than its weight',
    where: 'indicators[0].score',
    form: one({ score: decimal('10.01') }),
    nearMiss: one({ score: decimal('10.00') }),
  },
  {
    code: 'score-off-proportion',
    story: '99 of 100 is 9.90 of 10 and the unit gives 9; rounding to 9.9 is fine',
    where: 'indicators[0].score',
    form: one({ target: '≥100%', actual: '99%', score: decimal('9'), reason: '尚可提升。' }),
    nearMiss: one({ target: '≥100%', actual: '99%', score: decimal('9.9'), reason: '尚可提升。' }),
  },
  {
    code: 'reason-missing',
    story: 'a point is lost without a word',
    where: 'indicators[0].reason',
    form: one({ score: decimal('9'), reason: ' ' }),
    nearMiss: one({ score: decimal('9'), reason: '考核机制有待完善。' }),
  },
  {
    code: 'total-score-differs',
    story: 'the printed total is not the sum of the scores',
    where: 'totals.score',
    form: inventEvaluation([points('90', '89')], totalled('100', '98.98')),
    nearMiss: inventEvaluation([points('90', '89')], totalled('100', '98.89')),
  },
  {
    code: 'all-full-score',
    story: 'every row has full points; one lost point breaks the row',
    where: 'indicators',
    form: inventEvaluation([points('30', '30'), points('30', '30'), points('30', '30')]),
    nearMiss: inventEvaluation([points('30', '30'), points('30', '30'), { ...points('30', '29'), reason: '略低。' }]),
  },
  {
    code: 'actual-missing',
    story: 'nothing was measured',
    where: 'indicators[0].actual',
    form: one({ actual: '' }),
    nearMiss: one({ actual: '0%', score: decimal('0'), reason: '未启用。' }),
  },
  {
    code: 'actual-repeats-target',
    story: 'the actual is the target over again; a grade may be answered by its own word',
    where: 'indicators[0].actual',
    form: one({ target: '>=98%', actual: '>=98%' }),
    nearMiss: one({ target: '合格', actual: '合格' }),
  },
  {
    code: 'actual-has-operator',
    story: 'an actual with a comparison sign',
    where: 'indicators[0].actual',
    form: one({ target: '>=98%', actual: '>=99%' }),
    nearMiss: one({ target: '>=98%', actual: '99%' }),
  },
  {
    code: 'condition-unproved',
    story: 'built and carried out is answered by built',
    where: 'indicators[0].actual',
    form: one({ target: '建立并进行考核', actual: '已建立', score: decimal('9'), reason: '待完善。' }),
    nearMiss: one({ target: '建立并进行考核', actual: '已建立并进行考核' }),
  },
  {
    code: 'achievements-without-counts',
    story: 'results are listed without one number; a year is no count',
    where: 'fields.年度总体目标_实际完成情况',
    form: story('2021年完成设备巡检。组织业务培训。编制管理规范。'),
    nearMiss: story('2021年完成设备巡检12次。组织业务培训3场。编制管理规范。'),
  },
  {
    code: 'achievement-without-indicator',
    story: 'two systems were built and no row is about them',
    where: 'fields.年度总体目标_实际完成情况',
    form: story('建成认证中心1个，接入视频会议8场。'),
    nearMiss: story('建成认证中心1个，接入视频会议8场。', '认证中心和视频会议保障情况'),
  },
]
