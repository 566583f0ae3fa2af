import { LEXICON_TRIE } from '../words/lexicon.ts'
import { longestWord } from '../words/word-trie.ts'

/** A text whose figures are whole again; `unclear` when two figures may be one and nothing tells. */
export type WholeNumbers = { readonly text: string; readonly joined: boolean; readonly unclear: boolean }

/**
 * Figures that a narrow column or a scanner parted: `9 5 %`, `≥8 0%`, `3 000平方米`, `≥9⏎5%`. Put together only where the
 * parts can be nothing else; 95 98 stay two.
 */
export function joinPartedNumbers(printed: string): WholeNumbers {
  const listed = partItems(printed)
  const spread = PARTED_BY_BLANKS.reduce(joinBlanks, listed)
  const { text, unclear } = joinLines(spread)
  return { text, joined: text !== withoutUnitBreaks(listed), unclear: unclear || GLUED_LIST.test(printed) }
}

const LIST_NUMBER = /(?:^|[\s;；。])(\d{1,2})\.(?: +|(?=[^\d.\s]))/g
/** `1.95%；2.90%` may be two items or two decimals. */
const GLUED_LIST = /^\s*1\.\d[^\s;；。]*[\s;；。]+2\.\d/

/** `1. 95%以上 2. 90%`: the items of a list, and no 1.95. */
function partItems(printed: string): string {
  let next = 1
  const parted = printed.replace(LIST_NUMBER, (run: string, number: string, at: number) => {
    if (Number(number) !== next || (next === 1 && at > 0)) return run
    next += 1
    return '\n'
  })
  return next > 2 ? parted : printed
}

const PARTED_BY_BLANKS = [
  /** One by one, and from what follows, to fill a column. */
  /(?<![\dA-Za-z.,])(?<![\d.,] )\d(?:(?: +| *[.,] *)\d)+(?= +[^\s\d])/g,
  /** ≥8 0%: behind a bound, and no more than 100. */
  /(?<=[≥≤<>=于过达到至少])(?:\d \d|1 ?0 ?0)(?=%)/g,
  /** 3 000平方米: thousands set apart. */
  /(?<![\d.,] ?)[1-9]\d{0,2}(?: \d{3})+(?=(?:\.\d+)? ?[\u3400-\u9fffA-Za-z㎡])/g,
  /** 2024年1 2月3 1日. */
  /(?<=[年月] ?)(?:1 [0-2](?= ?月)|[12] \d(?= ?日)|3 [01](?= ?日))/g,
  /** 98. 5%: a blank beside the point. */
  /\d+\. +\d+(?=[%‰\u3400-\u9fff])/g,
]
const GAP = /\d +[\d.]|\. +\d/

function joinBlanks(text: string, parted: RegExp): string {
  return text.replace(parted, (run) => (GAP.test(run) ? run.replaceAll(' ', '') : run))
}

/** Keeps the look back short, however long a line has grown. */
const LONGEST_NUMBER = 40
const LINE_END = /(?:^|[^\d.,])([\d.,]*\d[.,]?)$/
const LINE_START = /^([.,]?\d[\d.,]*)/
const NUMBER = /^(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/

function joinLines(text: string): { text: string; unclear: boolean } {
  if (!text.includes('\n')) return { text, unclear: false }
  const lines = withoutUnitBreaks(text).split('\n')
  let whole = lines[0] ?? ''
  let unclear = false
  for (const line of lines.slice(1)) {
    const meeting = meet(whole.slice(Math.max(whole.lastIndexOf('\n') + 1, whole.length - LONGEST_NUMBER)), line)
    unclear ||= meeting === 'unclear'
    whole += meeting === 'one' ? line : `\n${line}`
  }
  return { text: whole, unclear }
}

/** Whether a figure at the end of a line goes on at the head of the next: ≥9⏎5% does, 95⏎98 does not, ≥90⏎95次 may. */
function meet(above: string, below: string): 'one' | 'two' | 'unclear' {
  const left = LINE_END.exec(above)?.[1] ?? ''
  const right = LINE_START.exec(below)?.[1] ?? ''
  const rest = below.slice(right.length).trimStart()
  const alone = left === above.trim()
  if (left === '' || right === '' || isListNumber(right, rest)) return 'two'
  if (alone && /^1?\d\.$/.test(left)) return 'unclear'
  const value = left + right
  if (!NUMBER.test(value)) return 'unclear'
  const cut = /[.,]$/.test(left) || /^[.,]/.test(right) || value.includes(',')
  if (rest[0] === '%') return Number(value.replaceAll(',', '')) <= 100 ? 'one' : 'unclear'
  if (rest === '' && !cut) return alone ? 'two' : 'unclear'
  return cut || !alone ? 'one' : 'unclear'
}

/** 2. and 2、 at the head of a line number the items of a list. */
function isListNumber(right: string, rest: string): boolean {
  return /^\d{1,2}\.$/.test(right) || (/^\d{1,2}$/.test(right) && /^[、):：]/.test(rest))
}

/** ≥95⏎%, ≥12⏎次: a line that begins with the unit goes on from the one above. */
function withoutUnitBreaks(text: string): string {
  const characters = [...text]
  return characters.filter((character, at) => character !== '\n' || !goesOn(characters, at)).join('')
}

const BESIDE_UNIT = /^[以及内前底末左之\d\s,，;；。、(（/]?$/

function goesOn(characters: readonly string[], at: number): boolean {
  if (!/\d/.test(characters[at - 1] ?? '')) return false
  const unit = longestWord(LEXICON_TRIE, characters, at + 1)
  return unit?.entry.unit !== undefined && BESIDE_UNIT.test(characters[unit.end] ?? '')
}
