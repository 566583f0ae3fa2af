import { inventForm, inventPart } from '../form-builder.ts'
import type { LintExample } from './lint-example.ts'

const during = (start: string, end: string, more: Readonly<Record<string, string>> = {}) =>
  inventForm({ fields: { 起始日期: start, 结束日期: end, ...more } })
const planned = (text: string) => inventForm({ fields: { 项目实施计划: text } })
const based = (text: string) => inventForm({ fields: { 立项依据: text } })
const evaluatedIn = (...years: number[]) =>
  inventForm({ stage: 'review', priorEvaluations: years.map((year) => ({ year, score: '', opinion: '' })) })

export const DATE_EXAMPLES: readonly LintExample[] = [
  {
    code: 'dates-reversed',
    story: 'the project ends before it starts',
    where: 'fields.结束日期',
    form: during('2021-12-31', '2021-01-01'),
    nearMiss: during('2021-06-01', '2021.6.1'),
  },
  {
    code: 'date-unreadable',
    story: '30 February is no day; blanks inside a date are',
    where: 'fields.结束日期',
    form: during('2021-01-01', '2021-02-30'),
    nearMiss: during('2021年  1 月  1 日', '2021年12 月 31日'),
  },
  {
    code: 'date-outside-year',
    story: 'a recurring project runs into the next year; a one-off project may',
    where: 'fields.结束日期',
    form: during('2021-01-01', '2022-03-31', { 项目口径: '经常性' }),
    nearMiss: during('2021-01-01', '2022-03-31', { 项目口径: '阶段性' }),
  },
  {
    code: 'end-before-year-end',
    story: 'the service ends on 30 December; a November end is a plan',
    where: 'fields.结束日期',
    form: during('2021-01-01', '2021-12-30'),
    nearMiss: during('2021-01-01', '2021-11-30'),
  },
  {
    code: 'plan-months-missing',
    story: 'March is in no step; a whole-year plan has no gap',
    where: 'fields.项目实施计划',
    form: planned('1-2月明确需求，4~6月安装调试，7月验收。'),
    nearMiss: planned('2021年全年巡检，1-2月签订合同，11、12月考核。'),
  },
  {
    code: 'plan-step-undated',
    story: 'the acceptance has no month',
    where: 'fields.项目实施计划',
    form: planned('1-6月安装调试，2021年内组织验收。'),
    nearMiss: planned('1-6月安装调试，7月组织验收。'),
  },
  {
    code: 'schedule-outside-project',
    story: 'a sub-project starts before the project',
    where: 'parts[0].fields.起止日期',
    form: inventForm({
      fields: { 起始日期: '2021-03-01', 结束日期: '2021-12-31' },
      parts: [inventPart({ fields: { 起止日期: '2021.1.1-2021.12.31' } })],
    }),
    nearMiss: inventForm({
      fields: { 起始日期: '2021-01-01', 结束日期: '2021-12-31' },
      parts: [inventPart({ fields: { 起止日期: '2021.1.1-2021.12.31' } })],
    }),
  },
  {
    code: 'basis-expired',
    story: 'the thirteenth five-year plan is cited for 2021; the fourteenth is in force',
    where: 'fields.立项依据',
    form: based('依据《青岚区政务服务“十三五”规划》实施。'),
    nearMiss: based('依据《青岚区政务服务“十四五”规划》和2018-2020年的经验实施。'),
  },
  {
    code: 'prior-years-stale',
    story: 'a form for 2021 lists 2017 to 2019',
    where: 'priorEvaluations',
    form: evaluatedIn(2017, 2018, 2019),
    nearMiss: evaluatedIn(2020, 2019, 2018),
  },
  {
    code: 'prior-years-not-consecutive',
    story: 'a year is missing between the prior years',
    where: 'priorEvaluations',
    form: evaluatedIn(2017, 2019, 2020),
    nearMiss: evaluatedIn(2018, 2019, 2020),
  },
]
