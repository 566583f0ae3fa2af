import type { Fact } from './facts.ts'
import type { Pending } from './pending.ts'
import type { TargetProblem } from './target.ts'
import { markOf, type Token } from './tokens.ts'

/** One pass from left to right; every step moves on by at least one word. */
export type Scan = {
  readonly tokens: readonly Token[]
  readonly facts: Fact[]
  readonly qualifiers: string[]
  at: number
  pending: Pending
  segment: number
  words: string
  problem: TargetProblem | null
  unfilled: boolean
}

export function addFact(
  scan: Scan,
  fact: Omit<Fact, 'segment' | 'start' | 'end' | 'loose'> & { loose?: boolean },
  end: number,
): true {
  const { segment, at: start } = scan
  scan.facts.push({ loose: false, ...fact, segment, start, end })
  scan.at = end
  return true
}

export function startsWithOperator(token: Token | undefined): boolean {
  return token?.kind === 'word' && token.word.operator?.place === 'before'
}

/** The words up to the next comma: 前完成验收 leaves 完成验收. Stops before a number, which is a promise of its own. */
export function restOfSegment(tokens: readonly Token[], start: number): { text: string; end: number } {
  let text = ''
  let end = start
  for (; end < tokens.length; end += 1) {
    const token = tokens[end]
    const mark = markOf(token)
    if (!token || mark === 'comma' || mark === 'clause' || token.kind === 'bracket') break
    if (
      token.kind === 'number' ||
      token.kind === 'date' ||
      startsWithOperator(token) ||
      mark === 'hundred-percent' ||
      mark === 'percent-of'
    )
      return { text: '', end: start }
    text += token.text
  }
  return { text: text.replace(/^[的内应]/, ''), end }
}
