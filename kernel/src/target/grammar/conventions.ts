import { compare, decimal, isZero } from '../../decimal.ts'
import type { Target, TargetContext, TargetNote } from '../target.ts'
import type { Token } from '../tokens/tokens.ts'
import { LEXICON } from '../words/lexicon.ts'

type Read = { readonly tokens: readonly Token[]; readonly folded: string; readonly joined: boolean }

/** The documented conventions that look at the row around a text; each leaves a note for a person to see. */
export function applyConventions(target: Target, read: Read, context: TargetContext): Target {
  return CONVENTIONS.reduce((current, convention) => convention(current, read, context), target)
}

type Convention = (target: Target, read: Read, context: TargetContext) => Target

const CONVENTIONS: readonly Convention[] = [
  atLeastForSatisfaction,
  lastYearImplied,
  serialDate,
  completionOfRow,
  zeroForNone,
  zeroBesideNone,
  impossibleRate,
  suspectUnit,
  fractionOfPercent,
  digitsJoined,
]

function around({ indicator = '', level1 = '', level2 = '' }: TargetContext): string {
  return `${level1} ${level2} ${indicator}`
}

/** rules.md §2.1: a bare percentage on a satisfaction row means at least. */
function atLeastForSatisfaction(target: Target, { folded }: Read, context: TargetContext): Target {
  const satisfaction = around(context).includes('满意') || folded.includes('满意度') || folded.includes('满意率')
  const bare = target.kind === 'number' && target.unit === '%' && target.notes.includes('operator-implied')
  return satisfaction && bare ? { ...target, operator: 'ge' } : target
}

/** 只减不增 and 持平 compare with last year without naming it; 只减不增 also behind the name of what it keeps. */
function lastYearImplied(target: Target): Target {
  const [words = '', ...more] = target.kind === 'grade' ? target.grades : []
  const word = ONE_WAY.has(words.slice(-ONE_WAY_LENGTH)) ? words.slice(-ONE_WAY_LENGTH) : words
  const kept = LEXICON.get(word)?.direction
  if (target.kind !== 'grade' || more.length > 0 || kept?.direction !== 'keep' || !ALONE.has(word)) return target
  const operator = kept.bound ?? 'eq'
  return { kind: 'relative', direction: 'keep', operator, value: null, unit: null, notes: ['baseline-implied'] }
}

const ONE_WAY = new Set(['只增不减', '只减不增', '只升不降', '只降不升', '有增无减'])
const ONE_WAY_LENGTH = 4

const ALONE = new Set([...ONE_WAY, '持平', '基本持平', '零增长', '不下降', '不增长', '不增加', '不减少', '不降低'])

const FIRST_SERIAL = decimal('36526')
const LAST_SERIAL = decimal('73415')

/**
 * Spreadsheets store a day as the count of days since 1899-12-30: 44561 is 2021-12-31, 36526 the first day of 2000.
 * A joined row may show the count twice, as value and as unit.
 */
function serialDate(target: Target, { tokens }: Read, context: TargetContext): Target {
  const numbers = tokens.filter((token) => token.kind === 'number')
  const sign = tokens[0]?.kind === 'word' && tokens[0].word.operator?.operator === 'eq' ? 1 : 0
  const twice = numbers.length === 2 && numbers[0]?.text === numbers[1]?.text
  const value = numbers[0]?.numeral.value
  if (tokens.length !== numbers.length + sign || value?.length !== 5 || (numbers.length !== 1 && !twice)) return target
  if (compare(value, FIRST_SERIAL) < 0 || compare(value, LAST_SERIAL) > 0) return target
  const timely = /时效|时间|日期|完成|及时|期限|时限/.test(around(context))
  if (!twice && !timely) return noted(target, 'maybe-spreadsheet-date')
  return { kind: 'deadline', date: dayOfSerial(Number(value)), within: null, grades: [], notes: ['date-from-serial'] }
}

function dayOfSerial(serial: number): string {
  return new Date(Date.UTC(1899, 11, 30 + serial)).toISOString().slice(0, 10)
}

/** The row prints 一年内 in the name column and 完成 as the value: read together. */
function completionOfRow(target: Target, _read: Read, { indicator = '' }: TargetContext): Target {
  if (
    target.kind !== 'grade' ||
    target.grades.join() !== '完成' ||
    !/^(一年内|年内|本年内|当年)$/.test(indicator.trim())
  )
    return target
  return { kind: 'deadline', date: null, within: 'year', grades: ['完成'], notes: target.notes }
}

const COUNTS_HARM = /事故|投诉|违规|违纪|违法|泄密|泄露|差错|舆情|上访|纠纷|失误|超标|超支/

/** 无 beside 事故发生数 promises none of them; elsewhere it says that the row does not apply. */
function zeroForNone(target: Target, { folded }: Read, { indicator = '' }: TargetContext): Target {
  if (target.kind !== 'none' || (folded !== '无' && folded !== '没有') || !COUNTS_HARM.test(indicator)) return target
  return { kind: 'number', operator: 'eq', value: decimal('0'), unit: null, period: null, notes: ['none-means-zero'] }
}

/** rules.md §2.1: 0 beside the indicator 无 is a placeholder that must not be scored. */
function zeroBesideNone(target: Target, _read: Read, { indicator = '' }: TargetContext): Target {
  const empty = /^(无|不适用|不涉及|\/|-+|—+)$/.test(indicator.trim())
  return empty && target.kind === 'number' && isZero(target.value) ? noted(target, 'not-applicable-row') : target
}

/** rules.md §2.2: a rate lies between 0 and 100 %, unless it says how much something grew. */
function impossibleRate(target: Target, _read: Read, context: TargetContext): Target {
  if ((target.kind !== 'number' && target.kind !== 'range') || target.unit !== '%') return target
  const name = context.indicator?.trim() ?? ''
  const rate =
    /(率|满意度|覆盖面|普及度|知晓度)$/.test(name) &&
    !/增长|提高|提升|增幅|下降|降低|变动|收益|回报|超额|倍率/.test(name)
  const most = target.kind === 'range' ? target.upper : target.value
  return rate && (compare(most, decimal('100')) > 0 || target.value.startsWith('-'))
    ? noted(target, 'range-impossible')
    : target
}

/** rules.md §2.2: KB is no speed, 人次 is no headcount. */
function suspectUnit(target: Target, _read: Read, { indicator = '' }: TargetContext): Target {
  if (!('unit' in target) || target.unit === null) return target
  const size = /^(KB|Kb|kb|MB|Mb|GB|Gb|TB|K|M|G)$/.test(target.unit) && /速度|速率|带宽/.test(indicator)
  const heads =
    target.unit === '人次' && /人员数|人数|人员配备|常驻|编制/.test(indicator) && !indicator.includes('人次')
  return size || heads ? noted(target, 'unit-suspect') : target
}

/** A spreadsheet stores 98 % as 0.98; the reading stays as written and a person decides. */
function fractionOfPercent(target: Target, { tokens }: Read, context: TargetContext): Target {
  if (target.kind !== 'number' || target.unit !== null || tokens.length !== 1) return target
  const rate = /率|满意度|比例|占比/.test(context.indicator ?? '')
  const fraction = compare(target.value, decimal('1')) <= 0 && !isZero(target.value)
  return rate && fraction ? noted(target, 'maybe-fraction-of-percent') : target
}

/** Digits set apart by blanks may have been two numbers. */
function digitsJoined(target: Target, { joined }: Read): Target {
  return joined && target.kind !== 'unreadable' && target.kind !== 'none' ? noted(target, 'digits-joined') : target
}

function noted(target: Target, note: TargetNote): Target {
  return { ...target, notes: [...target.notes, note] }
}
