import { LEXICON } from './lexicon.ts'
import { CLASSIFIED_UNITS, type UnitFamily, type UnitWord } from './measure-words.ts'
import type { Period, TargetNote } from './target.ts'
import { PERIOD_OF_UNIT } from './time-words.ts'
import { markOf, type Token } from './tokens.ts'

/** `per` is set when a count recurs in a period (次/月); any other compound stays in the text of the unit (元/人·月). */
export type UnitRead = {
  readonly unit: string
  readonly family: UnitFamily | null
  readonly per: Period | null
  readonly notes: readonly TargetNote[]
  readonly end: number
}

type Parts = { readonly text: string; readonly lone: string | null; readonly end: number }

export function readUnit(tokens: readonly Token[], at: number): UnitRead | null {
  const base = baseUnit(tokens, at)
  if (!base) return null
  const parts = dividing(tokens, base.end)
  const per = parts.lone && base.family === 'count' ? (PERIOD_OF_UNIT.get(parts.lone) ?? null) : null
  if (per) return { ...base, per, end: parts.end }
  return { ...base, unit: base.unit + parts.text, per: null, end: parts.end }
}

function baseUnit(tokens: readonly Token[], at: number): UnitRead | null {
  const token = tokens[at]
  if (token?.kind === 'bracket') return bracketedUnit(token.text, at)
  if (token?.kind !== 'word' || !token.word.unit) return null
  const next = tokens[at + 1]
  if (token.text === '个' && next?.kind === 'word' && next.word.unit && CLASSIFIED_UNITS.has(next.text))
    return { ...next.word.unit, per: null, notes: [], end: at + 2 }
  const unit = token.word.unit
  const percentTwice = unit.unit === '%' && unitText(next) === '%'
  const alternative = alternativeUnit(next)
  if (alternative)
    return { unit: `${unit.unit}（${alternative}）`, family: unit.family, per: null, notes: [], end: at + 2 }
  return { ...unit, per: null, notes: [], end: percentTwice ? at + 2 : at + 1 }
}

/** 12（次）: the unit alone in brackets. */
function bracketedUnit(text: string, at: number): UnitRead | null {
  const unit = loneUnit(text)
  return unit ? { ...unit, per: null, notes: [], end: at + 1 } : null
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
  let lone: string | null = null
  for (let count = 0; count < 4; count += 1) {
    const separator = separatorAt(tokens, end)
    if (!separator) break
    const part = partAt(tokens, separator.end)
    if (!part) break
    text += separator.text + part.text
    lone = count === 0 ? part.text : null
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

function partAt(tokens: readonly Token[], at: number): { text: string; end: number } | null {
  const token = tokens[at]
  const next = unitText(tokens[at + 1])
  if (token?.kind === 'word') {
    if (markOf(token) === 'half' && next) return { text: `半${next}`, end: at + 2 }
    if (token.word.unit) return { text: token.word.unit.unit, end: at + 1 }
    return token.word.period ? { text: PERIOD_UNITS[token.word.period.period], end: at + 1 } : null
  }
  if (token?.kind === 'number' && next) return { text: `${token.text}${next}`, end: at + 2 }
  return token?.kind === 'text' && token.text.length <= 4 ? { text: token.text, end: at + 1 } : null
}
