import type { Operator } from '../target.ts'

/**
 * `before` stands before the number, `after` behind it; `adjacent` words count only when they touch the number
 * (达95%, 3天内), because elsewhere they are ordinary Chinese.
 */
export type OperatorWord = {
  readonly operator: Operator
  readonly place: 'before' | 'after'
  readonly sign: boolean
  readonly adjacent: boolean
  readonly byConvention: boolean
}

export type Direction = 'rise' | 'fall' | 'keep'

const SIGNS: Readonly<Record<Operator, string>> = {
  ge: '≥ >= => ≥= ≥≥ ≮ 不< 不＜ \\geq \\ge',
  le: '≤ <= =< ≤= ≤≤ ≯ 不> \\leq \\le',
  gt: '> >>',
  lt: '< <<',
  eq: '= == =≡ ≡',
}

/** How a sign prints. */
export const SIGN: Readonly<Record<Operator, string>> = { ge: '≥', le: '≤', gt: '>', lt: '<', eq: '=' }

const BEFORE: Readonly<Record<Operator, string>> = {
  ge: '大于等于 大于或等于 等于或大于 大于或者等于 大等于 大于= 大于/等于 大于、等于 不少于 不低于 不小于 不得少于 不得低于 不得小于 不应少于 不应低于 不能少于 不能低于 不可低于 未少于 未低于 至少 最低 最少 起码 最小 下限 达到 达到或超过 达到并超过 力争达到 力争达 力争 不短于 不早于 不低 不少 不亚于 不劣于 不差于 不弱于 确保达到 高于等于 高于或等于 超过或等于 多于或等于 优于或等于 提升至 提高至 提升到 提高到 增长至 增长到 增加到 增加至 上升至 上升到 扩大到 扩大至 达标值 不低于于',
  le: '小于等于 小于或等于 等于或小于 小于或者等于 小等于 小于= 小于/等于 小于、等于 不超过 不超出 不超 不高于 不大于 不多于 不得超过 不得超出 不得高于 不得大于 不得多于 不应超过 不应高于 不应大于 不能超过 不能高于 不能大于 不可超过 不会超过 未超过 未超出 未高于 不突破 不长于 不晚于 不迟于 至多 最多 最高 最大 最长 最晚 最迟 上限 控制在 控制到 控制为 低于等于 低于或等于 少于等于 少于或等于 降低到 降低至 下降至 下降到 减少到 减少至 压减至 压降至 缩短至 缩短到 降到 降至 限制在',
  gt: '超过 超出 大于 高于 突破 多于 长于 优于 好于 强于 逾',
  lt: '小于 低于 少于 短于 早于 不足 不到 不满 未达到 未达',
  eq: '等于 恰好 正好 保持为 维持为',
}

const ADJACENT: Readonly<Record<Operator, string>> = {
  ge: '达 达至 达成 提前',
  le: '控制 前',
  gt: '超 过',
  lt: '未满 未超',
  eq: '为 是',
}

const AFTER: Readonly<Record<Operator, string>> = {
  ge: '及以上 及其以上 或以上 和以上 含以上 及以上水平 或更多 以上含 封底',
  le: '及以下 及其以下 或以下 和以下 含以下 以内 之内 以里 内 或更少 封顶 范围内 以下含',
  gt: '',
  lt: '',
  eq: '',
}

/** 以上 and 以下 include the number by convention (rules.md §2.1, lower bound). */
const AFTER_BY_CONVENTION: Readonly<Record<Operator, string>> = { ge: '以上', le: '以下', gt: '', lt: '', eq: '' }

function operatorWords(
  table: Readonly<Record<Operator, string>>,
  rest: Omit<OperatorWord, 'operator'>,
): [string, OperatorWord][] {
  return (Object.keys(table) as Operator[]).flatMap((operator) =>
    table[operator]
      .split(' ')
      .filter((word) => word !== '')
      .map((word): [string, OperatorWord] => [word, { operator, ...rest }]),
  )
}

const FREE = { place: 'before', sign: false, adjacent: false, byConvention: false } as const

export const OPERATOR_WORDS: readonly (readonly [string, OperatorWord])[] = [
  ...operatorWords(BEFORE, FREE),
  ...operatorWords(ADJACENT, { ...FREE, adjacent: true }),
  ...operatorWords(SIGNS, { ...FREE, sign: true }),
  ...operatorWords(AFTER, { ...FREE, place: 'after', adjacent: true }),
  ...operatorWords(AFTER_BY_CONVENTION, { ...FREE, place: 'after', adjacent: true, byConvention: true }),
]

export const BASELINE_WORDS =
  '上年 上一年 上一年度 上年度 去年 上年同期 去年同期 上年实际 上年水平 去年水平 往年 往年同期 历年 前一年 前一年度 前年 同期 同比 环比 上年数 上年底 上年末 逐年 上期 上月 上季度 上周期 上年度同期 上一年同期 基期 基数 基准年 现有水平 原有水平 以前年度 以往年度 预算年度前一年 上学年 上学期 上一学年'.split(
    ' ',
  )

const DIRECTIONS: Readonly<Record<Direction, string>> = {
  rise: '提高 提升 增长 增加 上升 增强 改善 扩大 优化 好转 递增 上涨 提速 有进步 增多 加强 稳步提升 稳中有升 稳步增长',
  fall: '下降 降低 减少 减低 缩短 缩减 压减 压缩 压降 回落 递减 节约 节省 减轻 下调',
  keep: '持平 保持不变 不变 基本持平 保持稳定 保持一致 相当 保持',
}

/** 不下降, 只增不减: at least (at most) what last year had. */
const KEPT_BOUNDS: Readonly<Record<'ge' | 'le', string>> = {
  ge: '不下降 不降低 不减少 不下滑 不降 不减 只增不减 只升不降 有增无减 稳中有进 零下降',
  le: '不增加 不增长 不上升 不提高 不增 不上涨 只减不增 只降不升 零增长 负增长',
}

export type DirectionWord = { readonly direction: Direction; readonly bound: 'ge' | 'le' | null }

export const DIRECTION_WORDS: readonly (readonly [string, DirectionWord])[] = [
  ...(Object.keys(DIRECTIONS) as Direction[]).flatMap((direction) =>
    DIRECTIONS[direction].split(' ').map((word) => [word, { direction, bound: null }] as const),
  ),
  ...(['ge', 'le'] as const).flatMap((bound) =>
    KEPT_BOUNDS[bound].split(' ').map((word) => [word, { direction: 'keep', bound }] as const),
  ),
]

/** 同比增幅≥5%: behind last year the name of a rate tells the direction. */
export const RATES_OF_CHANGE: ReadonlyMap<string, Direction> = new Map([
  ...'增幅 增速 增长率 增长幅度 提高率 提升率 提升幅度 上升率 增加率'.split(' ').map((word) => [word, 'rise'] as const),
  ...'降幅 下降率 下降幅度 降低率 减少率'.split(' ').map((word) => [word, 'fall'] as const),
])
