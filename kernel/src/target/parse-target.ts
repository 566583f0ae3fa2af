import { applyConventions } from './conventions.ts'
import { decide } from './decide.ts'
import { findFacts } from './find-facts.ts'
import { readGrades } from './read-grades.ts'
import type { Operator, Target, TargetContext } from './target.ts'
import { markOf, type Token, tokenize } from './tokens.ts'

/** Reads any text; what cannot be read is named with its reason and never guessed. */
export function parseTarget(text: string, context: TargetContext = {}): Target {
  const read = tokenize(text)
  if (!read.ok) return { kind: 'unreadable', problem: read.problem, notes: [] }
  return applyConventions(readTokens(read.tokens, read.folded), read, context)
}

function readTokens(tokens: readonly Token[], folded: string): Target {
  const [only] = tokens
  if (!only) return { kind: 'none', reason: folded === '' ? 'blank' : 'placeholder', notes: [] }
  if (tokens.length === 1 && only.kind === 'bracket') return parseTarget(only.text)
  const empty = emptiness(tokens)
  if (empty) return { kind: 'none', reason: empty, notes: [] }
  return decide(findFacts(tokens)) ?? gradesOf(tokens, folded)
}

/** Only signs, units and blanks to be filled: `≥ %`, `XX`, `/`. */
function emptiness(tokens: readonly Token[]): 'placeholder' | 'not-applicable' | null {
  const marks = tokens.map(markOf)
  if (tokens.length <= 2 && marks.includes('not-applicable') && marks.every((mark) => mark !== null))
    return 'not-applicable'
  const unfilled = tokens.every((token, at) => isUnfilled(token, marks[at] ?? null))
  const meaningful = tokens.every((token) => token.kind === 'word' && token.word.operator && !token.word.operator.sign)
  return unfilled && !meaningful ? 'placeholder' : null
}

const UNFILLED_MARKS = new Set([
  'placeholder',
  'dash',
  'slash',
  'times',
  'comma',
  'clause',
  'middle-dot',
  'colon',
  'plus',
  'plus-minus',
])

function isUnfilled(token: Token, mark: ReturnType<typeof markOf>): boolean {
  if (token.kind === 'bracket') return token.text === '' || isUnfilledText(token.text)
  if (token.kind !== 'word') return false
  return UNFILLED_MARKS.has(mark ?? '') || Boolean(token.word.unit) || Boolean(token.word.operator)
}

function isUnfilledText(text: string): boolean {
  const inner = tokenize(text)
  return inner.ok && inner.tokens.every((token) => isUnfilled(token, markOf(token)))
}

function gradesOf(tokens: readonly Token[], folded: string): Target {
  const sign = leadingSign(tokens)
  const qualifiers = tokens.flatMap((token) => (token.kind === 'bracket' && token.text !== '' ? [token.text] : []))
  const text =
    qualifiers.length > 0 ? tokens.map((token) => (token.kind === 'bracket' ? '' : token.text)).join('') : folded
  const grades = readGrades(sign ? text.slice(tokens[0]?.text.length) : text)
  if (grades.length === 0) return { kind: 'none', reason: 'placeholder', notes: [] }
  const kept =
    qualifiers.length > 0 ? ({ notes: ['qualifier-kept'], qualifier: qualifiers.join('；') } as const) : { notes: [] }
  return { kind: 'grade', grades, ...(sign ? { operator: sign } : {}), ...kept }
}

function leadingSign([first]: readonly Token[]): Operator | null {
  return first?.kind === 'word' && first.word.operator?.sign ? first.word.operator.operator : null
}
