import type { LintCatalogue } from '../lint-catalogue.ts'

/** Blank and doubtful fields. */
export const FILLING_WORDING = {
  'field-missing': {
    severity: 'error',
    message: { zh: '“{field}”未填写。', en: '"{field}" is blank.' },
    why: { zh: '这一栏是必填项，缺了它审核无法进行。', en: 'The sheet requires it; reviewers cannot work without it.' },
    advice: { zh: '请填写“{field}”后再提交。', en: 'Fill in "{field}" before you submit.' },
  },
  'choice-missing': {
    severity: 'error',
    message: { zh: '“{field}”一项都没有勾选（{options}）。', en: 'Nothing is ticked under "{field}" ({options}).' },
    why: {
      zh: '类别决定适用的规则，必须且只能选一项。',
      en: 'The choice decides which rules apply; exactly one is needed.',
    },
    advice: { zh: '请勾选其中一项。', en: 'Tick one of the options.' },
  },
  'choice-several': {
    severity: 'error',
    message: {
      zh: '“{field}”勾选了{count}项（{ticked}），只能选一项。',
      en: '{count} options are ticked under "{field}" ({ticked}); only one may be.',
    },
    why: { zh: '各选项互相排斥，同时勾选无法判定类别。', en: 'The options exclude each other.' },
    advice: { zh: '请只保留一项。', en: 'Keep one option only.' },
  },
  'choice-not-offered': {
    severity: 'warning',
    message: {
      zh: '“{field}”填的“{value}”不在表格给出的选项中。',
      en: '"{value}" is not among the options of "{field}".',
    },
    why: { zh: '表外的类别无法归类统计。', en: 'A choice outside the sheet cannot be counted.' },
    advice: { zh: '请从“{options}”中选择。', en: 'Choose from: {options}.' },
  },
  'submission-field-missing': {
    severity: 'error',
    message: { zh: '“{field}”尚未签字、盖章或填写。', en: '"{field}" is not signed, sealed or dated yet.' },
    why: { zh: '草稿可以留空，正式报送必须齐全。', en: 'A draft may leave it blank, a submission may not.' },
    advice: { zh: '报送前请补齐“{field}”。', en: 'Complete "{field}" before the form is handed in.' },
  },
  'amount-missing': {
    severity: 'error',
    message: { zh: '“{amount}”没有填写金额。', en: 'No amount is given for "{amount}".' },
    why: { zh: '没有金额就无法核对预算。', en: 'Without it the budget cannot be checked.' },
    advice: { zh: '请填写金额，没有的填0。', en: 'Give the amount; write 0 where there is none.' },
  },
  'money-unit-missing': {
    severity: 'error',
    message: { zh: '表上没有写明金额单位（元或万元）。', en: 'The form does not say its money unit (元 or 万元).' },
    why: { zh: '单位不明，金额可能差一万倍。', en: 'Amounts could be wrong by a factor of 10,000.' },
    advice: { zh: '请写明金额单位。', en: 'State the money unit.' },
  },
  'reader-doubt': {
    severity: 'warning',
    message: {
      zh: '读取此处的“{field}”时作了修复或不能确定（{doubt}）。',
      en: 'Reading "{field}" here needed a repair or stayed uncertain ({doubt}).',
    },
    why: {
      zh: '原表格错位、断页或合并单元格，机器的判断要由人确认。',
      en: 'The source table is shifted, split or merged; a person must confirm the reading.',
    },
    advice: { zh: '请对照原件确认这一处。', en: 'Compare this place with the original.' },
  },
  'indicators-missing': {
    severity: 'error',
    message: { zh: '表上没有任何绩效指标。', en: 'The form has no indicators.' },
    why: { zh: '没有指标就没有可以考核的承诺。', en: 'Without indicators nothing can be evaluated.' },
    advice: {
      zh: '请至少填写数量、质量、时效和效益指标。',
      en: 'Add at least quantity, quality, timeliness and effect indicators.',
    },
  },
  'dimension-without-row': {
    severity: 'hint',
    message: { zh: '指标体系中的“{levels}”没有对应的指标。', en: 'No indicator stands under {levels}.' },
    why: {
      zh: '完整性审核要求产出的各个方面都有指标。',
      en: 'The completeness review wants every side of the output covered.',
    },
    advice: { zh: '请补充指标，或说明不适用。', en: 'Add an indicator or say why none applies.' },
  },
  'schedule-missing': {
    severity: 'warning',
    message: { zh: '没有填写项目实施进度计划。', en: 'The implementation schedule is blank.' },
    why: { zh: '没有进度就无法监控执行。', en: 'Without it progress cannot be monitored.' },
    advice: { zh: '请按月份列出实施内容。', en: 'List what is done in which months.' },
  },
} as const satisfies LintCatalogue
