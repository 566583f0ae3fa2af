import { plainText, sharedPairs } from '../compare-texts.ts'
import { finding, type LintFinding } from '../lint-finding.ts'
import { type LintInput, proseOf, textOf } from '../lint-input.ts'
import { coreName } from './project-names.ts'

export function subProjects(input: LintInput): LintFinding[] {
  const { form } = input
  return [
    ...repeatedNames(input),
    ...form.parts.flatMap((part, index) =>
      part.amount === null ? [finding('row-amount-missing', `parts[${index}].amount`, { name: part.name })] : [],
    ),
    ...undescribedParts(input),
    ...unnamedContents(input),
    ...classifiedContent(input),
  ]
}

/** A002-1-1: rows are kept apart by their place, never by their name. */
function repeatedNames({ form }: LintInput): LintFinding[] {
  const names = form.parts.map((part) => part.name.trim())
  return names.flatMap((name, index) => {
    const count = names.filter((other) => other === name).length
    const isFirst = names.indexOf(name) === index
    return name !== '' && count > 1 && isFirst
      ? [finding('part-name-repeated', `parts[${index}].name`, { name, count })]
      : []
  })
}

/** A002-1-2: 安全测评费 is paid and not described. */
function undescribedParts(input: LintInput): LintFinding[] {
  const overview = textOf(input, 'overview')
  if (overview === null) return []
  const described = plainText(overview.text)
  return input.form.parts.flatMap((part, index) => {
    const own = remainderOf(part.name, input)
    const known = own.length < 3 || described.includes(own) || sharedPairs(own, described) >= 0.5
    return known || input.form.parts.findIndex((other) => other.name === part.name) !== index
      ? []
      : [finding('part-not-described', `parts[${index}].name`, { name: part.name })]
  })
}

const ENUMERATION = /(?:包含|包括|分为)([^。；]{4,200}?)等?[\d一二三四五六七八九十]{1,3}(?:项|个|部分)/

/** A002-1-2: the overview counts five contents, the sub-projects name two. */
function unnamedContents(input: LintInput): LintFinding[] {
  const overview = textOf(input, 'overview')
  const [, list = ''] = ENUMERATION.exec(overview?.text ?? '') ?? []
  const { parts } = input.form
  if (list === '' || parts.length < 2) return []
  const items = list.split(/[、和及，]/).filter((item) => plainText(item).length > 2)
  const named = parts.map((part) => withoutNegation(remainderOf(part.name, input)))
  const lacking = items.filter((item) => {
    const own = withoutNegation(remainderOf(item, input))
    return !named.some((name) => name.length > 1 && sharedPairs(own, name) > 0)
  })
  return lacking.length === 0 ? [] : [finding('overview-item-without-part', 'parts', { items: lacking.join('、') })]
}

/** 非涉密 is not 涉密. */
function withoutNegation(text: string): string {
  return text.replace(/非(?=[\p{L}])(..)/gu, '〇〇')
}

/** What a name says beyond the project's own name and the words that every project uses. */
function remainderOf(name: string, { form, words }: LintInput): string {
  const own = plainText(name).replace(coreName(form.project), '')
  return [...words.genericProjectWords.words, '信息'].reduce((text, word) => text.replaceAll(word, ''), own)
}

/** A002-1-2; rules.md §3.9. */
function classifiedContent(input: LintInput): LintFinding[] {
  for (const { where, label, text } of proseOf(input)) {
    const word = input.words.classified.words.find((it) => text.replaceAll(`非${it}`, '').includes(it))
    if (word !== undefined) return [finding('classified-content', where, { field: label, word })]
  }
  return []
}
