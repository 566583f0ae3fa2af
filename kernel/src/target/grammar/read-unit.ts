import { type Decimal, decimal } from '../../decimal.ts'
import type { Period, TargetNote } from '../target.ts'
import { markOf, type Token } from '../tokens/tokens.ts'
import { LEXICON } from '../words/lexicon.ts'
import { CLASSIFIED_UNITS, type UnitFamily, type UnitWord } from '../words/measure-words.ts'
import { PERIOD_OF_UNIT } from '../words/time-words.ts'
import type { RecurringSpan } from './recurring-span.ts'

/** `per` is set when a count recurs in a period (次/月); any other compound stays in the text of the unit (元/人·月). */
export type UnitRead = {
  readonly unit: string
  readonly family: UnitFamily | null
  readonly per: Period | null
  /** 次/2周: a count in a span that is no period. */
  readonly span: RecurringSpan | null
  readonly notes: readonly TargetNote[]
  readonly end: number
}

type Part = { readonly text: string; readonly count: Decimal | null; readonly unit: string; readonly end: number }
type Parts = { readonly text: string; readonly lone: Part | null; readonly end: number }

export function readUnit(tokens: readonly Token[], at: number): UnitRead | null {
  const base = baseUnit(tokens, at)
  if (!base) return null
  const parts = dividing(tokens, base.end)
  const lone = base.family === 'count' ? parts.lone : null
  // 人·月 is the month of work of one person, not people every month.
  const work = lone && parts.text[0] === '·' ? LEXICON.get(base.unit + lone.text)?.unit : undefined
  if (work) return { ...base, ...work, end: parts.end }
  const per = lone ? (PERIOD_OF_UNIT.get(lone.text) ?? null) : null
  if (per) return { ...base, per, end: parts.end }
  if (lone?.count) return { ...base, span: { count: lone.count, unit: lone.unit }, end: parts.end }
  return { ...base, unit: base.unit + parts.text, per: null, end: parts.end }
}

function baseUnit(tokens: readonly Token[], at: number): UnitRead | null {
  const token = tokens[at]
  if (token?.kind === 'bracket') return bracketedUnit(token.text, at)
  if (token?.kind !== 'word' || !token.word.unit) return null
  const next = tokens[at + 1]
  if (token.text === '个' && next?.kind === 'word' && next.word.unit && CLASSIFIED_UNITS.has(next.text))
    return { ...next.word.unit, per: null, span: null, notes: [], end: at + 2 }
  const unit = token.word.unit
  const percentTwice = unit.unit === '%' && unitText(next) === '%'
  const alternative = unit.family === 'percent' ? null : alternativeUnit(next)
  if (alternative)
    return {
      unit: `${unit.unit}（${alternative}）`,
      family: unit.family,
      per: null,
      span: null,
      notes: [],
      end: at + 2,
    }
  return { ...unit, per: null, span: null, notes: [], end: percentTwice ? at + 2 : at + 1 }
}

/** 12（次）: the unit alone in brackets. */
function bracketedUnit(text: string, at: number): UnitRead | null {
  const unit = loneUnit(text)
  return unit ? { ...unit, per: null, span: null, notes: [], end: at + 1 } : null
}

/** 台（套）: two names of one unit, as official forms print it. */
function alternativeUnit(token: Token | undefined): string | null {
  return token?.kind === 'bracket' && loneUnit(token.text)?.family === 'count' ? token.text : null
}

function loneUnit(text: string): UnitWord | null {
  return LEXICON.get(text)?.unit ?? null
}

function unitText(token: Token | undefined): string | null {
  return token?.kind === 'word' ? (token.word.unit?.unit ?? null) : null
}

/** Everything behind slashes, dots and 每: /人·月, /2年, /每季度. */
function dividing(tokens: readonly Token[], start: number): Parts {
  let end = start
  let text = ''
  let lone: Part | null = null
  for (let count = 0; count < 4; count += 1) {
    const separator = separatorAt(tokens, end)
    if (!separator) break
    const part = partAt(tokens, separator.end)
    if (!part || (part.count && !spans(part.unit, separator.text))) break
    text += separator.text + part.text
    lone = count === 0 ? part : null
    end = part.end
  }
  return { text, lone, end }
}

function separatorAt(tokens: readonly Token[], at: number): { text: string; end: number } | null {
  const mark = markOf(tokens[at])
  if (mark === 'slash') return { text: '/', end: markOf(tokens[at + 1]) === 'every' ? at + 2 : at + 1 }
  if (mark === 'every') return { text: '/', end: at + 1 }
  if (mark === 'middle-dot' || mark === 'times' || tokens[at]?.text === '.') return { text: '·', end: at + 1 }
  return null
}

const PERIOD_UNITS: Readonly<Record<Period, string>> = {
  year: '年',
  'half-year': '半年',
  quarter: '季度',
  month: '月',
  week: '周',
  day: '天',
}

export function periodUnit(period: Period): string {
  return PERIOD_UNITS[period]
}

/** 次/2年 and 元/100公里 divide by an amount; 3个/3个 and 2期×50人 do not. */
function spans(unit: string, separator: string): boolean {
  const family = loneUnit(unit)?.family
  return separator === '/' && (family === 'time' || family === 'physical')
}

const HALF = decimal('0.5')

function partAt(tokens: readonly Token[], at: number): Part | null {
  const token = tokens[at]
  const next = unitText(tokens[at + 1])
  const many = manyAt(tokens, at) ?? compoundAt(tokens, at)
  if (many) return many
  if (token?.kind === 'number' && next)
    return { text: `${token.text}${next}`, count: token.numeral.value, unit: next, end: at + 2 }
  if (markOf(token) === 'half' && next) return { text: `半${next}`, count: HALF, unit: next, end: at + 2 }
  const text = divisorText(token)
  return text === null ? null : { text, count: null, unit: text, end: at + 1 }
}

/** 张/千人, 起/10万人, 每百户: so many of them together. */
export function manyAt(tokens: readonly Token[], at: number): Part | null {
  const token = tokens[at]
  const unit = countUnit(tokens[at + 1])
  const round =
    token?.kind === 'text' ? ROUND_NUMBERS.has(token.text) : token?.kind === 'number' && token.numeral.expanded
  return unit && token && round ? { text: `${token.text}${unit}`, count: null, unit, end: at + 2 } : null
}

/** /行政村: a thing whose name ends with a unit. */
export function compoundAt(tokens: readonly Token[], at: number): Part | null {
  const thing = tokens[at]
  const unit = countUnit(tokens[at + 1])
  if (thing?.kind !== 'text' || thing.text.length > LONGEST_DIVISOR || unit === null) return null
  return { text: thing.text + unit, count: null, unit, end: at + 2 }
}

function countUnit(token: Token | undefined): string | null {
  return token?.kind === 'word' && token.word.unit?.family === 'count' ? token.word.unit.unit : null
}

const ROUND_NUMBERS = new Set(['百', '千', '万'])

const LONGEST_DIVISOR = 4

function divisorText(token: Token | undefined): string | null {
  if (token?.kind === 'text') return token.text.length <= LONGEST_DIVISOR ? token.text : null
  if (token?.kind !== 'word') return null
  if (token.word.unit) return token.word.unit.unit
  return token.word.period ? PERIOD_UNITS[token.word.period.period] : null
}
