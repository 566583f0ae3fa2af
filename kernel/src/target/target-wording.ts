import type { Wording } from '../wording.ts'
import type { ActualNote, ActualProblem } from './parse-actual.ts'
import type { TargetNote, TargetProblem } from './target.ts'

/** Every remark on a target, worded for the person who must see it. */
export const TARGET_NOTES: Readonly<Record<TargetNote, Wording>> = {
  'operator-implied': { zh: '未写比较符号，按惯例读取', en: 'No sign is printed; read by convention' },
  'sign-redundant': { zh: '写了两个意思相近的比较词，取其共同含义', en: 'Two signs say the same; read as one' },
  'inclusive-by-convention': { zh: '“以上”“以下”按惯例包含本数', en: '以上 and 以下 include the number by convention' },
  'end-excluded': { zh: '写明不含本数', en: 'The number itself is excluded' },
  'reversed-range': { zh: '区间两端写反，已按大小排列', en: 'The ends of the range were reversed; put in order' },
  'plus-minus': { zh: '正负偏差，读作以零为中心的区间', en: 'A deviation, read as a range around zero' },
  approximate: { zh: '写有“约”“左右”等，不是精确数', en: 'The number is only approximate' },
  'magnitude-expanded': { zh: '“千”“万”“亿”已换算为完整数字', en: 'Thousands or ten thousands were written out' },
  'unit-suspect': {
    zh: '单位与指标名称不符，请核对',
    en: 'The unit does not fit the name of the indicator; please check',
  },
  'unit-unknown': {
    zh: '单位不在单位表内，按原文保留，请核对',
    en: 'The unit is not in the table and is kept as printed; please check',
  },
  'unit-converted': { zh: '单位已换算', en: 'The unit was converted' },
  'range-impossible': { zh: '比率应在 0 至 100% 之间，请核对', en: 'A rate lies between 0 and 100 %; please check' },
  'qualifier-kept': { zh: '括号内的说明已原样保留', en: 'The remark in brackets is kept word for word' },
  'read-from-sentence': {
    zh: '数值取自一句话，请核对其余文字',
    en: 'The number was taken from a sentence; please check the other words',
  },
  'other-numbers': {
    zh: '句中另有数字，只取写明要求的一个，请核对',
    en: 'The sentence has other numbers; only the one with a sign was read; please check',
  },
  'partly-unfilled': { zh: '还有未填写的空位', en: 'A blank is still to be filled' },
  'several-values': { zh: '一格内写了几个目标，逐项考核', en: 'Several targets in one cell; each must be kept' },
  'occurrences-added': {
    zh: '写明了几个时点各做几次，已按次数合计，请核对',
    en: 'Several times are named with a count at each; they were added up, please check',
  },
  'stages-kept': {
    zh: '写明了分阶段进度：各阶段日期和数值均已保留，以最后一段为全年目标，请核对',
    en: 'The target has dated stages; all are kept and the last is taken for the year, please check',
  },
  'digits-joined': {
    zh: '数字之间有空格，已合并为一个数，请核对',
    en: 'The digits stand apart and were read as one number; please check',
  },
  'period-converted': { zh: '频次已换算为常用周期', en: 'The frequency was converted to a common period' },
  'end-implied': { zh: '只写了时段，以该时段最后一日为期限', en: 'Only a span is named; its last day is the deadline' },
  'start-dropped': {
    zh: '写了起止时间，以截止时间为期限',
    en: 'Both start and end are printed; the end is the deadline',
  },
  'year-implied': { zh: '年份只写了两位，按本世纪读取', en: 'The year has two digits; read in this century' },
  'month-ambiguous': {
    zh: '“月”可指月数，也可指月份，读作月数，请核对',
    en: '月 may count months or name one; read as a count; please check',
  },
  'recurring-deadline': { zh: '期限每个周期重复一次', en: 'The deadline recurs in every period' },
  'date-from-serial': {
    zh: '电子表格的日期序号已还原为日期',
    en: 'The serial number of a spreadsheet was read as a date',
  },
  'maybe-spreadsheet-date': {
    zh: '可能是电子表格的日期序号，现读作数值，请核对',
    en: 'Perhaps the serial number of a date; read as a number; please check',
  },
  'maybe-fraction-of-percent': {
    zh: '可能是百分比存成的小数，现按原数读取，请核对',
    en: 'Perhaps a percentage stored as a fraction; read as written; please check',
  },
  'one-read-as-dash': { zh: '两数之间的“一”读作连接号', en: 'A 一 between two numbers was read as a dash' },
  'baseline-implied': { zh: '未写与何时相比，按上年读取', en: 'No baseline is named; read against last year' },
  'baseline-year': { zh: '与指定年份相比', en: 'Compared with the year that is named' },
  'against-last-year': { zh: '与上年数相比，需有上年数', en: "Compared with last year; last year's number is needed" },
  'year-of-list': {
    zh: '写明了各年度的目标，只取本年的一项，请核对',
    en: 'The text has a target for each year; only that of this year was read; please check',
  },
  'none-means-zero': { zh: '事故、投诉类指标写“无”，读作 0', en: '无 for accidents or complaints is read as 0' },
  'not-applicable-row': {
    zh: '指标名称为“无”，此行不适用，不应计分',
    en: 'The indicator is 无: the row does not apply and must not be scored',
  },
}

/** Why a target could not be read, and what to do. */
export const TARGET_PROBLEMS: Readonly<Record<TargetProblem, Wording>> = {
  'too-long': {
    zh: '目标值过长，请只填目标，说明写在备注',
    en: 'The target is too long; put explanations in the remark',
  },
  'numbers-unclear': {
    zh: '有几个数字，看不出考核哪一个，请分行填写或写明要求',
    en: 'Several numbers, and it is unclear which is the target; use one row for each',
  },
  'numeral-unclear': { zh: '数字写法不明确，请用阿拉伯数字填写', en: 'The numeral is not exact; write it in digits' },
  'operator-conflict': { zh: '比较符号互相矛盾，请只保留一个', en: 'The signs contradict each other; keep one' },
  'operator-after-value': {
    zh: '比较符号写在数值之后，请写在数值之前',
    en: 'The sign stands behind the number; put it before',
  },
  'operator-unsupported': { zh: '不能用“不等于”作为目标', en: 'Not equal is no target' },
  'benchmark-unnamed': {
    zh: '与其他基准相比，差多少不明确，请写明基准和要求',
    en: 'Compared with another benchmark; say which and by how much',
  },
  'date-impossible': { zh: '没有这一天，请核对日期', en: 'There is no such day; check the date' },
  'years-listed': {
    zh: '写了几个年度的目标，看不出哪一项是本年的，请只填本年目标',
    en: 'There is a target for each of several years and it is unclear which is this one; enter that of this year only',
  },
  'over-years': {
    zh: '写的是几年合计的目标，请填本年的目标',
    en: 'The target is one of several years together; enter that of this year',
  },
  'refers-elsewhere': {
    zh: '目标值写在别处（附件、合同等），请把要求抄到这一格',
    en: 'The target stands elsewhere (an annex, a contract); copy what is required into this cell',
  },
  'spreadsheet-error': {
    zh: '电子表格的公式出错，没有目标值，请改正公式',
    en: 'The formula of the spreadsheet failed; there is no target; mend the formula',
  },
  'time-of-day': { zh: '这是钟点，不是目标值，请写明要求', en: 'This is a time of day; say what is required' },
}

/** Remarks on an actual that its target does not have. */
export const ACTUAL_NOTES: Readonly<Record<Exclude<ActualNote, TargetNote>, Wording>> = {
  'operator-in-actual': {
    zh: '实际完成值写了比较符号，应填具体数值',
    en: 'The actual carries a sign; it should be a plain number',
  },
  'fraction-read-as-percent': { zh: '小数已读作百分比', en: 'The fraction was read as a percentage' },
  'unit-assumed': { zh: '未写单位，按目标值的单位读取', en: 'No unit is printed; the unit of the target is taken' },
}

/** Why an actual could not be read, beyond the problems of targets. */
export const ACTUAL_PROBLEMS: Readonly<Record<Exclude<ActualProblem, TargetProblem>, Wording>> = {
  'unit-differs': {
    zh: '单位与目标值不同，无法换算，请按目标值的单位填写',
    en: 'The unit differs from the target and cannot be converted; use the unit of the target',
  },
  'period-differs': {
    zh: '周期与目标值不同，请按目标值的周期填写',
    en: 'The period differs from the target; use the period of the target',
  },
  'several-figures': { zh: '填了几个数值，请填一个', en: 'There are several figures; enter one' },
  'figure-missing': { zh: '只写了变化，没有数值，请填写数值', en: 'A change without a figure; enter the figure' },
}
