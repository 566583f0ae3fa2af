import { isZero } from '../decimal.ts'
import { remember } from '../remember.ts'
import { applyConventions } from './grammar/conventions.ts'
import { decide } from './grammar/decide.ts'
import { findFacts } from './grammar/find-facts.ts'
import { setNamesAside } from './grammar/named-numbers.ts'
import { readGrades } from './grammar/read-grades.ts'
import { refersElsewhere } from './grammar/refers-elsewhere.ts'
import { spansYears, targetOfYear, type YearlyPart, yearlyList } from './grammar/yearly-list.ts'
import type { Operator, Target, TargetContext } from './target.ts'
import { isEnumerator, markOf, type Token, tokenize } from './tokens/tokens.ts'
import { SIGN } from './words/comparison-words.ts'

/** Reads any text; what cannot be read is named with its reason and never guessed. */
export function parseTarget(text: string, context: TargetContext = {}): Target {
  const { read, target } = readAlone(text)
  if (!read.ok) return target
  const years = yearlyList(read.folded)
  return years ? ofYear(years, context) : applyConventions(target, read, context)
}

function ofYear(years: readonly YearlyPart[], context: TargetContext): Target {
  const own = targetOfYear(years, context)
  if (own === null) return { kind: 'unreadable', problem: 'years-listed', notes: [] }
  const target = parseTarget(own, context)
  return { ...target, notes: [...target.notes, 'year-of-list'] }
}

/** Forms of a district promise in the same few words: ≥95%, 100%, 每月1次. */
const MOST_TEXTS = 2_000
const LONGEST_REMEMBERED = 200

/** What a text says by itself, whatever row it stands on. */
const readAlone = remember(
  MOST_TEXTS,
  (text: string) => {
    const read = unwrapped(tokenize(text))
    return { read, target: readNamed(text) ?? readOnce(read) }
  },
  LONGEST_REMEMBERED,
)

function readOnce(read: ReturnType<typeof tokenize>): Target {
  return read.ok ? readTokens(read.tokens, read.folded) : { kind: 'unreadable', problem: read.problem, notes: [] }
}

/** 落实“四个一”: words, when the only number belongs to a name. */
function readNamed(text: string): Target | null {
  const aside = setNamesAside(text)
  if (aside === null) return null
  const target = readOnce(unwrapped(tokenize(aside.beside)))
  return target.kind === 'grade' ? { ...target, grades: aside.putBack(target.grades) } : null
}

const DEEPEST_BRACKETS = 3

function readTokens(tokens: readonly Token[], folded: string): Target {
  const [only] = tokens
  if (!only) return { kind: 'none', reason: folded === '' ? 'blank' : 'placeholder', notes: [] }
  const empty = emptiness(tokens)
  if (empty) return { kind: 'none', reason: empty, notes: [] }
  const core = withoutEdges(tokens)
  if (refersElsewhere(folded)) return { kind: 'unreadable', problem: 'refers-elsewhere', notes: [] }
  if (spansYears(folded)) return { kind: 'unreadable', problem: 'over-years', notes: [] }
  if (lacksMonth(core)) return { kind: 'none', reason: 'placeholder', notes: [] }
  const found = decide(findFacts(core))
  if (found) return found
  return isBlankForm(core, folded) ? { kind: 'none', reason: 'placeholder', notes: [] } : wordsOf(core)
}

const EDGES = new Set(['clause', 'comma', 'colon', 'middle-dot'])

/** Punctuation around the text says nothing: 。 at its end, a bullet or a lone comma at its start. */
function withoutEdges(tokens: readonly Token[]): readonly Token[] {
  const isEdge = (token: Token) => EDGES.has(markOf(token) ?? '') || token.text === '.' || token.text[0] === '…'
  const first = tokens.findIndex((token) => !isEdge(token))
  return tokens.slice(first, tokens.findLastIndex((token) => !isEdge(token)) + 1)
}

/** Words that would not read back as themselves hide a sign or a number that was not understood. */
function wordsOf(tokens: readonly Token[]): Target {
  const target = gradesOf(tokens)
  if (target.kind !== 'grade') return target
  const sign = target.operator === undefined ? '' : SIGN[target.operator]
  const again = tokenize(sign + target.grades.join('、'))
  const core = again.ok ? withoutEdges(again.tokens) : []
  const plain = emptiness(core) === null && !isBlankForm(core, target.grades.join('、'))
  const same = plain && decide(findFacts(core)) === null && sameWords(gradesOf(core), target)
  return same ? target : { kind: 'unreadable', problem: 'numbers-unclear', notes: [] }
}

function sameWords(left: Target, right: Target): boolean {
  if (left.kind !== 'grade' || right.kind !== 'grade') return false
  return left.operator === right.operator && left.grades.join('、') === right.grades.join('、')
}

/** （≥95%）: brackets around the whole text say nothing. */
function unwrapped(read: ReturnType<typeof tokenize>, depth = 0): ReturnType<typeof tokenize> {
  if (!read.ok || read.tokens.length !== 1 || depth === DEEPEST_BRACKETS) return read
  const [only] = read.tokens
  return only?.kind === 'bracket' && only.text !== '' ? unwrapped(tokenize(only.text), depth + 1) : read
}

/** 次日 is a day, though 次 and 日 are units. */
const NEXT_SPAN = /^次[日周月季年]/

/** Only signs, units and blanks to be filled: `≥ %`, `XX`, `/`. */
function emptiness(tokens: readonly Token[]): 'placeholder' | 'not-applicable' | null {
  const marks = tokens.map(markOf)
  const stated = marks.every((mark, at) => mark !== null || isNought(tokens[at]))
  if (tokens.length <= 2 && marks.includes('not-applicable') && stated) return 'not-applicable'
  const unfilled =
    tokens.every((token) => isUnfilled(token)) && !NEXT_SPAN.test(tokens.map(({ text }) => text).join(''))
  const meaningful = tokens.every((token) => token.kind === 'word' && token.word.operator && !token.word.operator.sign)
  return unfilled && !meaningful ? 'placeholder' : null
}

/** X月底前, 完成XX个, 待财政批复后确定: a sentence whose decisive word is still to come. */
function isBlankForm(tokens: readonly Token[], folded: string): boolean {
  if (/^待.{0,10}(确定|核定|补充|完善|核实|明确|批复|下达)$/.test(folded)) return true
  return tokens.some((token, at) => {
    const mark = markOf(token)
    const next = tokens[at + 1]
    if (token.kind === 'number' && markOf(next) === 'placeholder') return true
    if (isSign(token) && next?.kind === 'word' && next.word.unit && !next.word.operator && closes(tokens[at + 2]))
      return true
    const measured = next?.kind === 'word' && (next.word.unit !== undefined || next.word.deadlineEnd !== undefined)
    return measured && (mark === 'placeholder' || (mark === 'times' && token.text !== '*'))
  })
}

/** rules.md §2.1: 无 with 0 beside it promises nothing. */
function isNought(token: Token | undefined): boolean {
  return token?.kind === 'number' && isZero(token.numeral.value)
}

/** 2023年X月: the year alone is no deadline while its month is to be filled. */
function lacksMonth(tokens: readonly Token[]): boolean {
  return tokens.some((token, at) => {
    const blank = markOf(token) === 'placeholder' || markOf(token) === 'times'
    return blank && tokens[at - 1]?.text === '年' && tokens[at + 1]?.text[0] === '月'
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
  const bare = text.replace(/^(定性|定量|正向|反向|文字描述)(指标)?:?/, '')
  const kept = bare.replace(bare === text ? /%$/ : /(%|无|\/)$/, '')
  return kept === '' ? text : kept
}

function leadingSign([first]: readonly Token[]): Operator | null {
  return first?.kind === 'word' && first.word.operator?.sign ? first.word.operator.operator : null
}

function closes(token: Token | undefined): boolean {
  return token === undefined || EDGES.has(markOf(token) ?? '')
}

function isSign(token: Token): boolean {
  return token.kind === 'word' && token.word.operator?.sign === true
}
