import type { Wording } from '../wording.ts'
import type { HandInProblem } from './hand-in.ts'

/** `indicator` is the name of the row. */
export const HAND_IN_WORDING: Readonly<Record<HandInProblem['code'], Wording>> = {
  'row-not-scored': { zh: '“{indicator}”还没有得分', en: '“{indicator}” has no score yet' },
  'reason-missing': {
    zh: '“{indicator}”没有得满分，需要填写偏差原因分析及改进措施',
    en: '“{indicator}” is below full score and needs the reason and the measures',
  },
  'over-achievement-unexplained': {
    zh: '“{indicator}”大幅超过目标，需要填写原因',
    en: '“{indicator}” went far beyond its target and needs the reason',
  },
  'score-off-the-rule': {
    zh: '“{indicator}”自评得分与规则得分不同，需要说明理由并附依据',
    en: 'the score of “{indicator}” is not the rule’s and needs a reason and a file',
  },
  'score-not-accepted': {
    zh: '“{indicator}”得分应在 0 与分值之间，最多两位小数',
    en: 'the score of “{indicator}” must lie between 0 and its weight, with two decimals at most',
  },
  'actual-off-the-records': {
    zh: '“{indicator}”填写的完成值与记录计算的不同，需要说明理由并附依据',
    en: 'the actual of “{indicator}” is not what the records say and needs a reason and a file',
  },
  'warning-unanswered': {
    zh: '得分与预算执行不相称（亮灯），需要说明',
    en: 'the scores and the spending do not go together (a light is on); explain it',
  },
  'execution-missing': { zh: '缺少预算数或执行数', en: 'the budget or the spending is missing' },
  'execution-off-the-rule': {
    zh: '执行率得分与规则不同，请更正',
    en: 'the score of the spending is not the rule’s; correct it',
  },
}
