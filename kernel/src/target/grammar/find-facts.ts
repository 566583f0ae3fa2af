import { decimal } from '../../decimal.ts'
import { isEnumerator, markOf, type Token } from '../tokens/tokens.ts'
import { type DirectionWord, RATES_OF_CHANGE } from '../words/comparison-words.ts'
import { LEXICON } from '../words/lexicon.ts'
import { comparisonOf, deadlineWithin } from './closing-facts.ts'
import type { Findings } from './facts.ts'
import { countOfTimes, takeTimes } from './occurrences.ts'
import { afterComma, NOTHING_PENDING, withOperator } from './pending.ts'
import { isPassed } from './promise-of-amount.ts'
import { inclusion, readAmount } from './read-amount.ts'
import { compoundAt, manyAt, readUnit } from './read-unit.ts'
import { restOfSegment, type Scan, startsWithOperator } from './scan.ts'
import { takeNumber } from './scan-numbers.ts'

const TWO = decimal('2')

export function findFacts(tokens: readonly Token[]): Findings {
  const scan: Scan = {
    tokens,
    facts: [],
    qualifiers: [],
    at: 0,
    pending: NOTHING_PENDING,
    segment: 0,
    clause: 0,
    words: '',
    problem: null,
    unfilled: false,
  }
  while (scan.at < tokens.length) step(scan)
  closeClause(scan)
  const { facts, qualifiers, words, problem, unfilled } = scan
  return { facts, qualifiers, words, problem, unfilled }
}

function step(scan: Scan): void {
  const token = scan.tokens[scan.at]
  if (!token) return
  if (takeNumber(scan)) return
  if (token.kind === 'odd-number') scan.problem ??= 'numeral-unclear'
  if (token.kind === 'bracket') bracket(scan, token.text)
  else if (token.kind === 'word') word(scan, token)
  else words(scan, token.text)
  scan.at += 1
}

/** A strict word that compares with a named thing (低于市场价10%) has no number of its own behind it. */
function words(scan: Scan, text: string): void {
  const { operator, operatorSign, operatorEnd } = scan.pending
  const strict = (operator === 'gt' || operator === 'lt') && !operatorSign && operatorEnd === scan.at
  if (strict) scan.pending = { ...scan.pending, strayed: true }
  // 每季度结束后10日内: the days run from the end of the quarter and do not recur in it.
  if (text.endsWith('后')) scan.pending = { ...scan.pending, period: null }
  if (text.endsWith('争取')) scan.pending = { ...scan.pending, aspired: true }
  const change = scan.pending.baseline && operator === null ? RATES_OF_CHANGE.get(text) : undefined
  if (change) scan.pending = { ...scan.pending, direction: { direction: change, bound: null } }
  scan.words += text
}

function bracket(scan: Scan, text: string): void {
  const unit = LEXICON.get(text)?.unit
  if (unit && followsLabel(scan)) scan.pending = { ...scan.pending, labelUnit: unit }
  else if (isEnumerator(scan.tokens, scan.at)) closeClause(scan)
  else if (text !== '' && inclusion(scan.tokens, scan.at).end === scan.at) scan.qualifiers.push(text)
}

type WordToken = Extract<Token, { kind: 'word' }>

function word(scan: Scan, token: WordToken): void {
  const { mark } = token.word
  if (mark === 'clause') closeClause(scan)
  else if (mark === 'plus') closeSegment(scan, true)
  else if (mark === 'comma') closeSegment(scan, token.text === '、')
  else if (mark === 'every') every(scan)
  else if (mark === 'placeholder') scan.unfilled = true
  else if (mark === 'approximate') scan.pending = { ...scan.pending, notes: [...scan.pending.notes, 'approximate'] }
  else if (mark === 'vague') scan.problem ??= 'numeral-unclear'
  else if (mark === 'ordinal') ordinal(scan)
  else if (mark === 'broken') scan.problem ??= 'spreadsheet-error'
  else if (mark === 'not-equal') scan.problem ??= 'operator-unsupported'
  else if (!isOperator(scan, token) && !isTime(scan, token) && !isPassed(token)) scan.words += token.text
}

/** 修复时间（小时）≤4: a unit between the label and its sign. */
function followsLabel({ tokens, at }: Scan): boolean {
  let next = at + 1
  while (next < at + 3 && (isPassed(tokens[next]) || startsWithOperator(tokens[next]))) next += 1
  return tokens[next]?.kind === 'number'
}

/** 第一名, 第1-3期: an ordinal names, it does not count. */
function ordinal(scan: Scan): void {
  const read = readAmount(scan.tokens, scan.at + 1)
  const end = read?.end ?? scan.at + 1
  for (let at = scan.at; at < end; at += 1) scan.words += scan.tokens[at]?.text ?? ''
  scan.at = end - 1
}

function isOperator(scan: Scan, token: WordToken): boolean {
  const { operator, direction, baseline } = token.word
  if (baseline) scan.pending = { ...scan.pending, baseline: true }
  if (direction) scan.pending = { ...scan.pending, direction: eitherOf(scan, direction), directionEnd: scan.at + 1 }
  if (baseline || direction) scan.words += token.text
  if (!operator || operator.place === 'after') return Boolean(baseline || direction)
  if (operator.adjacent && !opensNumber(scan.tokens, scan.at + 1)) return false
  scan.pending = withOperator(scan.pending, token.text, operator, scan.at)
  return true
}

/** 持平或略有增长: the same as last year or more. */
function eitherOf({ pending, words: before }: Scan, next: DirectionWord): DirectionWord {
  const first = pending.direction
  if (!first || !before.slice(-ALTERNATIVE_LENGTH).includes('或') || first.bound || next.bound) return next
  const changed = [first, next].find(({ direction }) => direction !== 'keep')
  if (first.direction === next.direction || !changed) return next
  if (first.direction !== 'keep' && next.direction !== 'keep') return next
  return { direction: 'keep', bound: changed.direction === 'rise' ? 'ge' : 'le' }
}

const ALTERNATIVE_LENGTH = 3

/** A number follows, perhaps behind fillers or another sign. */
function opensNumber(tokens: readonly Token[], start: number): boolean {
  let at = start
  while (at < start + 2 && (isPassed(tokens[at]) || startsWithOperator(tokens[at]))) at += 1
  return readAmount(tokens, at) !== null
}

function isTime(scan: Scan, token: WordToken): boolean {
  const { period, within, alternate, times } = token.word
  if (alternate) scan.pending = { ...scan.pending, everyOther: { count: TWO, unit: alternate } }
  if (times) takeTimes(scan, times)
  if (alternate || times) return true
  const named = !isBlank(scan.tokens[scan.at - 1])
  if (within && named)
    scan.pending = { ...scan.pending, within: { period: within, text: token.text, end: scan.at + 1 } }
  const bare = token.word.unit !== undefined && !opensNumber(scan.tokens, scan.at + 1)
  if (period && !bare) scan.pending = { ...scan.pending, period }
  return Boolean((period && !bare) || within)
}

/** X月底前 is still to be filled. */
function isBlank(before: Token | undefined): boolean {
  const mark = markOf(before)
  return mark === 'placeholder' || mark === 'times'
}

/** 每人, 每亩, 每两周. */
function every(scan: Scan): void {
  const { tokens, at, pending } = scan
  const counted = tokens[at + 1]
  const unit = readUnit(tokens, at + 1)
  const span = counted?.kind === 'number' ? readUnit(tokens, at + 2) : null
  if (counted?.kind === 'number' && span?.family === 'time') {
    scan.pending = { ...pending, everyOther: { count: counted.numeral.value, unit: span.unit } }
    scan.at = span.end - 1
    return
  }
  const many = manyAt(tokens, at + 1)
  const named = many ?? unit ?? namedThing(tokens, at + 1)
  if (!named || (named === unit && unit.family === 'percent')) return
  scan.pending = { ...pending, perUnit: many?.text ?? named.unit.replaceAll('/', '·') }
  scan.at = named.end - 1
}

/** 每个乡镇1个, 每个行政村至少1名: whatever stands between 每 and the number. */
function namedThing(tokens: readonly Token[], at: number): { unit: string; end: number } | null {
  const thing = tokens[at]
  const compound = compoundAt(tokens, at)
  if (compound && isCounted(tokens[compound.end])) return { unit: compound.text, end: compound.end }
  const named = thing?.kind === 'text' && thing.text.length <= LONGEST_THING && isCounted(tokens[at + 1])
  return named ? { unit: thing.text, end: at + 1 } : null
}

function isCounted(token: Token | undefined): boolean {
  return token?.kind === 'number' || startsWithOperator(token)
}

const LONGEST_THING = 4

function closeSegment(scan: Scan, enumeration: boolean): void {
  closePromises(scan)
  scan.segment += 1
  scan.pending = afterComma(scan.pending, enumeration)
  scan.words += '，'
}

/** What its words promised although no number came. */
function closePromises(scan: Scan): void {
  const { pending, tokens, segment, clause } = scan
  const rest = pending.within ? restOfSegment(tokens, pending.within.end) : null
  const closing = comparisonOf(pending) ?? (rest ? deadlineWithin(pending, rest.text) : null) ?? countOfTimes(pending)
  if (!closing) return
  scan.facts.push({ ...closing, loose: false, segment, clause, start: scan.at, end: scan.at })
  scan.pending = NOTHING_PENDING
}

function closeClause(scan: Scan): void {
  closePromises(scan)
  scan.clause += 1
  scan.segment += 1
  scan.words += '，'
  scan.pending = NOTHING_PENDING
}
