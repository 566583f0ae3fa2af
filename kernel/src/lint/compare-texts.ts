/** Longest name and text the quadratic comparisons look at, so that hostile input stays cheap. */
const LONGEST_NAME = 80
const LONGEST_TEXT = 1200

/** Letters, digits and Chinese characters only: two texts are the same when these are. */
export function plainText(text: string): string {
  return text.replace(/<[^<>]{0,80}>/g, '').replace(/[^\p{L}\p{N}]/gu, '')
}

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

/** Single-character edits between two whole names. */
export function editsBetween(left: string, right: string): number {
  const [a, b] = [[...left].slice(0, LONGEST_NAME), [...right].slice(0, LONGEST_NAME)]
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (const [row, letter] of a.entries()) {
    const current = [row + 1]
    for (const [column, other] of b.entries()) {
      const kept = (previous[column] ?? 0) + (letter === other ? 0 : 1)
      current.push(Math.min(kept, (previous[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1))
    }
    previous = current
  }
  return previous[b.length] ?? 0
}

export type TextDifference = { readonly onlyLeft: string[]; readonly onlyRight: string[]; readonly kept: number }

/** What two texts do not share, by their longest common subsequence; `kept` is the share of the longer text, 0–1. */
export function differenceOf(left: string, right: string): TextDifference {
  const [a, b] = [[...left].slice(0, LONGEST_TEXT), [...right].slice(0, LONGEST_TEXT)]
  const lengths = commonLengths(a, b)
  const [onlyLeft, onlyRight]: [string[], string[]] = [[], []]
  let [i, j, common, apart] = [0, 0, 0, false]
  let [runLeft, runRight] = ['', '']
  const endRun = () => {
    if (runLeft !== '') onlyLeft.push(runLeft)
    if (runRight !== '') onlyRight.push(runRight)
    runLeft = ''
    runRight = ''
    apart = false
  }
  while (i < a.length || j < b.length) {
    if (i < a.length && a[i] === b[j]) {
      if (apart) endRun()
      common += 1
      i += 1
      j += 1
    } else if (j >= b.length || (i < a.length && at(lengths, i + 1, j) >= at(lengths, i, j + 1))) {
      runLeft += a[i]
      i += 1
      apart = true
    } else {
      runRight += b[j]
      j += 1
      apart = true
    }
  }
  endRun()
  return { onlyLeft, onlyRight, kept: common / Math.max(a.length, b.length, 1) }
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
  const letters = [...plainText(text)]
  return new Set(letters.slice(1).map((letter, index) => `${letters[index] ?? ''}${letter}`))
}
