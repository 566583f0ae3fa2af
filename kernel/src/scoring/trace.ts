import { type Language, say, type Wording, type WordingParameters } from '../wording.ts'

/** Ids of the scoring rules (rules.md §3.6). */
export type RuleId =
  | 'R-EXEC'
  | 'R-EXEC-BAND'
  | 'R-POS'
  | 'R-POS-GATE'
  | 'R-EQ'
  | 'R-ZERO'
  | 'R-NEG-LIN'
  | 'R-NEG-RATIO'
  | 'R-RANGE'
  | 'R-QUAL'
  | 'R-PASS'
  | 'R-SAT-BAND'
  | 'R-DEADLINE'
  | 'R-REL'
  | 'R-SEVERAL'
  | 'R-NA'

/** How a score came about: the rule and its steps, each a coded sentence with the numbers used. */
export type Trace = { readonly rule: RuleId | null; readonly steps: readonly TraceStep[] }
export type TraceStep = { readonly code: TraceCode; readonly parameters: WordingParameters }
export type TraceCode = keyof typeof SENTENCES

const SENTENCES = {
  met: {
    zh: '实际 {actual} 达到目标 {target}，得满分 {score}',
    en: 'actual {actual} meets target {target}: full {score}',
  },
  ratio: {
    zh: '实际 {actual} ÷ 目标 {target} × 分值 {weight} = {exact}',
    en: 'actual {actual} ÷ target {target} × weight {weight} = {exact}',
  },
  'no-ratio': {
    zh: '实际 {actual} 未达到目标 {target}，该目标无法按比例计分，得 0.00',
    en: 'actual {actual} misses target {target}, to which no ratio exists: 0.00',
  },
  'zero-met': { zh: '目标为零，实际 {actual}，得满分 {score}', en: 'target zero, actual {actual}: full {score}' },
  'zero-missed': { zh: '目标为零，实际 {actual}，得 0.00', en: 'target zero, actual {actual}: 0.00' },
  'within-limit': {
    zh: '实际 {actual} 符合目标 {target}，得满分 {score}',
    en: 'actual {actual} keeps target {target}: full {score}',
  },
  'over-linear': {
    zh: '分值 {weight} ×（1 −（实际 {actual} − 上限 {target}）÷ {target}）= {exact}',
    en: 'weight {weight} × (1 − (actual {actual} − limit {target}) ÷ {target}) = {exact}',
  },
  'over-double': {
    zh: '实际 {actual} 达到上限 {target} 的两倍，得 0.00',
    en: 'actual {actual} is twice the limit {target} or more: 0.00',
  },
  'over-ratio': {
    zh: '上限 {target} ÷ 实际 {actual} × 分值 {weight} = {exact}',
    en: 'limit {target} ÷ actual {actual} × weight {weight} = {exact}',
  },
  gate: {
    zh: '完成率 {rate}，分值 {weight} ×（{rate} − {passLine}）÷（100% − {passLine}）= {exact}',
    en: 'rate {rate}, weight {weight} × ({rate} − {passLine}) ÷ (100% − {passLine}) = {exact}',
  },
  'below-gate': {
    zh: '完成率 {rate} 低于及格线 {passLine}，得 0.00',
    en: 'rate {rate} is below the pass line {passLine}: 0.00',
  },
  'all-or-nothing': {
    zh: '实际 {actual} 未达到目标 {target}，本规则不按比例计分，得 0.00',
    en: 'actual {actual} misses target {target}; this rule gives no part: 0.00',
  },
  inside: {
    zh: '实际 {actual} 在目标 {lower} 至 {upper} 之内，得满分 {score}',
    en: 'actual {actual} lies within {lower} to {upper}: full {score}',
  },
  'share-band': {
    zh: '{actual} 落在“{from} 及以上”一档，得分值 {weight} × {share} = {exact}',
    en: '{actual} falls into the band from {from}: weight {weight} × {share} = {exact}',
  },
  rounded: { zh: '四舍五入为 {score}', en: 'rounded half up to {score}' },
  execution: {
    zh: '执行 {executed} ÷ 预算 {budget} = {rate}，× 分值 {weight} = {exact}',
    en: 'executed {executed} ÷ budget {budget} = {rate}, × weight {weight} = {exact}',
  },
  'execution-capped': {
    zh: '执行 {executed} 不少于预算 {budget}，得满分 {score}',
    en: 'executed {executed} is not less than budget {budget}: full {score}',
  },
  'budget-zero': {
    zh: '预算为零或空白，不作除法，得 0.00',
    en: 'the budget is zero or blank, nothing is divided: 0.00',
  },
  reduced: {
    zh: '超额完成 {ratio} 倍，按规则扣分值的 {share}',
    en: 'over-achieved {ratio} times; the rule takes {share} of the weight away',
  },
  'band-chosen': {
    zh: '单位选定“{band}”，得分 {score} 在 {low} 至 {high} 之间',
    en: 'the unit chose “{bandEn}”, its score {score} lies between {low} and {high}',
  },
  'band-of-score': {
    zh: '单位自评得分 {score}，属“{band}”（{low} 至 {high}）',
    en: 'the unit scored {score}, which is “{bandEn}” ({low} to {high})',
  },
  'band-rejected': {
    zh: '“{band}”只允许 {low} 至 {high}，填报 {score} 不予采用',
    en: '“{bandEn}” allows {low} to {high} only; {score} is not accepted',
  },
  'band-unknown': { zh: '规则中没有“{band}”这一档', en: 'the rules know no band “{band}”' },
  'band-score-missing': {
    zh: '已选“{band}”，请在 {low} 至 {high} 之间填写得分',
    en: '“{bandEn}” is chosen; give a score between {low} and {high}',
  },
  'score-not-accepted': {
    zh: '单位自评得分 {score} 不在 0 至分值 {weight} 之间或多于两位小数，不予采用',
    en: 'the unit’s score {score} is not between 0 and weight {weight} with two decimals; not accepted',
  },
  fulfilled: {
    zh: '实际“{actual}”表明已达成“{target}”，按“{band}”得满分 {score}，待人工确认',
    en: 'actual “{actual}” says “{target}” is reached: “{bandEn}”, full {score}, to be confirmed by a person',
  },
  failed: {
    zh: '实际“{actual}”表明未达成“{target}”，得 0.00，待人工确认',
    en: 'actual “{actual}” says “{target}” is not reached: 0.00, to be confirmed by a person',
  },
  'needs-band': {
    zh: '实际“{actual}”不足以判断是否达成“{target}”，请选定档次并给分',
    en: 'actual “{actual}” does not settle whether “{target}” is reached; choose a band and a score',
  },
  'done-in-time': {
    zh: '{actual} 完成，不晚于 {target}，得满分 {score}',
    en: 'done {actual}, not after {target}: full {score}',
  },
  change: {
    zh: '实际 {actual} 与上年 {baseline} 相比变化 {change}',
    en: 'actual {actual} against last year’s {baseline} is a change of {change}',
  },
  'every-part-met': { zh: '各项均已达到，得满分 {score}', en: 'every part is met: full {score}' },
  'printed-differs': {
    zh: '单位自评 {printed}，与规则得分 {score} 相差 {difference}',
    en: 'the unit scored {printed}, {difference} from the rule’s {score}',
  },
  'execution-band': {
    zh: '执行率 {rate} 落在“{from} 及以上”一档，得分值 {weight} × {share} = {exact}',
    en: 'execution rate {rate} falls into the band from {from}: weight {weight} × {share} = {exact}',
  },
  'no-actual': { zh: '没有实际完成值，不计分', en: 'no actual value, not scored' },
  'no-target': { zh: '没有指标值，不计分', en: 'no target, not scored' },
  'target-unreadable': { zh: '指标值“{target}”无法识别，不计分', en: 'target “{target}” cannot be read, not scored' },
  'actual-unreadable': {
    zh: '实际完成值“{actual}”无法与指标值“{target}”比较，不计分',
    en: 'actual “{actual}” cannot be compared with target “{target}”, not scored',
  },
  'unit-differs': {
    zh: '实际单位“{actualUnit}”与目标单位“{targetUnit}”不同，不计分',
    en: 'actual is in “{actualUnit}”, target in “{targetUnit}”, not scored',
  },
  'unit-suspect': {
    zh: '目标是百分数，实际“{actual}”没有百分号且不大于 1，请写明单位',
    en: 'the target is a percentage and actual “{actual}” has no percent sign and is at most 1; name the unit',
  },
  'target-unit-suspect': {
    zh: '实际“{actual}”是百分数，指标值没有百分号且不大于 1，请写明指标值的单位',
    en: 'actual “{actual}” is a percentage and the target has no percent sign and is at most 1; name the unit of the target',
  },
  'period-missing': {
    zh: '实际“{actual}”没有说明是每期还是全年的次数，请写明',
    en: 'actual “{actual}” does not say whether it counts a period or the year; say which',
  },
  'zero-weight': { zh: '分值为 0，不计分', en: 'weight 0, not scored' },
  'not-applicable': { zh: '本行不适用，不计分', en: 'this row does not apply, not scored' },
  'no-weight': { zh: '没有分值，不计分', en: 'no weight, not scored' },
  'weight-unreadable': {
    zh: '分值“{weight}”应为 0 至 100、最多两位小数，不计分',
    en: 'weight “{weight}” must be 0 to 100 with two decimals at most, not scored',
  },
  'money-unreadable': { zh: '金额“{amount}”无法识别，不计分', en: 'amount “{amount}” cannot be read, not scored' },
  'money-unit-mixed': {
    zh: '预算数与执行数单位不同或未写明，不计分',
    en: 'budget and executed money are not in one unit, not scored',
  },
  'money-negative': { zh: '预算或执行数为负，不计分', en: 'budget or executed money is negative, not scored' },
  'no-executed': { zh: '没有执行数，不计分', en: 'no executed amount, not scored' },
} as const satisfies Record<string, Wording>

export function step(code: TraceCode, parameters: WordingParameters = {}): TraceStep {
  return { code, parameters }
}

/** `R-POS：实际 99% ÷ 目标 100% × 分值 10 = 9.90`. */
export function sayTrace(trace: Trace, language: Language): string {
  const [colon, comma] = language === 'zh' ? ['：', '；'] : [': ', '; ']
  const said = trace.steps.map(({ code, parameters }) => say(SENTENCES[code], language, parameters)).join(comma)
  return trace.rule === null ? said : `${trace.rule}${colon}${said}`
}
