import type { LintCatalogue } from '../lint-catalogue.ts'

/** Self-evaluation: weights, scores, actuals. */
export const EVALUATION_WORDING = {
  'weight-missing': {
    severity: 'error',
    message: { zh: '“{name}”没有分值。', en: '"{name}" has no weight.' },
    why: { zh: '没有分值无法计分。', en: 'Without a weight it cannot be scored.' },
    advice: { zh: '请填写分值，合计100。', en: 'Give a weight; all add up to 100.' },
  },
  'weights-not-hundred': {
    severity: 'error',
    message: {
      zh: '分值合计{total}，应为100（含预算执行率）。',
      en: 'The weights add up to {total}, not 100 (with execution).',
    },
    why: { zh: '总分按100分计。', en: 'The total is out of 100.' },
    advice: { zh: '请调整分值。', en: 'Adjust the weights.' },
  },
  'total-weight-differs': {
    severity: 'error',
    message: {
      zh: '总分栏的分值印{printed}，合计是{computed}。',
      en: 'The total weight says {printed}; the rows make {computed}.',
    },
    why: { zh: '合计必须与各行一致。', en: 'A total must equal its rows.' },
    advice: { zh: '请核对分值。', en: 'Check the weights.' },
  },
  'score-missing': {
    severity: 'error',
    message: { zh: '“{name}”（{weight}分）没有得分。', en: '"{name}" ({weight}) has no score.' },
    why: { zh: '缺一行得分，总分就不完整。', en: 'One blank score leaves the total open.' },
    advice: { zh: '请填写得分。', en: 'Give the score.' },
  },
  'score-above-weight': {
    severity: 'error',
    message: {
      zh: '“{name}”得{score}分，超过分值{weight}。',
      en: '"{name}" scores {score}, above its weight {weight}.',
    },
    why: { zh: '得分以分值为限。', en: 'A score stops at its weight.' },
    advice: { zh: '请更正得分。', en: 'Correct the score.' },
  },
  'score-off-proportion': {
    severity: 'warning',
    message: {
      zh: '“{name}”自评{score}分，按比例应为{computed}分，相差{difference}。',
      en: '"{name}" scores itself {score}; in proportion it is {computed}, {difference} apart.',
    },
    why: {
      zh: '得分应由实际值与指标值之比得出，否则要说明。',
      en: 'The score follows from actual over target, or needs an explanation.',
    },
    advice: { zh: '请更正，或在偏差原因中说明。', en: 'Correct it, or explain the deviation.' },
  },
  'reason-missing': {
    severity: 'error',
    message: {
      zh: '“{name}”{weight}分得{score}分，没有写偏差原因。',
      en: '"{name}" scores {score} of {weight} without a reason.',
    },
    why: { zh: '未得满分必须分析原因和改进措施。', en: 'Every lost point needs its reason and remedy.' },
    advice: { zh: '请填写偏差原因分析及改进措施。', en: 'Give the reason and the measures taken.' },
  },
  'total-score-differs': {
    severity: 'error',
    message: {
      zh: '总分印{printed}，各行得分相加是{computed}。',
      en: 'The total says {printed}; the scores add up to {computed}.',
    },
    why: { zh: '总分必须等于各行之和。', en: 'The total must equal its rows.' },
    advice: { zh: '请核对得分。', en: 'Check the scores.' },
  },
  'all-full-score': {
    severity: 'hint',
    message: { zh: '{count}行指标全部得满分。', en: 'All {count} rows score full points.' },
    why: { zh: '行行满分往往没有真正核对。', en: 'Full marks everywhere are rarely checked.' },
    advice: { zh: '请逐行附上证据。', en: 'Attach evidence row by row.' },
  },
  'actual-missing': {
    severity: 'error',
    message: { zh: '“{name}”没有实际完成值。', en: '"{name}" has no actual.' },
    why: { zh: '没有实际值就不能计分。', en: 'Without an actual it cannot be scored.' },
    advice: { zh: '请填写实际完成值。', en: 'Give the actual.' },
  },
  'actual-repeats-target': {
    severity: 'warning',
    message: {
      zh: '“{name}”的实际完成值“{actual}”照抄了指标值。',
      en: 'The actual "{actual}" of "{name}" repeats the target.',
    },
    why: {
      zh: '实际值应是测得的数，照抄是审计的疑点。',
      en: 'An actual is a measurement; a copy is a red flag for auditors.',
    },
    advice: { zh: '请填写实测数，附分子和分母。', en: 'Give the measured number with numerator and denominator.' },
  },
  'actual-has-operator': {
    severity: 'warning',
    message: {
      zh: '“{name}”的实际完成值“{actual}”带有比较符号。',
      en: 'The actual "{actual}" of "{name}" carries a comparison sign.',
    },
    why: { zh: '实际值是一个数，不是范围。', en: 'An actual is a number, not a limit.' },
    advice: { zh: '请填写测得的数和样本量。', en: 'Give the measured number and the sample.' },
  },
  'condition-unproved': {
    severity: 'warning',
    message: {
      zh: '“{target}”有几个条件，实际“{actual}”没有说明“{open}”。',
      en: '"{target}" has several conditions; "{actual}" does not prove {open}.',
    },
    why: { zh: '只完成一部分，不能按全部达成计分。', en: 'A part done is not all done.' },
    advice: { zh: '请补充说明，或按部分达成计分。', en: 'Prove the rest, or score it as partly achieved.' },
  },
  'achievements-without-counts': {
    severity: 'hint',
    message: {
      zh: '实际完成情况有{total}句讲成果，其中{count}句没有数量。',
      en: '{count} of {total} sentences on what was achieved give no number.',
    },
    why: { zh: '没有数量的成果无法核实。', en: 'A result without a number cannot be verified.' },
    advice: { zh: '请写明次数、个数、人数。', en: 'State how many.' },
  },
  'achievement-without-indicator': {
    severity: 'hint',
    message: {
      zh: '完成情况提到“{systems}”，没有指标考核它们。',
      en: 'The achievements name {systems}; no indicator measures them.',
    },
    why: { zh: '花了钱的工作应当有指标。', en: 'Work that cost money should be measured.' },
    advice: { zh: '请在下年指标中列入。', en: 'Add indicators for them next year.' },
  },
} as const satisfies LintCatalogue
