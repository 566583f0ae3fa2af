import { remember } from '../remember.ts'

/** Longest name and text the quadratic comparisons look at, so that hostile input stays cheap. */
const LONGEST_NAME = 80
const LONGEST_TEXT = 1200
const LONGEST_PROSE = 10_000
/** Forms of a unit are compared by the same names again and again. */
const MOST_TEXTS = 5_000

/** Letters, digits and Chinese characters only: two texts are the same when these are. */
export const plainText = remember(
  MOST_TEXTS,
  (text: string) => text.replace(/<[^<>]{0,80}>/g, '').replace(/[^\p{L}\p{N}]/gu, ''),
  LONGEST_NAME,
)

/** Printed paragraphs and clauses without their labels: `必要性：当前…` is `当前…`. */
export function withoutLabel(text: string): string {
  return text.replace(/^\s*[\p{L}\s]{2,8}[:：]\s*/u, '')
}

/**
 * How many single-character edits make the name a part of the text, and null when it is no near miss at all.
 * Sellers' algorithm: the alignment may start and end anywhere in the text.
 */
export function editsToPartOf(name: string, text: string): number {
  const [wanted, given] = [[...name].slice(0, LONGEST_NAME), [...text].slice(0, LONGEST_NAME)]
  let previous = given.map(() => 0).concat(0)
  for (const [row, letter] of wanted.entries()) {
    const current = [row + 1]
    for (const [column, other] of given.entries()) {
      const kept = (previous[column] ?? 0) + (letter === other ? 0 : 1)
      current.push(Math.min(kept, (previous[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1))
    }
    previous = current
  }
  return Math.min(...previous)
}

/** Whether so few single-character edits make one name the other; only the band around the diagonal is looked at. */
export function withinEdits(left: string, right: string, limit: number): boolean {
  const [a, b] = [[...left].slice(0, LONGEST_NAME), [...right].slice(0, LONGEST_NAME)]
  if (Math.abs(a.length - b.length) > limit) return false
  let previous = new Map(Array.from({ length: limit + 1 }, (_, column) => [column, column]))
  for (const [row, letter] of a.entries()) {
    const current = new Map<number, number>()
    const far = limit + 1
    for (let column = Math.max(0, row + 1 - limit); column <= Math.min(b.length, row + 1 + limit); column += 1) {
      const kept = (previous.get(column - 1) ?? far) + (letter === b[column - 1] ? 0 : 1)
      const dropped = (previous.get(column) ?? far) + 1
      current.set(column, Math.min(kept, dropped, (current.get(column - 1) ?? far) + 1))
    }
    if (Math.min(...current.values()) > limit) return false
    previous = current
  }
  return (previous.get(b.length) ?? limit + 1) <= limit
}

export type TextDifference = { readonly onlyLeft: string[]; readonly onlyRight: string[]; readonly kept: number }

/** What two texts do not share, by their longest common subsequence; `kept` is the share of the longer text, 0–1. */
export function differenceOf(left: string, right: string): TextDifference {
  const [a, b] = [[...left].slice(0, LONGEST_TEXT), [...right].slice(0, LONGEST_TEXT)]
  const steps = [...stepsBetween(a, b)]
  const kept = steps.filter(({ side }) => side === 'both').length / Math.max(a.length, b.length, 1)
  return { onlyLeft: runsOf(steps, 'left'), onlyRight: runsOf(steps, 'right'), kept }
}

type Step = { readonly side: 'both' | 'left' | 'right'; readonly letter: string }

function* stepsBetween(a: readonly string[], b: readonly string[]): Generator<Step> {
  const lengths = commonLengths(a, b)
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    const [left = '', right = ''] = [a[i], b[j]]
    if (i < a.length && j < b.length && left === right) {
      yield { side: 'both', letter: left }
      i += 1
      j += 1
    } else if (j >= b.length || (i < a.length && at(lengths, i + 1, j) >= at(lengths, i, j + 1))) {
      yield { side: 'left', letter: left }
      i += 1
    } else {
      yield { side: 'right', letter: right }
      j += 1
    }
  }
}

/** The letters of one side, one text per stretch between common letters. */
function runsOf(steps: readonly Step[], side: 'left' | 'right'): string[] {
  const runs = ['']
  for (const step of steps) {
    if (step.side === 'both' && runs.at(-1) !== '') runs.push('')
    if (step.side === side) runs.push(`${runs.pop() ?? ''}${step.letter}`)
  }
  return runs.filter((run) => run !== '')
}

function at(lengths: readonly Uint16Array[], row: number, column: number): number {
  return lengths[row]?.[column] ?? 0
}

function commonLengths(a: readonly string[], b: readonly string[]): Uint16Array[] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1))
  for (let i = a.length - 1; i >= 0; i -= 1) {
    const [row, below] = [lengths[i], lengths[i + 1]]
    for (let j = b.length - 1; row && below && j >= 0; j -= 1) {
      row[j] = a[i] === b[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0)
    }
  }
  return lengths
}

/** Pairs of neighbouring characters two texts share, as a share of the shorter text's pairs. */
export function sharedPairs(left: string, right: string): number {
  const [a, b] = [pairsOf(left), pairsOf(right)]
  const common = [...a].filter((pair) => b.has(pair)).length
  return common / Math.max(1, Math.min(a.size, b.size))
}

function pairsOf(text: string): Set<string> {
  const letters = [...plainText(text.slice(0, LONGEST_PROSE))]
  return new Set(letters.slice(1).map((letter, index) => `${letters[index] ?? ''}${letter}`))
}
