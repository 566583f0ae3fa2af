import { applyConventions } from './conventions.ts'
import { decide } from './decide.ts'
import { findFacts } from './find-facts.ts'
import { readGrades } from './read-grades.ts'
import type { Operator, Target, TargetContext } from './target.ts'
import { isEnumerator, markOf, type Token, tokenize } from './tokens.ts'

/** Reads any text; what cannot be read is named with its reason and never guessed. */
export function parseTarget(text: string, context: TargetContext = {}): Target {
  const read = unwrapped(tokenize(text))
  if (!read.ok) return { kind: 'unreadable', problem: read.problem, notes: [] }
  return applyConventions(readTokens(read.tokens, read.folded), read, context)
}

const DEEPEST_BRACKETS = 3

function readTokens(tokens: readonly Token[], folded: string): Target {
  const [only] = tokens
  if (!only) return { kind: 'none', reason: folded === '' ? 'blank' : 'placeholder', notes: [] }
  const empty = emptiness(tokens)
  if (empty) return { kind: 'none', reason: empty, notes: [] }
  const found = decide(findFacts(tokens))
  if (found) return found
  return isBlankForm(tokens, folded) ? { kind: 'none', reason: 'placeholder', notes: [] } : gradesOf(tokens)
}

/** （≥95%）: brackets around the whole text say nothing. */
function unwrapped(read: ReturnType<typeof tokenize>, depth = 0): ReturnType<typeof tokenize> {
  if (!read.ok || read.tokens.length !== 1 || depth === DEEPEST_BRACKETS) return read
  const [only] = read.tokens
  return only?.kind === 'bracket' && only.text !== '' ? unwrapped(tokenize(only.text), depth + 1) : read
}

/** Only signs, units and blanks to be filled: `≥ %`, `XX`, `/`. */
function emptiness(tokens: readonly Token[]): 'placeholder' | 'not-applicable' | null {
  const marks = tokens.map(markOf)
  if (tokens.length <= 2 && marks.includes('not-applicable') && marks.every((mark) => mark !== null))
    return 'not-applicable'
  const unfilled = tokens.every((token) => isUnfilled(token))
  const meaningful = tokens.every((token) => token.kind === 'word' && token.word.operator && !token.word.operator.sign)
  return unfilled && !meaningful ? 'placeholder' : null
}

/** X月底前, 完成XX个, 待财政批复后确定: a sentence whose decisive word is still to come. */
function isBlankForm(tokens: readonly Token[], folded: string): boolean {
  if (/^待.{0,10}(确定|核定|补充|完善|核实|明确|批复|下达)$/.test(folded)) return true
  return tokens.some((token, at) => {
    const mark = markOf(token)
    const next = tokens[at + 1]
    const measured = next?.kind === 'word' && (next.word.unit !== undefined || next.word.deadlineEnd !== undefined)
    return measured && (mark === 'placeholder' || (mark === 'times' && token.text !== '*'))
  })
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

function isUnfilled(token: Token): boolean {
  if (token.kind === 'bracket') return isUnfilledRemark(token.text)
  if (token.kind !== 'word') return false
  return UNFILLED_MARKS.has(token.word.mark ?? '') || Boolean(token.word.unit) || Boolean(token.word.operator)
}

function isUnfilledRemark(text: string): boolean {
  const inner = tokenize(text)
  return inner.ok && inner.tokens.every((token) => token.kind === 'word' && isUnfilled(token))
}

function gradesOf(tokens: readonly Token[]): Target {
  const sign = leadingSign(tokens)
  const remarks = tokens.filter(
    (token, at) => token.kind === 'bracket' && token.text !== '' && !isEnumerator(tokens, at),
  )
  const words = tokens.slice(sign ? 1 : 0).filter((token) => token.kind !== 'bracket')
  const grades = readGrades(withoutColumns(words.map((token) => token.text).join('')))
  if (grades.length === 0) return { kind: 'none', reason: 'placeholder', notes: [] }
  const qualifier = remarks.map((token) => token.text).join('；')
  return {
    kind: 'grade',
    grades,
    ...(sign ? { operator: sign } : {}),
    ...(qualifier === '' ? { notes: [] } : { qualifier, notes: ['qualifier-kept'] }),
  }
}

/** A row of joined cells carries its neighbours along: 定性 before, % behind. */
function withoutColumns(text: string): string {
  const bare = text.replace(/^(定性|定量|正向|反向)(指标)?[:：]?/, '').replace(/%+$/, '')
  return bare === '' ? text : bare
}

function leadingSign([first]: readonly Token[]): Operator | null {
  return first?.kind === 'word' && first.word.operator?.sign ? first.word.operator.operator : null
}
