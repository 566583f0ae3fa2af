import type { Period } from '../target.ts'

/** `every` periods recur (每月); `whole` ones total a span (全年). */
export type PeriodWord = { readonly period: Period; readonly span: 'every' | 'whole' }

const EVERY: Readonly<Record<Period, string>> = {
  year: '每年 每年度 每一年 年均 每年均 按年 每个年度 每财年',
  'half-year': '每半年 每半年度 按半年',
  quarter: '每季度 每季 每个季度 每一季度 季均 按季度 按季 每季度末 每季度末前',
  month: '每月 每个月 每月份 每一个月 月均 按月 逐月 每自然月 每月度 每月底 每月底前 每月末 每月月底前',
  week: '每周 每星期 每个星期 每一周 周均 每个周 按周',
  day: '每日 每天 每一天 天天 日均 每工作日 每个工作日 按日 按天 每晚 每昼夜',
}

const WHOLE: Readonly<Record<Period, string>> = {
  year: '全年 全年度 年度 年度内 年内 一年内 1年内 本年 本年度 本年度内 当年 当年度 年 全年累计 年累计 全年共 全年内 当年内 本年内',
  'half-year': '半年内 全半年 半年度',
  quarter: '季度内 季内 当季 本季度 全季 季度',
  month: '月内 当月 本月 全月 月度 月度内',
  week: '周内 当周 本周 全周',
  day: '当天 当日 日内 全天 全日 单日',
}

function periodWords(table: Readonly<Record<Period, string>>, span: PeriodWord['span']): [string, PeriodWord][] {
  return (Object.keys(table) as Period[]).flatMap((period) =>
    table[period].split(' ').map((word): [string, PeriodWord] => [word, { period, span }]),
  )
}

export const PERIOD_WORDS: readonly (readonly [string, PeriodWord])[] = [
  ...periodWords(EVERY, 'every'),
  ...periodWords(WHOLE, 'whole'),
]

/** 隔周 and 双月 recur every second span. */
export const ALTERNATE_SPANS: ReadonlyMap<string, string> = new Map(
  ['周', '天', '日', '月', '年'].flatMap((unit) => [
    [`隔${unit}`, unit],
    [`每隔${unit}`, unit],
    [`双${unit}`, unit],
    [`每双${unit}`, unit],
  ]),
)

/** Units of time that name a period behind a slash (次/年) or between two counts (一年一次). */
export const PERIOD_OF_UNIT: ReadonlyMap<string, Period> = new Map<string, Period>([
  ['年', 'year'],
  ['年度', 'year'],
  ['半年', 'half-year'],
  ['季度', 'quarter'],
  ['季', 'quarter'],
  ['月', 'month'],
  ['个月', 'month'],
  ['周', 'week'],
  ['星期', 'week'],
  ['天', 'day'],
  ['日', 'day'],
  ['工作日', 'day'],
])

/** Ends of a span that a deadline names: month and day, or the month alone when its length varies. */
export const YEAR_PARTS: ReadonlyMap<string, string> = new Map<string, string>([
  ['年底', '12-31'],
  ['年末', '12-31'],
  ['年终', '12-31'],
  ['年度末', '12-31'],
  ['年中', '06-30'],
  ['上半年', '06-30'],
  ['下半年', '12-31'],
  ['上半年度', '06-30'],
  ['下半年度', '12-31'],
  ['一季度', '03-31'],
  ['二季度', '06-30'],
  ['三季度', '09-30'],
  ['四季度', '12-31'],
  ['第一季度', '03-31'],
  ['第二季度', '06-30'],
  ['第三季度', '09-30'],
  ['第四季度', '12-31'],
  ['第1季度', '03-31'],
  ['第2季度', '06-30'],
  ['第3季度', '09-30'],
  ['第4季度', '12-31'],
  ['1季度', '03-31'],
  ['2季度', '06-30'],
  ['3季度', '09-30'],
  ['4季度', '12-31'],
  ['首季度', '03-31'],
  ['前两季度', '06-30'],
  ['前二季度', '06-30'],
  ['前三季度', '09-30'],
  ['前3季度', '09-30'],
  ['末季度', '12-31'],
  ...['Q', 'q'].flatMap((quarter) =>
    ['03-31', '06-30', '09-30', '12-31'].map((end, at) => [`${quarter}${at + 1}`, end] as const),
  ),
])

/** 年内, 本季度内: inside the running span, no day named. */
export const WITHIN_WORDS: ReadonlyMap<string, Period> = new Map<string, Period>([
  ['年内', 'year'],
  ['一年内', 'year'],
  ['1年内', 'year'],
  ['年度内', 'year'],
  ['本年内', 'year'],
  ['本年度内', 'year'],
  ['当年内', 'year'],
  ['当年', 'year'],
  ['当年度', 'year'],
  ['本年', 'year'],
  ['本年度', 'year'],
  ['半年内', 'half-year'],
  ['季度内', 'quarter'],
  ['季内', 'quarter'],
  ['当季', 'quarter'],
  ['本季度', 'quarter'],
  ['月内', 'month'],
  ['当月', 'month'],
  ['本月', 'month'],
  ['周内', 'week'],
  ['当周', 'week'],
  ['本周', 'week'],
  ['当天', 'day'],
  ['当日', 'day'],
  ['日内', 'day'],
  ['月底前', 'month'],
  ['月底之前', 'month'],
  ['月末前', 'month'],
  ['月底', 'month'],
  ['月末', 'month'],
  ['季度末', 'quarter'],
  ['季度末前', 'quarter'],
  ['季末', 'quarter'],
  ['每月底', 'month'],
  ['每月底前', 'month'],
  ['每月末', 'month'],
  ['每月月底前', 'month'],
  ['每季度末', 'quarter'],
  ['每季度末前', 'quarter'],
  ['每年底', 'year'],
  ['每年底前', 'year'],
  ['每年年底前', 'year'],
])

/** Words right behind a day that make it a deadline. */
export const DEADLINE_ENDS =
  '前 之前 以前 前后 底前 底之前 止 为止 底 末 末前 底以前 月底 月末 月底前 月底之前 月末前 年底 年底前 年末 年底之前 年末前 内 以内 之内 份 份前 份底前 份内 底内 当天'.split(
    ' ',
  )

/** 2022年春节前: days of no fixed date, so that the year beside them is no deadline. */
export const OCCASIONS =
  '春节 元宵节 清明节 端午节 中秋节 国庆节 劳动节 教师节 国庆 中秋 端午 两节 双节 汛期 主汛期 入汛 雨季 旱季 枯水期 开学 入学 暑假 寒假 暑期 冬季 夏季 春季 秋季 入冬 供暖 供暖期 采暖季 采暖期 春耕 秋收 三夏 三秋 播种 封冻 防火期'.split(
    ' ',
  )
