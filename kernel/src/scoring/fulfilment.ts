/** `fulfilled` and `failed` only when the words say it plainly; everything else is a person's judgement. */
export type Fulfilment = 'fulfilled' | 'failed' | 'open'

const MAX_TEXT = 500
/** 未 不 没 and their like deny; 不断 非常 无故障 do not. */
const DENIAL = /未|没|否|缺|欠|不(?!断)|非(?!常)|无(?!故障|事故|投诉|异常|差错|中断|违规|障碍|纸)/
/** Half done, going on or planned is not done. */
const HEDGE = /基本|部分|大致|大体|一般|尚|较|略|差|待|拟|将|正在|(?<![按依照原度])计划/
const DONE_ALTOGETHER =
  /^(?:已经?)?(?:全部|全面|均|都|按期|按时|如期|按要求|按计划)?(?:已经?)?(?:完成|达成|达到|达标|实现|落实)(?:(?:年度|预期|既定|全部)?(?:目标|指标|要求|任务|值))*$/
const LEADING_PROMISE = /^(?:确保|保证|保障|实现|达到|做到|进行|积极)/
const TRAILING_PRAISE = /性?(?:高|强|(?<!良)好)$|性$/

/** Compares what was promised (its grades and its text) with what is said to have been achieved. */
export function judgeFulfilment(targetText: string, grades: readonly string[], actualText: string): Fulfilment {
  const [target, actual] = [bare(targetText), bare(actualText)]
  if (actual === '' || actual.length > MAX_TEXT || grades.length === 0) return 'open'
  if (actual === target) return 'fulfilled'
  if (says100Percent(actual, grades) || saysNone(actual, grades) || isAsGood(actual, target)) return 'fulfilled'
  if (DENIAL.test(actual)) return deniesGrade(actual, grades) ? 'failed' : 'open'
  if (HEDGE.test(actual)) return 'open'
  if (DONE_ALTOGETHER.test(actual)) return 'fulfilled'
  return grades.every((grade) => says(actual, bare(grade))) ? 'fulfilled' : 'open'
}

const ALL = /^[=≥]?(?:100|壹佰|一百)(?:\.0{1,4})?%$|^百分之?百$/
const WHOLE =
  /^(?:全部|全面|全|按时|按期|如期|及时|足额|按计划|已|应)*(?:完成|达成|覆盖|到位|达标|实现|落实|拨付|发放|支付)$/

/** 100% says that all was done, where all was to be done. */
function says100Percent(actual: string, grades: readonly string[]): boolean {
  return ALL.test(actual) && grades.every((grade) => WHOLE.test(bare(grade)))
}

const ABSENCE = /^(?:无|零|杜绝|不发生|不出现|未发生)[\p{Script=Han}]{1,8}$/u
const NONE = /^(?:无|零|没有|未发生|0(?:\.0{1,4})?[次起件例个项宗人]?)$/

/** 0起 and 无 say that what was to stay away did. */
function saysNone(actual: string, grades: readonly string[]): boolean {
  return NONE.test(actual) && grades.every((grade) => ABSENCE.test(bare(grade)))
}

/** Worst first; words on one line are as good as each other. */
const LADDERS: readonly (readonly (readonly string[])[])[] = [
  [['差', '不合格'], ['低'], ['中', '中等', '合格', '及格'], ['良', '良好'], ['优', '优秀']],
  [['不满意'], ['基本满意'], ['满意'], ['非常满意', '很满意']],
]
const AT_LEAST = /^[≥]?(.{1,4}?)(?:及)?以上$/
/** A printed scale instead of one of its grades (定性 | 优良中低差): its best is promised. */
const SCALE = /^(?:(优)良中低?差?|(好)坏|(高)中低|(好)中差|(是)否|(有)无)$/

/** 优秀 where 良好以上 was promised, 优 where the whole scale 优良中低差 is printed. */
function isAsGood(actual: string, target: string): boolean {
  const best = SCALE.exec(target)?.slice(1).find(Boolean)
  if (best !== undefined) return actual === best || (best === '优' && actual === '优秀')
  const [, least] = AT_LEAST.exec(target) ?? []
  return LADDERS.some((ladder) => {
    const place = (word: string | undefined) => ladder.findIndex((words) => word !== undefined && words.includes(word))
    return place(least) >= 0 && place(actual) >= place(least)
  })
}

/** Says nothing of not, not yet or not quite. */
export function isPlainStatement(text: string): boolean {
  return text.length <= MAX_TEXT && !DENIAL.test(text) && !HEDGE.test(text)
}

function bare(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\([^()]*\)/g, '')
    .replace(/[\s=。;,、]/g, '')
}

/** 不合格 and 未通过 deny the one grade there is, and say nothing else. */
function deniesGrade(actual: string, grades: readonly string[]): boolean {
  const [grade] = grades
  return (
    grades.length === 1 &&
    grade !== undefined &&
    /^[未不没]/.test(actual) &&
    actual.replace(/^(?:没有|[未不没])/, '') === bare(grade)
  )
}

function says(actual: string, grade: string): boolean {
  if (grade === '') return false
  if (actual.includes(grade) || startsWithDoneVerb(actual, grade)) return true
  const core = coreOf(grade)
  return core.length >= 2 && (actual.includes(core) || bothHalves(actual, core))
}

/** 已纳入 answers 纳入…总体设计, but 已建立 leaves 健全 of 建立健全 open. */
function startsWithDoneVerb(actual: string, grade: string): boolean {
  const verb = /^已经?(\p{Script=Han}{2,4})$/u.exec(actual)?.[1]
  if (verb === undefined || !grade.startsWith(verb)) return false
  return grade.length === verb.length || grade.length - verb.length > 2
}

/** 稳定运行 is said by 运行稳定. */
function bothHalves(actual: string, core: string): boolean {
  return core.length === 4 && actual.includes(core.slice(0, 2)) && actual.includes(core.slice(2))
}

/** 保障正常运行 → 正常运行, 稳定性高 → 稳定. */
function coreOf(grade: string): string {
  const promised = grade.replace(LEADING_PROMISE, '')
  const core = (promised.length >= 2 ? promised : grade).replace(TRAILING_PRAISE, '')
  return core.length >= 2 ? core : grade
}
