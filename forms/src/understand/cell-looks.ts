import { fold } from './cell-text.ts'

/** What a cell of an indicator row looks like, before anyone knows its column. */
export type CellLook = {
  readonly number: boolean
  /** A number, perhaps with 分, followed by a sentence: two cells run together. */
  readonly numberThenText: boolean
  readonly target: 'measured' | 'graded' | null
  readonly name: boolean
  readonly sign: boolean
  readonly dash: boolean
  readonly length: number
}

const NUMBER = /^-?(?:\d{1,12}|\d{1,3}(?:,\d{3}){1,4})?(?:\.\d{1,8})?(?:分|%)?$/
const NUMBER_THEN_TEXT = /^(\d{1,3}(?:\.\d{1,4})?)分?[\s，,。；;：:]+(?=[^\d\s])([\s\S]+)$/
const OPERATOR =
  /^(?:[=≥≤＞＜>＜<﹥﹤≧≦＝﹦]|大于|小于|不超过|不少于|不低于|不高于|至少|低于|高于|超过|等于|不大于|不小于)/
const QUANTITY = /^(?:全年|每年|每月|每周|每天|每日|每季度?|每半年|约|共|累计|100|\d)/
const MEASURED_END = /(?:以上|以内|以下|之前|前|前完成|年内完成|年内|[%％‰]|\d[^\d]{0,4})$/
const RELATIVE = /^(?:比|较|同比|与上年)[^。]{1,20}(?:提升|提高|减少|降低|增长|增加|下降|改善|持平|下降)/
const GRADED =
  /^[=＝]?(?:(?:及时|健全|有效|规范|合规|完备|完善|完整|合理|合格|良好|优秀|优良|通过|符合|达标|稳定|明显|显著|提升|提高|增强|改善|保障|建立|节能|环保|顺畅|满意|完成|达成|长期|持续|正常|较好|安全|准确|优|良|好|高|无|是|有|档案整理完整|执行情况良好|有相关技术经验|运行|基本|比较|非常|不断|逐步|有所|按时|按期|全部|已|预期指标|较|强|大|[、，,和并且/]){1,8})$/
const NAME_END =
  /(?:率|数|量|数量|次数|性|度|情况|时间|时长|程度|结果|投诉|巡检|值守|例会|考核|工作|沟通|金额|成本|费用|水平|能力|作用|影响|合理性|工作量|效果|人数|人次|面积|天数|比例|比率|占比|总数|专业性|速度|进度|周期|时限|机制|制度|效率|意识|环境|质量)$/
const SIGN = /^(?:[=≥≤><＞＜＝﹦]|>=|<=|大于等于|小于等于|等于|大于|小于|定性|≧|≦)$/
const DASH = /^[-—–―－/\\]+$/

export function lookAt(text: string): CellLook {
  const folded = fold(text)
  return {
    number: folded !== '' && NUMBER.test(folded) && /\d/.test(folded),
    numberThenText: splitScoreFromReason(text) !== null,
    target: targetLook(folded),
    name: NAME_END.test(folded) && !OPERATOR.test(folded),
    sign: SIGN.test(folded),
    dash: DASH.test(folded),
    length: folded.length,
  }
}

/** `9 考核机制有进一步完善的空间` → the score and the reason that ran into its cell. */
export function splitScoreFromReason(text: string): { score: string; reason: string } | null {
  const [, score, reason] = NUMBER_THEN_TEXT.exec(text) ?? []
  return score === undefined || reason === undefined ? null : { score, reason: reason.trim() }
}

const LONGEST_TARGET = 40

function targetLook(folded: string): CellLook['target'] {
  if (folded.length > LONGEST_TARGET || folded === '') return null
  if (OPERATOR.test(folded) && /\d|[一二三四五六七八九十百千万]/.test(folded)) return 'measured'
  if (RELATIVE.test(folded)) return 'measured'
  if (QUANTITY.test(folded) && MEASURED_END.test(folded) && /\d|[一二两三四五六七八九十]/.test(folded))
    return 'measured'
  if (/^\d+(?:\.\d+)?[%％‰]/.test(folded)) return 'measured'
  if (/^(?:年内|\d{4}年).{0,8}完成$/.test(folded)) return 'measured'
  return GRADED.test(folded) ? 'graded' : null
}
