import type { IndicatorRow } from '../../form/form-content.ts'
import { inventForm, inventRow } from '../form-builder.ts'
import type { LintExample } from './lint-example.ts'

const rows = (...changes: Partial<IndicatorRow>[]) => inventForm({ indicators: changes.map(inventRow) })
const named = (level3: string, target: string, remark: string | null = null) => ({ level3, target, remark })

export const TARGET_EXAMPLES: readonly LintExample[] = [
  {
    code: 'target-missing',
    story: 'an indicator without a target',
    where: 'indicators[0].target',
    form: rows(named('运维报告出具情况', '')),
    nearMiss: rows(named('运维报告出具情况', '及时')),
  },
  {
    code: 'target-unreadable',
    story: 'two operators contradict each other',
    where: 'indicators[0].target',
    form: rows(named('设备完好情况', '≥≤95%')),
    nearMiss: rows(named('设备完好情况', '不低于95%')),
  },
  {
    code: 'equals-with-bound',
    story: 'an equals sign before 至少; an equals sign alone is fine',
    where: 'indicators[0].target',
    form: rows(named('设备检查', '=至少每天2次')),
    nearMiss: rows(named('月度例会', '=每月一次')),
  },
  {
    code: 'cost-without-amount',
    story: '100 % of cost items; a rate of the budget has a base, an amount is an amount',
    where: 'indicators[0].target',
    form: rows({ level2: '成本指标', ...named('维修工时费、软件采购费', '100%') }),
    nearMiss: rows(
      { level2: '成本指标', ...named('预算控制率', '≤100%') },
      { level2: '成本指标', ...named('维护费', '≤12万元') },
    ),
  },
  {
    code: 'denominator-missing',
    story: '100 % of how many rounds; the remark may say it',
    where: 'indicators[0].target',
    form: rows(named('巡检计划完成率', '=100%')),
    nearMiss: rows(named('巡检计划完成率', '=100%', '全年计划12次')),
  },
  {
    code: 'baseline-missing',
    story: 'fewer faults than last year, of which no number is given',
    where: 'indicators[0].target',
    form: rows(named('设备异常情况', '比上一年度有所减少')),
    nearMiss: rows(named('设备异常情况', '比上一年度有所减少', '2020年为7次')),
  },
  {
    code: 'targets-bare',
    story: 'every row says a bare number',
    where: 'indicators',
    form: rows(named('甲', '100%'), named('乙', '100'), named('丙', '95%')),
    nearMiss: rows(named('甲', '≥90%'), named('乙', '100%'), named('丙', '≤3次')),
  },
  {
    code: 'targets-all-hundred',
    story: '100 % on everything',
    where: 'indicators',
    form: rows(named('甲', '=100%'), named('乙', '100%'), named('丙', '100%'), named('丁', '100.00%')),
    nearMiss: rows(named('甲', '=100%'), named('乙', '100%'), named('丙', '100%'), named('丁', '≥95%')),
  },
  {
    code: 'rate-impossible',
    story: 'more than 100 % of users; growth may exceed 100 %',
    where: 'indicators[0].target',
    form: rows(named('平台使用率', '>=120%')),
    nearMiss: rows(named('业务量增长率', '>=120%')),
  },
  {
    code: 'rate-at-limit',
    story: 'at least 100 % satisfied; exactly 100 % done can be reached',
    where: 'indicators[0].target',
    form: rows(named('窗口群众满意度', '>=100%')),
    nearMiss: rows(named('备份恢复成功率', '=100%')),
  },
  {
    code: 'zero-tolerance-rate',
    story: 'a rate of 0 %; a count of 0 can be registered',
    where: 'indicators[0].target',
    form: rows(named('重大差错发生率', '<=0.00%')),
    nearMiss: rows(named('重大差错数', '0次')),
  },
  {
    code: 'unit-suspect',
    story: 'staff on site counted in visits; training counts visits',
    where: 'indicators[0].target',
    form: rows(named('驻场人员数量', '>=3人次')),
    nearMiss: rows(named('培训参加人次', '>=30人次')),
  },
  {
    code: 'speed-without-time',
    story: 'a speed without a unit of time',
    where: 'indicators[0].target',
    form: rows(named('信息传递速度', '>=10000KB')),
    nearMiss: rows(named('信息传递速度', '>=10000KB/s')),
  },
  {
    code: 'measured-after-year',
    story: 'satisfaction is asked one year after launch',
    where: 'indicators[0].target',
    form: rows(named('用户反馈情况', '≥80%', '上线运行一年后调查')),
    nearMiss: rows(named('用户反馈情况', '≥80%', '12月调查')),
  },
  {
    code: 'availability-looser-than-recovery',
    story: '99 % of a year allows 87.6 hours beside a recovery of 8',
    where: 'indicators[0].target',
    form: rows(named('叫号平台可用性', '≥99%'), named('故障恢复时间', '<8小时')),
    nearMiss: rows(named('叫号平台可用性', '≥99.9%'), named('故障恢复时间', '<8小时')),
  },
  {
    code: 'spelling-mixed',
    story: 'one limit in two spellings; two limits are two spellings',
    where: 'indicators[0].target',
    form: rows(named('甲类差错', '全年<=1次'), named('乙类差错', '全年不超过1次')),
    nearMiss: rows(named('甲类差错', '全年<=1次'), named('乙类差错', '全年不超过2次')),
  },
]
