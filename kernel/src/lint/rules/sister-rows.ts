import type { FormContent, IndicatorRow } from '../../form/form-content.ts'
import { parseTarget } from '../../target/parse-target.ts'
import { editsBetween, plainText } from '../compare-texts.ts'
import { finding, type LintFinding } from '../lint-finding.ts'
import type { LintInput } from '../lint-input.ts'

/** Forms share a kind when they share half of the shorter one's row names. */
const SAME_KIND = 0.5
const SHORTEST_NAME = 5
const LARGEST_EDITS = 2

/** Rows that forms of one unit and kind should have in common. */
export function sisterRows(input: LintInput): LintFinding[] {
  const names = rowNames(input.form)
  const sisters = input.sisters.filter((sister) => sharedNames(names, rowNames(sister)) >= SAME_KIND)
  if (sisters.length === 0) return []
  return [...missingRows(input, sisters), ...oddNames(input, sisters), ...gradeSpellings(input, sisters)]
}

function rowNames(form: FormContent): string[] {
  return [...new Set(form.indicators.map((row) => plainText(row.level3)))].filter((name) => name !== '')
}

function sharedNames(left: readonly string[], right: readonly string[]): number {
  const known = new Set(right)
  return left.filter((name) => known.has(name)).length / Math.max(1, Math.min(left.length, right.length))
}

/** A002-3-9. */
function missingRows({ form, words }: LintInput, sisters: readonly FormContent[]): LintFinding[] {
  const own = rowNames(form)
  const theirs = [...new Set(sisters.flatMap(rowNames))].filter((name) => !own.includes(name))
  const missing = theirs.filter((name) => !own.some((it) => sameIndicator(it, name, words.nameAliases)))
  const distinct = missing.filter(
    (name, index) => !missing.slice(0, index).some((it) => sameIndicator(it, name, words.nameAliases)),
  )
  return distinct.length === 0 ? [] : [finding('rows-of-sisters-missing', 'indicators', { names: distinct.join('、') })]
}

/** A002-1-10: …造成投诉 where most sisters say …造成投诉数. */
function oddNames(input: LintInput, sisters: readonly FormContent[]): LintFinding[] {
  const own = rowNames(input.form)
  const sisterNames = sisters.map(rowNames)
  return input.form.indicators.flatMap((row, index) => {
    const name = plainText(row.level3)
    const alike = sisterNames.map((names) =>
      names.includes(name) ? name : names.find((it) => !own.includes(it) && isNear(it, name)),
    )
    const other = alike.find((it) => it !== undefined && it !== name)
    const votes = alike.filter((it) => it === other).length
    return other === undefined || votes <= alike.filter((it) => it === name).length
      ? []
      : [finding('name-differs-from-sisters', `indicators[${index}].level3`, { name: row.level3, other })]
  })
}

/** A002-3-8: 健全规范 here, 健全、规范 in the sister forms. */
function gradeSpellings({ form, targets }: LintInput, sisters: readonly FormContent[]): LintFinding[] {
  const theirs = new Map<string, IndicatorRow>()
  for (const row of sisters.flatMap((sister) => sister.indicators)) {
    const key = plainText(row.level3)
    const own = form.indicators.find((it) => plainText(it.level3) === key)
    if (own !== undefined && row.target.trim() !== own.target.trim() && row.target.trim() !== '') theirs.set(key, row)
  }
  return form.indicators.flatMap((row, index) => {
    const target = targets[index]
    const sister = theirs.get(plainText(row.level3))
    if (target?.kind !== 'grade' || sister === undefined) return []
    const other = parseTarget(sister.target)
    const same = other.kind === 'grade' && gradeKey(other.grades) === gradeKey(target.grades)
    const parameters = { name: row.level3, target: row.target, other: sister.target }
    return same ? [finding('grades-written-differently', `indicators[${index}].target`, parameters)] : []
  })
}

function gradeKey(grades: readonly string[]): string {
  return grades.toSorted().join('')
}

/** 运维工作日志 and 运维日志工作 are the same letters; one or two edits are the same name. */
function isNear(left: string, right: string): boolean {
  if (Math.min(left.length, right.length) < SHORTEST_NAME) return false
  if (left.length === right.length && sortedLetters(left) === sortedLetters(right)) return true
  const differsOnlyInNumber = left.replace(/\d/g, '') === right.replace(/\d/g, '')
  return !differsOnlyInNumber && editsBetween(left, right) <= LARGEST_EDITS
}

function sameIndicator(left: string, right: string, aliases: readonly { names: readonly string[] }[]): boolean {
  return isNear(left, right) || aliases.some(({ names }) => names.includes(left) && names.includes(right))
}

function sortedLetters(text: string): string {
  return [...text].toSorted().join('')
}
