import type { Words } from './rule-line.ts'

/** What a rule after the approval is about. */
export const LIFE_TOPICS = {
  budgetMeeting: { zh: '预算会', en: 'Budget meeting' },
  gathering: { zh: '集中监控', en: 'Gathered monitoring' },
  covered: { zh: '监控覆盖', en: 'Money monitored' },
  alerts: { zh: '监控提示', en: 'Alerts' },
  remedies: { zh: '灯的后果', en: 'What lights call for' },
  answer: { zh: '整改答复', en: 'Answers to notices' },
  selfEvaluating: { zh: '自评', en: 'Self-evaluation' },
  sampling: { zh: '复核抽样', en: 'Sampling' },
  key: { zh: '重点评价', en: 'Key evaluation' },
  parts: { zh: '重点评价的部分', en: 'Parts of a key evaluation' },
  application: { zh: '结果应用', en: 'What a result means' },
  feedback: { zh: '结果反馈', en: 'Feedback' },
} as const satisfies Words

export const LIFE_RULES = {
  budgetMeeting: {
    zh: '上年 {month} 月开，申报赶在会前',
    en: 'held in month {month} of the year before; declarations come before it',
  },
  gathered: {
    zh: '{month} 月报 1—{through} 月，{day} 前报',
    en: 'months 1–{through} are reported in month {month}, by {day}',
  },
  covered: { zh: '不低于部门项目资金的 {percent}%', en: 'at least {percent}% of a department’s project money' },
  alerts: {
    zh: '预算执行低于 {below}% 或高于 {above}%、付款超前 {ahead} 个百分点、指标偏差 {off}% 以上的提示',
    en: 'execution below {below}% or above {above}%, payment {ahead} points ahead of the work, rows {off}% off',
  },
  remedy: { zh: '连续 {months} 个月{light}灯：{remedy}', en: '{months} months {light}: {remedy}' },
  red: { zh: '红', en: 'red' },
  yellow: { zh: '黄', en: 'yellow' },
  remind: { zh: '提醒', en: 'a reminder' },
  correct: { zh: '限期整改', en: 'a correction by a day' },
  'hold-payment': { zh: '暂缓拨款', en: 'holding payment' },
  answer: { zh: '{days} 天内答复，通知另写期限的除外', en: 'within {days} days unless the notice names a day' },
  selfEvaluating: {
    zh: '年后 {months} 个月内开始，{day} 前完成',
    en: 'begun within {months} months of the year, done by {day}',
  },
  sampling: {
    zh: '{strata}；抽签的各层抽 {share}%，每个单位至少 {unit} 份',
    en: '{strata}; {share}% of the strata drawn by lot, at least {unit} of every unit',
  },
  certain: { zh: '{stratum}全部复核', en: 'all of {stratum}' },
  lot: { zh: '{stratum}抽签', en: '{stratum} by lot' },
  key: { zh: '至少 {experts} 位专家，取平均', en: 'at least {experts} experts, the mean counts' },
  drop: {
    zh: '满 {from} 位时去掉一个最高分和一个最低分',
    en: 'from {from} on the highest and the lowest are left out',
  },
  part: { zh: '{name} {weight} 分', en: '{name} {weight}' },
  effect: { zh: '{grade}：{effect}', en: '{grade}: {effect}' },
  support: { zh: '优先支持', en: 'support' },
  improve: { zh: '改进后安排', en: 'improve first' },
  cut: { zh: '压减预算', en: 'cut' },
  'hold-until-rectified': { zh: '整改后再安排', en: 'hold until corrected' },
  unanswered: { zh: '整改未答复：{effect}', en: 'correction unanswered: {effect}' },
  past: { zh: '审核时看前 {years} 年得分', en: 'reviewers see the scores of {years} years' },
  feedback: { zh: '{months} 个月内反馈结果', en: 'the result is given back within {months} months' },
} as const satisfies Words
