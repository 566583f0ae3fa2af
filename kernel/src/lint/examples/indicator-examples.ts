import { decimal } from '../../decimal.ts'
import type { IndicatorRow } from '../../form/form-content.ts'
import { inventEvaluation, inventForm, inventRow, inventTemplate } from '../form-builder.ts'
import type { LintExample } from './lint-example.ts'

const TREE = inventTemplate({ tree: [{ name: '效益指标', level2: ['社会效益', '可持续影响'] }] })
const row = (changes: Partial<IndicatorRow>) => inventForm({ indicators: [inventRow(changes)] })

export const INDICATOR_EXAMPLES: readonly LintExample[] = [
  {
    code: 'indicator-name-missing',
    story: 'a target without a name; a row nobody filled is no row',
    where: 'indicators[0].level3',
    form: row({ level3: '', target: '完成' }),
    nearMiss: inventForm({ indicators: [inventRow(), inventRow({ level3: '', target: '' })] }),
  },
  {
    code: 'indicator-level-missing',
    story: 'a row belongs nowhere',
    where: 'indicators[0].level2',
    form: row({ level2: '' }),
    nearMiss: row({}),
  },
  {
    code: 'level-not-in-tree',
    story: 'a level the sheet does not have; 可持续效益 is 可持续影响',
    where: 'indicators[0].level2',
    template: TREE,
    form: row({ level1: '效益指标', level2: '人力资源' }),
    nearMiss: row({ level1: '效果目标', level2: '可持续效益' }),
  },
  {
    code: 'level-misfit',
    story: 'a response time under economic effect; the completion rate of rounds may stand anywhere',
    where: 'indicators[0].level2',
    form: row({ level1: '效果目标', level2: '经济效益', level3: '叫号故障响应时间', target: '≤10分钟' }),
    nearMiss: row({
      level1: '产出目标',
      level2: '质量',
      level3: '巡检工作计划完成率',
      target: '=100%',
      remark: '12次',
    }),
  },
  {
    code: 'satisfaction-not-measured',
    story: 'a rule is counted as satisfaction',
    where: 'indicators[0].level3',
    form: row({ level1: '满意度指标', level2: '服务对象满意度', level3: '考核制度建立情况', target: '建立' }),
    nearMiss: row({ level1: '满意度指标', level2: '服务对象满意度', level3: '窗口群众好评率', target: '≥90%' }),
  },
  {
    code: 'name-truncated',
    story: 'the name wants an object; 普及 ends a word',
    where: 'indicators[0].level3',
    form: row({ level3: '自助取号的广泛应用有助于提高', target: '有效' }),
    nearMiss: row({ level3: '自助取号普及', target: '有效' }),
  },
  {
    code: 'judgement-in-name',
    story: 'the name says the satisfaction is high; a grade target says its own verdict',
    where: 'indicators[0].level3',
    form: row({ level1: '满意度指标', level2: '服务对象满意度', level3: '群众满意度较高', target: '95%' }),
    nearMiss: row({ level3: '设备运行良好', target: '良好' }),
  },
  {
    code: 'weight-concentrated',
    story: 'one row carries 30 points; 25 are allowed',
    where: 'indicators[0].weight',
    form: inventEvaluation([{ weight: decimal('30'), score: decimal('30') }]),
    nearMiss: inventEvaluation([{ weight: decimal('25'), score: decimal('25') }]),
  },
  {
    code: 'row-not-applicable',
    story: '经济效益 is 无 with 0; an accident count of 0 is a promise',
    where: 'indicators[0].target',
    form: row({ level1: '效益指标', level2: '经济效益', level3: '无', target: '0' }),
    nearMiss: row({ level2: '质量指标', level3: '安全事故起数', target: '0起' }),
  },
  {
    code: 'not-applicable-with-weight',
    story: 'a row that does not apply weighs 5',
    where: 'indicators[0].weight',
    form: inventEvaluation([{ level3: '无', target: '0', weight: decimal('5') }]),
    nearMiss: inventEvaluation([{ level3: '无', target: '0', weight: decimal('0') }]),
  },
]
