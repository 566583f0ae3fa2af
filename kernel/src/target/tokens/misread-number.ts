import { LEXICON } from '../words/lexicon.ts'
import { isDigit, isLetter } from './numerals.ts'
import type { Token } from './tokens.ts'

/** Letters that a scanner reads for 0, 1, 5, 8 and 2. The last three only before %, for B and S also name things. */
const ROUND_OR_STRAIGHT = new Set('OoIl')
const LIKE_DIGITS = new Set('OoIlSBZ')
/** O次, ≤O起: alone before what is counted. */
const ZERO = new Set(['O', 'o'])
const NAMES = new Set(['O2O', 'o2o', 'O2', 'O3'])

/** 1OO%, ≥9O%, l0次: a number with a letter inside is no number that anyone can rely on. */
export function misreadNumber(characters: readonly string[], start: number): { token: Token; end: number } | null {
  if (isPart(characters[start - 1]) || !isPart(characters[start])) return null
  let end = start
  while (isPart(characters[end])) end += 1
  const run = characters.slice(start, end)
  const text = run.join('')
  const percent = characters[end] === '%'
  const letters = run.filter((character) => !isDigit(character))
  if (letters.length === 0 || isLetter(characters[start - 1]) || isLetter(characters[end]) || NAMES.has(text))
    return null
  if (ZERO.has(text) && LEXICON.get(characters[end] ?? '')?.unit?.family === 'count')
    return { token: { kind: 'odd-number', text }, end }
  const misread = percent ? run.some(isDigit) || text === 'O' : letters.every(isZeroOrOne) && betweenDigits(run)
  return misread ? { token: { kind: 'odd-number', text }, end } : null
}

function isPart(character: string | undefined): boolean {
  return isDigit(character) || LIKE_DIGITS.has(character ?? '')
}

function isZeroOrOne(letter: string): boolean {
  return ROUND_OR_STRAIGHT.has(letter)
}

/** I2月, 2O23年, 1O次; but 10l are litres and O alone is a letter. */
function betweenDigits(run: readonly string[]): boolean {
  const last = run.at(-1) ?? ''
  if (!run.some(isDigit)) return false
  return last === 'O' || last === 'o' || run.some((letter, at) => isZeroOrOne(letter) && isDigit(run[at + 1]))
}
