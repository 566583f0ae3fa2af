import type { LintCatalogue } from '../lint-catalogue.ts'

/** Dates, plans and years. */
export const DATE_WORDING = {
  'dates-reversed': {
    severity: 'error',
    message: { zh: '开始日期{start}晚于结束日期{end}。', en: 'The start {start} is after the end {end}.' },
    why: { zh: '起止颠倒，无法按进度监控。', en: 'Progress cannot be measured backwards.' },
    advice: { zh: '请核对两个日期。', en: 'Check both dates.' },
  },
  'date-unreadable': {
    severity: 'error',
    message: { zh: '“{field}”的“{text}”不是日期。', en: '"{text}" in "{field}" is no date.' },
    why: { zh: '日期是进度监控的基础。', en: 'Monitoring is built on the dates.' },
    advice: { zh: '请写成2021-01-01或2021年1月1日。', en: 'Write 2021-01-01 or 2021年1月1日.' },
  },
  'date-outside-year': {
    severity: 'warning',
    message: { zh: '“{field}”{date}不在{year}年度内。', en: '"{field}" {date} lies outside fiscal year {year}.' },
    why: {
      zh: '经常性项目和当年预算只管一个财政年度。',
      en: 'A recurring project and its budget cover one fiscal year.',
    },
    advice: { zh: '请核对日期或年度。', en: 'Check the date or the year.' },
  },
  'end-before-year-end': {
    severity: 'hint',
    message: {
      zh: '结束日期{date}比年度末早{days}天。',
      en: 'The end {date} is {days} day(s) before the end of the year.',
    },
    why: { zh: '最后几天没有服务期，可能是笔误。', en: 'The last days are not covered; it may be a slip.' },
    advice: { zh: '如为全年服务，请改为12月31日。', en: 'For a whole-year service write 31 December.' },
  },
  'plan-months-missing': {
    severity: 'hint',
    message: { zh: '实施计划没有安排{months}。', en: 'The plan leaves out {months}.' },
    why: { zh: '计划中断，看不出这段时间做什么。', en: 'Nobody can see what happens in the gap.' },
    advice: { zh: '请补充这段时间的安排。', en: 'Say what is planned for it.' },
  },
  'plan-step-undated': {
    severity: 'hint',
    message: { zh: '实施计划中的“{step}”没有写月份。', en: 'The plan names no month for "{step}".' },
    why: { zh: '没有时间就无法催办和监控。', en: 'Without a date it can neither be urged nor monitored.' },
    advice: { zh: '请写明月份。', en: 'Name the month.' },
  },
  'schedule-outside-project': {
    severity: 'warning',
    message: {
      zh: '“{period}”超出项目起止日期（{start}至{end}）。',
      en: '"{period}" lies outside the project ({start} to {end}).',
    },
    why: { zh: '进度必须落在项目期内。', en: 'The schedule must lie inside the project.' },
    advice: { zh: '请核对时间。', en: 'Check the dates.' },
  },
  'basis-expired': {
    severity: 'hint',
    message: {
      zh: '{year}年度的项目引用了已到期的“{plan}”（到{to}年）。',
      en: 'The {year} project cites "{plan}", which ended in {to}.',
    },
    why: { zh: '过期的规划不能作为立项或实施的依据。', en: 'An expired plan is no basis.' },
    advice: { zh: '请改引现行文件。', en: 'Cite the plan in force.' },
  },
  'prior-years-stale': {
    severity: 'hint',
    message: {
      zh: '前三年度列到{last}年，而表是{year}年度的。',
      en: 'The three prior years end with {last} on a form for {year}.',
    },
    why: { zh: '上一年度已评价的，应列入。', en: 'Last year belongs in the list once it is evaluated.' },
    advice: { zh: '请按申报日期核对三个年度。', en: 'Check the three years against the filing date.' },
  },
  'prior-years-not-consecutive': {
    severity: 'warning',
    message: {
      zh: '前三年度（{years}）不是连续的三年。',
      en: 'The prior years ({years}) are not three years in a row.',
    },
    why: { zh: '审核要看连续三年的得分。', en: 'Reviewers compare three years in a row.' },
    advice: { zh: '请核对年度。', en: 'Check the years.' },
  },
} as const satisfies LintCatalogue
