import type { Language, Wording } from '../wording.ts'
import { say } from '../wording.ts'
import type { RevisionProblem, RevisionProblemCode } from './revise-declaration.ts'
import type { Gate, ProgressMeasure } from './revision-gate.ts'

const PROBLEMS: Readonly<Record<RevisionProblemCode, Wording>> = {
  'nothing-revised': { zh: '没有填写要修订的指标', en: 'no indicator to revise is named' },
  'row-unknown': {
    zh: '批复的申报表中没有“{indicator}”，请按“一级-二级-三级”填写',
    en: 'the approved declaration has no “{indicator}”; write level 1-level 2-level 3',
  },
  'row-ambiguous': {
    zh: '批复的申报表中有多行“{indicator}”，无法确定修订哪一行',
    en: 'the approved declaration has several rows “{indicator}”; which one is meant cannot be told',
  },
  'row-twice': { zh: '“{indicator}”填写了两次', en: '“{indicator}” stands twice' },
  'original-differs': {
    zh: '“{indicator}”原指标值“{original}”与批复时的“{declared}”不一致',
    en: 'the original value “{original}” of “{indicator}” is not the approved “{declared}”',
  },
  'target-unchanged': { zh: '“{indicator}”修订前后相同', en: '“{indicator}” is the same before and after' },
  'target-blank': {
    zh: '“{indicator}”没有修订后的指标值；如不再考核请填“取消”',
    en: '“{indicator}” has no revised value; write 取消 to give it up',
  },
  'target-unreadable': {
    zh: '“{indicator}”修订后的“{target}”读不成指标值',
    en: 'the revised “{target}” of “{indicator}” cannot be read as a target',
  },
  'explanation-missing': { zh: '“{indicator}”没有修订说明', en: '“{indicator}” has no explanation' },
  'proof-missing': { zh: '“{indicator}”没有附证明材料', en: '“{indicator}” has no proof attached' },
  'weights-not-redistributed': {
    zh: '取消的指标有 {weight} 分，请把分值分给其他指标并说明理由',
    en: 'the cancelled rows weigh {weight}; give their weight to other rows and say why',
  },
  'weights-without-cancelling': {
    zh: '没有取消有分值的指标，不能调整分值',
    en: 'no row with weight is cancelled, so weights stay as they are',
  },
  'weight-of-no-row': {
    zh: '“{indicator}”不是保留的指标，或分值为负，不能分给它分值',
    en: '“{indicator}” is no row that stays, or its weight is negative',
  },
  'weights-total-differs': {
    zh: '调整后分值合计 {after}，应与原来的 {before} 相同',
    en: 'the weights add up to {after} and must stay {before}',
  },
  'redistribution-reason-missing': { zh: '没有说明分值调整的理由', en: 'the new weights have no reason' },
  'every-row-cancelled': { zh: '不能取消全部指标', en: 'not every row can be cancelled' },
}

const MEASURES: Readonly<Record<ProgressMeasure, Wording>> = {
  'elapsed-days': { zh: '按日数', en: 'by days' },
  executed: { zh: '按预算执行', en: 'by money spent' },
  milestones: { zh: '按里程碑', en: 'by milestones' },
}

type Closed = Extract<Gate, { kind: 'closed' }>

const CLOSED: Readonly<Record<Closed['reason'], Wording>> = {
  'budget-procedure-only': {
    zh: '本地没有单独的目标修订规定：批复的目标只随预算调整一并调整',
    en: 'this place has no revision of its own: approved goals change with the budget only',
  },
  'already-revised': {
    zh: '只允许修订 {times} 次，已经修订过',
    en: 'only {times} revision is allowed, and it has been made',
  },
  'revision-pending': { zh: '已有一份修订正在审核', en: 'another revision is under review' },
  'progress-unknown': {
    zh: '项目进度（{measure}）无法计算，缺少起止日期、金额或里程碑',
    en: 'progress ({measure}) cannot be told: dates, money or milestones are missing',
  },
  'past-limit': {
    zh: '项目进度 {progress}%，修订须在 {limit}% 之前申报',
    en: 'progress is {progress} %; a revision is filed before {limit} %',
  },
}

export function sayRevisionProblem({ code, parameters }: RevisionProblem, language: Language): string {
  return say(PROBLEMS[code], language, parameters)
}

/** Why the gate is closed; '' when it is open. */
export function sayGate(gate: Gate, language: Language): string {
  if (gate.kind === 'open') return ''
  const measure = 'measure' in gate ? MEASURES[gate.measure][language] : ''
  const said = { ...('times' in gate ? { times: gate.times } : {}), ...limitOf(gate), measure }
  return say(CLOSED[gate.reason], language, said)
}

function limitOf(gate: Closed): Record<string, string> {
  return 'limit' in gate ? { progress: gate.progress, limit: gate.limit } : {}
}
