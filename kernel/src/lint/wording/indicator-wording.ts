import type { LintCatalogue } from '../lint-catalogue.ts'

/** Names, levels and weights of indicator rows. */
export const INDICATOR_WORDING = {
  'indicator-name-missing': {
    severity: 'error',
    message: {
      zh: '这一行没有指标名称（指标值“{target}”）。',
      en: 'This row has no indicator name (target "{target}").',
    },
    why: { zh: '没有名称，不知道考核什么。', en: 'Nobody knows what is to be measured.' },
    advice: { zh: '请填写三级指标名称。', en: 'Name the indicator.' },
  },
  'indicator-level-missing': {
    severity: 'error',
    message: { zh: '“{name}”缺一级或二级指标。', en: '"{name}" lacks its first or second level.' },
    why: { zh: '没有归类就无法汇总权重。', en: 'Weights are summed by level.' },
    advice: { zh: '请补填一级和二级指标。', en: 'Fill in both levels.' },
  },
  'level-not-in-tree': {
    severity: 'warning',
    message: {
      zh: '“{name}”归在“{level1}/{level2}”，本表的指标体系没有这一类。',
      en: '"{name}" stands under "{level1}/{level2}", which this sheet does not have.',
    },
    why: { zh: '各地的指标体系由表格规定，不能自设。', en: 'The sheet of the place fixes its tree.' },
    advice: { zh: '请改用表上的一级、二级指标。', en: 'Use the levels printed on the sheet.' },
  },
  'level-misfit': {
    severity: 'hint',
    message: {
      zh: '“{name}”归在“{level2}”，更像“{dimension}”指标。',
      en: '"{name}" stands under "{level2}"; it looks like {dimension}.',
    },
    why: { zh: '归类不当会使各类权重失真。', en: 'A misfiled row distorts the weights of both levels.' },
    advice: { zh: '请核对归类，建议改到“{dimension}”。', en: 'Check the level; {dimension} fits better.' },
  },
  'satisfaction-not-measured': {
    severity: 'hint',
    message: {
      zh: '“{name}”归在“{level2}”，但没有测量满意度。',
      en: '"{name}" stands under "{level2}" and measures no satisfaction.',
    },
    why: { zh: '满意度要由服务对象评价得出。', en: 'Satisfaction comes from the people served.' },
    advice: { zh: '请改为服务对象满意度，并说明调查方式。', en: 'Ask the people served, and say how.' },
  },
  'name-truncated': {
    severity: 'hint',
    message: { zh: '指标名称“{name}”在“{ending}”后中断。', en: 'The name "{name}" breaks off after "{ending}".' },
    why: { zh: '缺了宾语，看不出考核什么。', en: 'The object is missing.' },
    advice: { zh: '请补全名称。', en: 'Complete the name.' },
  },
  'judgement-in-name': {
    severity: 'hint',
    message: { zh: '指标名称“{name}”已含结论“{word}”。', en: 'The name "{name}" already holds the verdict "{word}".' },
    why: { zh: '名称只说测什么，好坏由指标值说。', en: 'A name says what is measured, the target says how much.' },
    advice: {
      zh: '请从名称中去掉“{word}”，把要求写进指标值。',
      en: 'Take "{word}" out of the name and put the demand into the target.',
    },
  },
  'weight-concentrated': {
    severity: 'hint',
    message: {
      zh: '“{name}”一项占{weight}分，超过{limit}分。',
      en: '"{name}" alone weighs {weight}, more than {limit}.',
    },
    why: { zh: '一项定成败，其余指标形同虚设。', en: 'One row decides everything.' },
    advice: { zh: '请分解指标或调整分值。', en: 'Split the indicator or spread the weight.' },
  },
  'row-not-applicable': {
    severity: 'hint',
    message: {
      zh: '“{level2}”填“{name}”，按不适用处理。',
      en: '"{level2}" says "{name}": the row counts as not applicable.',
    },
    why: { zh: '不适用的行没有分值、不计分、不举证。', en: 'Such a row has no weight, no score and no evidence.' },
    advice: {
      zh: '确有效益请填写指标，否则保持空白。',
      en: 'Name an indicator if there is an effect; else leave the row out.',
    },
  },
  'not-applicable-with-weight': {
    severity: 'error',
    message: { zh: '“{name}”不适用，却有{weight}分。', en: '"{name}" is not applicable and still weighs {weight}.' },
    why: { zh: '不适用的行分值必须为0。', en: 'A row that does not apply must weigh 0.' },
    advice: { zh: '请把分值分给其他指标。', en: 'Give the weight to other rows.' },
  },
} as const satisfies LintCatalogue
