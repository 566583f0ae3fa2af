import { decimal } from '../../decimal.ts'
import { LEXICON, LEXICON_TRIE, type Mark, type Word } from '../words/lexicon.ts'
import { longestWord } from '../words/word-trie.ts'
import { dateLiteral } from './date-literals.ts'
import { foldText } from './fold-text.ts'
import { misreadNumber } from './misread-number.ts'
import { namedTimesAt } from './named-times.ts'
import { isChineseDigit, isDigit, isLetter, type Numeral, readChinese, readDigits } from './numerals.ts'
import { listSlashed } from './slashed-values.ts'
import { plainValues } from './spoken-values.ts'

export type Token =
  | { readonly kind: 'number'; readonly text: string; readonly numeral: Numeral }
  /** A numeral that counts nothing exactly: 三五, 1.2.3, forty digits. */
  | { readonly kind: 'odd-number'; readonly text: string }
  | { readonly kind: 'date'; readonly text: string; readonly date: string; readonly numeral: Numeral | null }
  | { readonly kind: 'clock'; readonly text: string }
  | { readonly kind: 'word'; readonly text: string; readonly word: Word }
  | { readonly kind: 'bracket'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }

/** Longer cells are documents, not targets. Counted after blanks and markup are gone. */
export const LONGEST_TARGET = 2000

const HUNDRED = decimal('100')

export type Tokens =
  | { readonly ok: true; readonly tokens: readonly Token[]; readonly folded: string; readonly joined: boolean }
  | { readonly ok: false; readonly problem: 'too-long' | 'numbers-unclear' }

export function tokenize(text: string): Tokens {
  const folding = foldText(text)
  if (folding === null || folding.text.length > LONGEST_TARGET) return { ok: false, problem: 'too-long' }
  if (folding.unclear) return { ok: false, problem: 'numbers-unclear' }
  const folded = listSlashed(plainValues(folding.text))
  return { ok: true, tokens: tokensOf([...folded]), folded, joined: folding.joined }
}

export function markOf(token: Token | undefined): Mark | null {
  return token?.kind === 'word' ? (token.word.mark ?? null) : null
}

/** （1） at the head of an item of a list, or the one that goes on from it: （1）…（2）…. */
export function isEnumerator(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (token?.kind !== 'bracket' || tokens.length === 1) return false
  const number = listNumber(token.text)
  const atHead = at === 0 || markOf(tokens[at - 1]) === 'clause'
  if (number === null || atHead) return number !== null
  return listNumber(tokens.findLast(({ kind }, place) => place < at && kind === 'bracket')?.text ?? '') === number - 1
}

function listNumber(text: string): number | null {
  const chinese = '一二三四五六七八九十'.indexOf(text)
  if (text.length === 1 && chinese >= 0) return chinese + 1
  return /^\d{1,2}$/.test(text) ? Number(text) : null
}

/** Growing state of one pass; `text` holds characters that belong to no word yet. */
type Pass = { readonly characters: readonly string[]; readonly tokens: Token[]; at: number; text: string }

function tokensOf(characters: readonly string[]): readonly Token[] {
  const closings = closingBrackets(characters)
  const pass: Pass = { characters, tokens: [], at: 0, text: '' }
  while (pass.at < characters.length) {
    const token =
      bracketAt(pass, closings) ??
      misreadNumber(characters, pass.at) ??
      namedTimes(pass) ??
      enumeratorAt(pass) ??
      numberAt(pass) ??
      latinAt(pass) ??
      wordAt(pass)
    if (token) push(pass, token)
    else {
      const character = characters[pass.at] ?? ''
      pass.text += character === ' ' || character === '(' || character === ')' ? '' : character
      pass.at += 1
    }
  }
  flush(pass)
  return pass.tokens
}

function push(pass: Pass, read: { token: Token | null; end: number }): void {
  flush(pass)
  if (read.token) pass.tokens.push(read.token)
  pass.at = read.end
}

function flush(pass: Pass): void {
  if (pass.text !== '') pass.tokens.push({ kind: 'text', text: pass.text })
  pass.text = ''
}

type Read = { token: Token | null; end: number } | null

function namedTimes({ characters, at, tokens, text }: Pass): Read {
  const before = text === '' ? tokens.at(-1) : undefined
  const recurring = before?.kind === 'word' && before.word.period?.span === 'every' ? before.word.period.period : null
  const read = namedTimesAt(characters, at, recurring)
  if (!read) return null
  const { times, end } = read
  return { token: { kind: 'word', text: characters.slice(at, end).join(''), word: { times } }, end }
}

function bracketAt({ characters, at }: Pass, closings: ReadonlyMap<number, number>): Read {
  const end = closings.get(at)
  if (end === undefined) return null
  if (end === at + 1) return { token: { kind: 'word', text: '()', word: { mark: 'placeholder' } }, end: end + 1 }
  return { token: { kind: 'bracket', text: characters.slice(at + 1, end).join('') }, end: end + 1 }
}

/** Each outermost opening bracket with its closing one; brackets without a partner are dropped. */
function closingBrackets(characters: readonly string[]): ReadonlyMap<number, number> {
  const open: number[] = []
  const pairs: (readonly [number, number])[] = []
  characters.forEach((character, at) => {
    if (character === '(') open.push(at)
    const start = character === ')' ? open.pop() : undefined
    if (start !== undefined) pairs.push([start, at])
  })
  return new Map(pairs)
}

const ENUMERATOR_ENDS = new Set(['.', '、', ')', ':'])

/** 1. · 2、 · 3) at the head of an item of a list. */
function enumeratorAt(pass: Pass): Read {
  const { characters, at } = pass
  const first = characters[at]
  if (!isDigit(first) && !isChineseDigit(first)) return null
  const end = isDigit(characters[at + 1]) ? at + 2 : at + 1
  const mark = characters[end] ?? ''
  const next = characters[end + 1]
  if (!ENUMERATOR_ENDS.has(mark) || next === undefined || isDigit(next) || isChineseDigit(next) || next === '%')
    return null
  if (mark === ':' && LEXICON.get(next)?.operator === undefined) return null
  if (!isDigit(first) && mark === '.') return null
  const previous = pass.text === '' ? pass.tokens.at(-1) : undefined
  const atHead = pass.text === '' && (previous === undefined || markOf(previous) === 'clause')
  const afterPercent = mark === '.' && previous?.kind === 'word' && previous.word.unit?.family === 'percent'
  if (!atHead && !afterPercent) return null
  return { token: { kind: 'word', text: '\n', word: { mark: 'clause' } }, end: end + 1 }
}

function numberAt(pass: Pass): Read {
  const { characters, at } = pass
  const first = characters[at]
  if (isDigit(first)) return digitsAt(pass)
  if (!isChineseDigit(first))
    return first === '百' && markOf(pass.tokens.at(-1)) === 'percent-of' ? hundred(pass) : null
  const word = longestWord(LEXICON_TRIE, characters, at)
  const read = readChinese(characters, at, (place) => startsUnit(characters, place))
  if (first === '○' && read.end === at + 1) return null
  if (word && word.end >= read.end && word.end > at + 1) return null
  if (first === '一' && read.end === at + 1 && isDigit(characters[at + 1]) && followsValue(pass))
    return { token: { kind: 'word', text: '一', word: { mark: 'dash' } }, end: at + 1 }
  return numeralToken(pass, read)
}

function hundred({ at }: Pass): Read {
  const numeral = { value: HUNDRED, chinese: true, magnitude: null, expanded: false }
  return { token: { kind: 'number', text: '百', numeral }, end: at + 1 }
}

/** 90%一95%: a one between two values is a dash typed wrong. */
function followsValue(pass: Pass): boolean {
  if (pass.text !== '') return false
  const previous = pass.tokens.at(-1)
  return previous?.kind === 'number' || (previous?.kind === 'word' && previous.word.unit !== undefined)
}

function digitsAt(pass: Pass): Read {
  const { characters, at } = pass
  const literal = dateLiteral(characters, at)
  if (literal) return literal
  const word = longestWord(LEXICON_TRIE, characters, at)
  const read = readDigits(characters, at, (place) => startsUnit(characters, place))
  if (word && word.end > read.end && !cutsName(pass, word)) return null
  return numeralToken(pass, read)
}

/** 5G is a network, but not in 5GB, and ≥5G is an amount. */
function cutsName({ characters, tokens, text }: Pass, word: { entry: Word; end: number }): boolean {
  if (word.entry.mark !== 'plain') return false
  const before = text === '' ? tokens.at(-1) : undefined
  const signed = before?.kind === 'word' && before.word.operator?.sign === true
  return isLetter(characters[word.end]) || (signed && isLetter(characters[word.end - 1]))
}

function numeralToken({ characters, at }: Pass, { numeral, end }: ReturnType<typeof readDigits>): Read {
  const text = characters.slice(at, end).join('')
  return { token: numeral ? { kind: 'number', text, numeral } : { kind: 'odd-number', text }, end }
}

function startsUnit(characters: readonly string[], at: number): boolean {
  const word = longestWord(LEXICON_TRIE, characters, at)
  return word !== null && word.end > at + 1 && (word.entry.unit !== undefined || word.entry.mark === 'parts-of')
}

/** A run of Latin letters is one word or a name (IPv6, COD); x between digits is a times sign. */
function latinAt(pass: Pass): Read {
  const { characters, at } = pass
  if (!isLetter(characters[at])) return null
  const word = longestWord(LEXICON_TRIE, characters, at)
  let end = at
  while (isLetter(characters[end])) end += 1
  const run = characters.slice(at, end).join('')
  const standard = STANDARDS.has(run) && !followsNumber(pass) ? standardEnd(characters, end) : end
  if (standard > end) return { token: { kind: 'text', text: characters.slice(at, standard).join('') }, end: standard }
  if (isDigit(characters[end]) && (!word || word.end === end) && isRoad(run) && !followsNumber(pass))
    return {
      token: { kind: 'text', text: characters.slice(at, nameEnd(characters, end)).join('') },
      end: nameEnd(characters, end),
    }
  if (LEVELS.has(characters[end] ?? '') && !followsNumber(pass) && !isUnfilled(run))
    return { token: { kind: 'text', text: run }, end }
  if (word && word.end >= end) return null
  if (isUnfilled(run) && !(isDigit(characters[at - 1]) && isDigit(characters[end])))
    return { token: { kind: 'word', text: run, word: { mark: 'placeholder' } }, end }
  while (run.toLowerCase() !== 'ph' && (isLetter(characters[end]) || isDigit(characters[end]))) end += 1
  return { token: { kind: 'text', text: characters.slice(at, end).join('') }, end }
}

/** G318, S201: a road is named by a letter that is also a unit. */
function isRoad(run: string): boolean {
  return run.length === 1 && run >= 'A' && run <= 'Z' && !isUnfilled(run)
}

function nameEnd(characters: readonly string[], start: number): number {
  let end = start
  while (isLetter(characters[end]) || isDigit(characters[end])) end += 1
  return end
}

/** 30日内 is thirty days and 内, though 日内 alone is within the day. */
function followsNumber(pass: Pass): boolean {
  return pass.text === '' && pass.tokens.at(-1)?.kind === 'number'
}

/** B级, A类: the letter names a level. */
const LEVELS = new Set(['级', '类', '档', '等'])

const STANDARDS = new Set(['GB', 'GBT', 'ISO', 'IEC', 'DB', 'JGJ', 'CJJ', 'YD', 'GA', 'HJ', 'JT', 'JTG', 'SL', 'QX'])

const STANDARD_MARKS = new Set(['/', 'T', ' ', '-', '.'])

/** GB/T 22239-2019 names a standard; its figures count nothing. */
function standardEnd(characters: readonly string[], start: number): number {
  let end = start
  let last = start
  for (; isDigit(characters[end]) || STANDARD_MARKS.has(characters[end] ?? ''); end += 1)
    if (isDigit(characters[end])) last = end + 1
  return last
}

function isUnfilled(run: string): boolean {
  return [...run].every((letter) => letter === 'x' || letter === 'X')
}

function wordAt(pass: Pass): Read {
  const { characters, at } = pass
  const word = longestWord(LEXICON_TRIE, characters, at)
  if (!word) return null
  const text = characters.slice(at, word.end).join('')
  const length = word.entry.within && text.endsWith('内') ? LEXICON.get(text.slice(0, -1)) : undefined
  if (length?.unit && followsNumber(pass))
    return { token: { kind: 'word', text: text.slice(0, -1), word: length }, end: word.end - 1 }
  if (word.entry.mark === 'plain') return { token: { kind: 'text', text }, end: word.end }
  return { token: { kind: 'word', text, word: word.entry }, end: word.end }
}
