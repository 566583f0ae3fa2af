import { parseTarget } from '@shiji/kernel/target/parse-target'
import type { Target } from '@shiji/kernel/target/target'
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
  readonly tick: boolean
  readonly length: number
}

const NUMBER = /^-?(?:\d{1,12}|\d{1,3}(?:,\d{3}){1,4})?(?:\.\d{1,8})?(?:分|%)?$/
const NUMBER_THEN_TEXT = /^(\d{1,3}(?:\.\d{1,4})?)分?[\s，,。；;：:]+(?=[^\d\s])([\s\S]+)$/
const OPERATOR =
  /^(?:[=≥≤＞＜>＜<﹥﹤≧≦＝﹦]|大于|小于|不超过|不少于|不低于|不高于|至少|低于|高于|超过|等于|不大于|不小于)/
const GRADED =
  /^[=＝]?(?:(?:及时|健全|有效|规范|合规|完备|完善|完整|合理|合格|良好|优秀|优良|通过|符合|达标|稳定|明显|显著|提升|提高|增强|改善|保障|建立|节能|环保|顺畅|满意|完成|达成|长期|持续|正常|较好|安全|准确|优|良|好|高|无|是|有|档案整理完整|执行情况良好|有相关技术经验|运行|基本|比较|非常|不断|逐步|有所|按时|按期|全部|已|预期指标|较|强|大|[、，,和并且/]){1,8})$/
const NAME_END =
  /(?:率|数|量|数量|次数|性|度|情况|时间|时长|程度|结果|投诉|巡检|值守|例会|考核|工作|沟通|金额|成本|费用|水平|能力|作用|影响|合理性|工作量|效果|人数|人次|面积|天数|比例|比率|占比|总数|专业性|速度|进度|周期|时限|机制|制度|效率|意识|环境|质量)$/
const SIGN = /^(?:[=≥≤><＞＜＝﹦═]|>=|<=|大于等于|小于等于|等于|大于|小于|定性|≧|≦)$/
const TICK = /^[√✓✔☑■是]$/
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
    tick: TICK.test(folded),
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
  if (folded.length > LONGEST_TARGET || folded === '' || PLAIN_NUMBER.test(folded)) return null
  if (GRADED.test(folded)) return 'graded'
  const signed = OPERATOR.test(folded)
  // 2022年度论文发表数量 and 300号楼巡检完成率 are names although they hold figures.
  if (!signed && NAME_END.test(folded)) return null
  return isMeasured(parseTarget(folded).kind) ? 'measured' : signed ? 'graded' : null
}

const PLAIN_NUMBER = /^-?\d+(?:\.\d+)?$/

function isMeasured(kind: Target['kind']): boolean {
  switch (kind) {
    case 'number':
    case 'range':
    case 'frequency':
    case 'coverage':
    case 'deadline':
    case 'relative':
    case 'several':
      return true
    case 'grade':
    case 'none':
    case 'unreadable':
      return false
  }
}
