import type { Finding } from '../finding.ts'
import { type Language, say, type Wording } from '../wording.ts'

/** What scoring wants a person to see; one sentence per code: what, and what to do. */
export type ScoringCode = keyof typeof SENTENCES
export type ScoringFinding = Finding & { readonly code: ScoringCode }

const SENTENCES = {
  'needs-confirmation': {
    zh: '“{target}”按实际“{actual}”判定，请人工确认',
    en: '“{target}” was judged from the words “{actual}”; a person must confirm it',
  },
  'reason-required': {
    zh: '得分 {score} 低于分值 {weight}，请填写偏差原因分析及改进措施',
    en: 'score {score} is below weight {weight}; give the reason for the deviation and the measures taken',
  },
  'over-achievement-needs-reason': {
    zh: '实际为目标的 {ratio} 倍，达到 {from} 倍，请说明偏差原因',
    en: 'the actual is {ratio} times the target, from {from} on a reason is compulsory',
  },
  'strict-bound-met-exactly': {
    zh: '目标“{target}”不含边界值，实际“{actual}”恰在边界上，规则仍给满分，请核对',
    en: 'target “{target}” leaves its bound out and actual “{actual}” lies on it; the rule still gives full points, check it',
  },
  'target-promises-nothing': {
    zh: '目标“{target}”任何实际值都能达到，请核对',
    en: 'any actual meets target “{target}”; check it',
  },
  'actual-outside-percent': {
    zh: '实际“{actual}”不在 0 至 100% 之间，请确认该指标可以超出',
    en: 'actual “{actual}” is outside 0 to 100 %; confirm that this indicator may exceed it',
  },
  'actual-with-sign': {
    zh: '实际完成值“{actual}”带比较符号，按边界值计分；实际值应为具体数值',
    en: 'actual “{actual}” carries a comparison sign and is scored at its edge; an actual is a plain number',
  },
  'actual-unit-assumed': {
    zh: '实际完成值“{actual}”没有写单位，按指标值的单位读作“{text}”；请核对',
    en: 'actual “{actual}” has no unit and is read in that of the target as “{text}”; check it',
  },
  'actual-to-check': {
    zh: '实际完成值“{actual}”的读法不确定，请核对',
    en: 'the reading of actual “{actual}” is not sure; check it',
  },
  'actual-read-as-zero': {
    zh: '实际“{actual}”按 0 计分，请人工确认',
    en: 'actual “{actual}” is scored as 0; a person must confirm it',
  },
  'weight-must-be-zero': {
    zh: '本行没有可评的指标值，分值 {weight} 应为 0',
    en: 'this row promises nothing to score, so weight {weight} must be 0',
  },
  'row-not-scored': {
    zh: '第 {row} 行未计分，请按计分说明补全',
    en: 'row {row} is not scored; complete it as its trace says',
  },
  'score-differs': {
    zh: '自评得分 {printed} 与规则得分 {score} 相差 {difference}，请说明或更正',
    en: 'the printed score {printed} is {difference} from the rule’s {score}; explain or correct it',
  },
  'score-not-accepted': {
    zh: '自评得分“{printed}”应在 0 至分值 {weight} 之间、最多两位小数',
    en: 'the printed score “{printed}” must lie between 0 and weight {weight} with two decimals at most',
  },
  'score-contradicts-actual': {
    zh: '实际值表明未达成，与自评得分不符，请核对',
    en: 'the actual says it was not reached, which contradicts the score; check it',
  },
  'band-not-used': {
    zh: '本行按数值计分，未采用档次“{band}”',
    en: 'this row is scored by its number; band “{band}” is not used',
  },
  'weights-not-total': { zh: '分值合计 {sum}，应为 {total}', en: 'the weights add up to {sum} and must be {total}' },
  'level1-weight-differs': {
    zh: '“{level1}”分值合计 {sum}，规则默认 {weight}',
    en: '“{level1}” weighs {sum} in all, the default is {weight}',
  },
  'budget-zero': {
    zh: '作为分母的预算数为零或空白，执行率按 0 计',
    en: 'the budget to divide by is zero or blank; the rate counts as 0',
  },
  'executed-over-budget': {
    zh: '执行数超过预算数，执行率 {rate}，得分以分值为限，请核对',
    en: 'more was executed than budgeted ({rate}); the score stops at its weight, check it',
  },
  'execution-score-differs': {
    zh: '执行率自评得分 {printed} 与规则得分 {score} 不同，请更正',
    en: 'the printed execution score {printed} is not the rule’s {score}; correct it',
  },
  'total-incomplete': {
    zh: '有 {rows} 行未计分，总分尚不完整，未评等级',
    en: '{rows} rows are not scored, so the total is not complete and has no grade',
  },
  'totals-differ': {
    zh: '按自评得分合计 {printed}，按规则合计 {total}',
    en: 'the printed scores add up to {printed}, the rules to {total}',
  },
  'achievement-ahead-of-spending': {
    zh: '指标得分率明显高于预算执行率，请核实完成情况（红灯）',
    en: 'the indicators score far above the spending; verify what was achieved (red)',
  },
  'spending-low': {
    zh: '预算为零或未执行比例超过 {limit}%，请说明（黄灯）',
    en: 'the budget is zero or more than {limit} % of it is unspent; explain (yellow)',
  },
} as const satisfies Record<string, Wording>

export function sayScoringFinding({ code, parameters }: ScoringFinding, language: Language): string {
  return say(SENTENCES[code], language, parameters)
}
