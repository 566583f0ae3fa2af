import type { LintCatalogue } from '../lint-catalogue.ts'

/** Targets: what is promised and how it is written. */
export const TARGET_WORDING = {
  'target-missing': {
    severity: 'error',
    message: { zh: '“{name}”没有指标值。', en: '"{name}" has no target.' },
    why: {
      zh: '没有指标值就没有承诺，批复前必须补上。',
      en: 'Without a target nothing is promised; approval is blocked.',
    },
    advice: {
      zh: '请填写指标值；如读取时丢失，请对照原件。',
      en: 'Give the target; if reading lost it, look at the original.',
    },
  },
  'target-unreadable': {
    severity: 'warning',
    message: { zh: '“{name}”的指标值“{target}”读不懂。', en: 'The target "{target}" of "{name}" cannot be read.' },
    why: { zh: '读不懂的指标值无法计分。', en: 'What cannot be read cannot be scored.' },
    advice: { zh: '请改写，如“≥95%”“每月1次”“12月底前完成”。', en: 'Rewrite it, e.g. ≥95%, 每月1次, 12月底前完成.' },
  },
  'equals-with-bound': {
    severity: 'hint',
    message: {
      zh: '“{name}”的“{target}”等号与“至少/不超过”并用。',
      en: '"{target}" of "{name}" mixes an equals sign with a bound.',
    },
    why: { zh: '等于和至少不能同时成立，按文字理解。', en: 'It cannot be both; the words are taken.' },
    advice: { zh: '请去掉等号。', en: 'Drop the equals sign.' },
  },
  'cost-without-amount': {
    severity: 'warning',
    message: {
      zh: '成本指标“{name}”的指标值“{target}”不是金额，也不是有基数的比率。',
      en: 'The cost indicator "{name}" says "{target}": neither an amount nor a rate of a stated base.',
    },
    why: { zh: '看不出花多少钱才算达标。', en: 'It does not say what may be spent.' },
    advice: { zh: '请写金额（如≤18万元）或成本控制率。', en: 'Write an amount or a rate of the budget.' },
  },
  'denominator-missing': {
    severity: 'hint',
    message: { zh: '“{name}”{target}没有说明总数。', en: '"{name}" {target} does not say of how many.' },
    why: { zh: '没有分母的百分比无法核实。', en: 'A percentage without a denominator cannot be verified.' },
    advice: { zh: '请在备注写明计划数，如“全年12次”“16所学校”。', en: 'State the planned number in the remark.' },
  },
  'baseline-missing': {
    severity: 'hint',
    message: {
      zh: '“{name}”{target}，但没有上年的数。',
      en: '"{name}" {target}, but last year\'s number is not given.',
    },
    why: { zh: '没有基数，提升或减少无从比较。', en: 'Without a baseline nothing can be compared.' },
    advice: { zh: '请在备注写明上年实际值。', en: "State last year's actual in the remark." },
  },
  'targets-bare': {
    severity: 'warning',
    message: {
      zh: '{total}行指标中有{count}行只写了数字，没有符号、单位或基数。',
      en: '{count} of {total} rows give a bare number without sign, unit or base.',
    },
    why: { zh: '这样的指标无法衡量，通不过可衡量性审核。', en: 'They cannot be measured and fail the review.' },
    advice: { zh: '请写明≥、≤、单位和数量。', en: 'Write the sign, the unit and the count.' },
  },
  'targets-all-hundred': {
    severity: 'hint',
    message: { zh: '{count}个百分比指标全部是100%。', en: 'All {count} percentages are 100%.' },
    why: {
      zh: '处处100%，不是目标过低就是没有测算。',
      en: '100% everywhere is either too easy or not thought through.',
    },
    advice: { zh: '请参照上年实际值设定。', en: "Set them from last year's actuals." },
  },
  'rate-impossible': {
    severity: 'warning',
    message: {
      zh: '“{name}”要求{target}，超过100%不可能。',
      en: '"{name}" wants {target}; more than 100% is impossible.',
    },
    why: { zh: '这类比率只能在0到100%之间。', en: 'Such a rate lies between 0 and 100%.' },
    advice: { zh: '请改为不超过100%的值。', en: 'Use a value up to 100%.' },
  },
  'rate-at-limit': {
    severity: 'hint',
    message: {
      zh: '“{name}”要求{target}，到了100%就没有“大于”的余地。',
      en: '"{name}" wants {target}; 100% cannot be exceeded.',
    },
    why: { zh: '一个人不满意、一次没用就达不到。', en: 'One dissatisfied person or one miss breaks it.' },
    advice: { zh: '请写=100%，或设可达到的值，如≥95%。', en: 'Write =100%, or a value that can be reached.' },
  },
  'zero-tolerance-rate': {
    severity: 'hint',
    message: { zh: '“{name}”要求{target}，发生一次即为0分。', en: '"{name}" wants {target}: one event scores 0.' },
    why: { zh: '目标为0时不能按比例计分。', en: 'A target of 0 allows no proportion.' },
    advice: {
      zh: '建议改为次数，如“0次”，并说明登记方式。',
      en: 'Better count events ("0次") and say how they are registered.',
    },
  },
  'unit-suspect': {
    severity: 'warning',
    message: {
      zh: '“{name}”的单位是“{unit}”，指的是人数还是人次？',
      en: '"{name}" counts in "{unit}": people or visits?',
    },
    why: { zh: '人次可以累计，人数不可以。', en: 'Visits add up over time, heads do not.' },
    advice: { zh: '请改用“人”。', en: 'Write 人.' },
  },
  'speed-without-time': {
    severity: 'warning',
    message: {
      zh: '“{name}”{target}没有时间单位，不是速度。',
      en: '"{name}" {target} has no unit of time, so it is no speed.',
    },
    why: { zh: '速度要写每秒多少。', en: 'A speed is an amount per second.' },
    advice: { zh: '请改为如{unit}/s。', en: 'Write {unit}/s.' },
  },
  'measured-after-year': {
    severity: 'warning',
    message: {
      zh: '“{name}”要在年度结束后才能测（{remark}）。',
      en: '"{name}" can only be measured after the year ({remark}).',
    },
    why: { zh: '自评时还没有数据。', en: 'The self-evaluation will have no data.' },
    advice: { zh: '请改在年度内测量，或列入下一年。', en: 'Measure within the year, or move it to the next.' },
  },
  'availability-looser-than-recovery': {
    severity: 'hint',
    message: {
      zh: '“{name}”{target}按全年{hours}小时可中断{outage}小时，而“{recovery}”是{recoveryTarget}。',
      en: '"{name}" {target} allows {outage} h of outage in {hours} h, while "{recovery}" is {recoveryTarget}.',
    },
    why: { zh: '两个指标严宽相差太大。', en: 'The two targets differ widely in strictness.' },
    advice: { zh: '请提高可用性或说明口径。', en: 'Raise the availability or state how it is counted.' },
  },
  'spelling-mixed': {
    severity: 'hint',
    message: {
      zh: '“{target}”与“{others}”意思相同，写法不一。',
      en: '"{target}" and "{others}" mean the same and are written differently.',
    },
    why: { zh: '同一张表应统一写法。', en: 'One form should write one way.' },
    advice: { zh: '请统一写法。', en: 'Use one spelling.' },
  },
} as const satisfies LintCatalogue
