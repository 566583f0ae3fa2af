import type { Period } from '../target.ts'

/** Several named times in one list, at each of which something is due: 6月、12月各 · 周一、三、五 · 9:00、15:00. */
export type NamedTimes = {
  readonly count: number
  /** The span the times recur in; null when the word before tells (每学期初、末). */
  readonly period: Period | null
  /** 各 stands behind: what follows is due at each of them. */
  readonly each: boolean
  /** Without any number the list itself says how often. */
  readonly alone: boolean
  /** The times as printed, where they are more than equal parts of the span. */
  readonly printed: string | null
}

type Shape = {
  readonly period: Period | null
  readonly item: string
  /** A list where only the last item has its unit: 3、6、9、12月. */
  readonly short?: string
  readonly before?: string
  readonly apart?: false
  readonly bare?: true
  readonly alone?: true
  readonly printed?: true
}

const MONTH = '(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])'
const DAY = '(?:[12]\\d|3[01]|0?[1-9])'
const WEEKDAY = '[一二三四五六日天]'
const HOUR = '(?:上午|下午|早上?|晚上?|中午|凌晨|夜间)?(?:1\\d|2[0-4]|0?\\d)'
const OCCASION =
  '(?:元旦|春节|元宵节?|清明节?|五一|劳动节|端午节?|六一|儿童节|七一|八一|中秋节?|十一|国庆节?|汛前|汛后|寒假|暑假|开学)'

/**
 * Lists without 各 are only read where a list can be nothing else (`bare`), hours and days only behind 每天 and
 * 每月; months may be deadlines.
 */
const SHAPES: readonly Shape[] = [
  { period: 'year', item: `${MONTH}月份?(?:上旬|中旬|下旬|[初中底末])?`, short: MONTH, printed: true },
  { period: 'year', item: '第?[一二三四1-4]季度?(?:初|末|底)?', short: '第?[一二三四1-4]', printed: true },
  { period: 'year', item: '[上下]半年度?', short: '[上下]', apart: false },
  { period: 'year', item: '[春夏秋冬](?:[两二三四]?季|天)?', short: '[春夏秋冬]', apart: false },
  { period: 'year', item: '年(?:初|中|[末底])' },
  { period: 'year', item: `${OCCASION}(?:前|期间)?`, printed: true },
  { period: 'year', item: '暑[假期]', short: '寒', apart: false },
  { period: 'quarter', item: '季(?:初|中|[末底])' },
  { period: 'month', item: `${DAY}[日号]`, short: DAY, bare: true, alone: true, printed: true },
  { period: 'month', item: '月(?:初|中|[末底])' },
  { period: 'month', item: '[上中下]旬', short: '[上中下]', apart: false },
  {
    period: 'week',
    before: '每?(?:周|星期|礼拜)',
    item: `(?:周|星期|礼拜)?${WEEKDAY}`,
    bare: true,
    alone: true,
    printed: true,
  },
  {
    period: 'day',
    item: `${HOUR}(?::[0-5]\\d|[点时](?:[0-5]?\\d分?|半|整)?)`,
    short: HOUR,
    bare: true,
    alone: true,
    printed: true,
  },
  { period: 'day', item: '[上下]午', short: '[上下]', apart: false, bare: true },
  {
    period: 'day',
    item: '(?:早上|早晨|上午|中午|下午|晚上|傍晚|夜间|[早中晚晨])',
    apart: false,
    bare: true,
  },
  { period: null, item: '(?:(?:学?期)?[初末底]|期中)' },
]

const MOST_CHARACTERS = 80
const SEPARATOR = '(?:以及|[、,和及与])'
const EACH = /^(?:之前|前|期间|时)?(?:各自|各|分别)/
/** Behind a list these make a count or a limit of it: 每周三、五次, 每月5日、15日前. */
const COUNTED_SO = /^[次回天场个期篇项份条节课遍小前内之起至到-]/
const OPENS_LIST = /[\d一二三四五六七八九十第上下春夏秋冬寒年元清端劳儿国汛暑开季月每周星礼早中晚凌夜晨傍初学期末]/

const LISTS = SHAPES.map((shape) => {
  const gap = shape.apart === false ? `${SEPARATOR}?` : SEPARATOR
  const inner = shape.short ? `(?:${shape.item}|${shape.short})` : shape.item
  return {
    shape,
    list: new RegExp(`^${shape.before ?? ''}(?:${inner}${gap}){1,11}${shape.item}`),
    items: new RegExp(inner, 'g'),
    prefix: new RegExp(`^${shape.before ?? ''}`),
  }
})

export function namedTimesAt(
  characters: readonly string[],
  at: number,
  behind: Period | null,
): { times: NamedTimes; end: number } | null {
  if (!OPENS_LIST.test(characters[at] ?? '') || /[\d.\-~/:至到第]/.test(characters[at - 1] ?? '')) return null
  const text = characters.slice(at, at + MOST_CHARACTERS).join('')
  for (const { shape, list, items, prefix } of LISTS) {
    const printed = list.exec(text)?.[0]
    if (printed === undefined) continue
    const rest = text.slice(printed.length)
    const each = EACH.exec(rest)?.[0] ?? ''
    const sure = shape.bare && (shape.period === 'week' || shape.period === behind) && !COUNTED_SO.test(rest)
    if (each === '' && !sure) continue
    const named = printed.replace(prefix, '').match(items) ?? []
    const times: NamedTimes = {
      count: named.length,
      period: shape.period,
      each: each !== '',
      alone: shape.alone === true,
      printed: shape.printed ? printed.replace(/^每/, '') : null,
    }
    return { times, end: at + [...printed].length + [...each].length }
  }
  return null
}
