import type { FormContent } from '../../form/form-content.ts'
import { parseTarget } from '../../target/parse-target.ts'
import { plainText, withinEdits } from '../compare-texts.ts'
import { finding, type LintFinding } from '../lint-finding.ts'
import type { LintInput } from '../lint-input.ts'

/** Forms are of one kind when they share so much of the longer one's row names. */
const SAME_KIND = 0.6
const SHORTEST_NAME = 5
const LARGEST_EDITS = 2
/** More rows than any sheet has; the comparison of all with all stops here. */
const MOST_ROWS = 200

/** Rows that forms of one unit and kind should have in common. */
export function sisterRows(input: LintInput): LintFinding[] {
  const own = rowNames(input.form)
  const sisters = input.sisters
    .map((sister) => ({ form: sister, names: rowNames(sister) }))
    .filter(({ names }) => own.size > 0 && sharedNames(own, names) >= SAME_KIND)
  if (sisters.length === 0) return []
  return [...missingRows(input, own, sisters), ...oddNames(own, sisters), ...gradeSpellings(input, sisters)]
}

/** Plain name → how and where it is printed. */
type RowNames = ReadonlyMap<string, { readonly printed: string; readonly index: number }>
type Sister = { readonly form: FormContent; readonly names: RowNames }

function rowNames(form: FormContent): RowNames {
  const names = new Map<string, { printed: string; index: number }>()
  for (const [index, { level3 }] of form.indicators.slice(0, MOST_ROWS).entries()) {
    const plain = plainText(level3)
    if (plain !== '' && !names.has(plain)) names.set(plain, { printed: level3, index })
  }
  return names
}

function sharedNames(left: RowNames, right: RowNames): number {
  return [...left.keys()].filter((name) => right.has(name)).length / Math.max(left.size, right.size)
}

/** A002-3-9. */
function missingRows({ words }: LintInput, own: RowNames, sisters: readonly Sister[]): LintFinding[] {
  const missing = new Map<string, string>()
  for (const [name, { printed }] of sisters.flatMap(({ names }) => [...names])) {
    const known = [...own.keys(), ...missing.keys()].some((it) => sameIndicator(it, name, words.nameAliases))
    if (!known) missing.set(name, printed)
  }
  return missing.size === 0
    ? []
    : [finding('rows-of-sisters-missing', 'indicators', { names: [...missing.values()].join('、') })]
}

/** A002-1-10: …造成投诉 where most sisters say …造成投诉数. */
function oddNames(own: RowNames, sisters: readonly Sister[]): LintFinding[] {
  return [...own].flatMap(([name, { printed, index }]) => {
    const alike = sisters.map(({ names }) =>
      names.has(name) ? name : [...names.keys()].find((it) => !own.has(it) && isNear(it, name)),
    )
    const other = alike.find((it) => it !== undefined && it !== name)
    const votes = alike.filter((it) => it === other).length
    if (other === undefined || votes <= alike.filter((it) => it === name).length) return []
    const otherPrinted = sisters.map(({ names }) => names.get(other)?.printed).find((it) => it !== undefined) ?? other
    return [finding('name-differs-from-sisters', `indicators[${index}].level3`, { name: printed, other: otherPrinted })]
  })
}

/** A002-3-8: 健全规范 here and =健全、规范 there; the plainest of the most common spellings is the measure. */
function gradeSpellings({ form, targets }: LintInput, sisters: readonly Sister[]): LintFinding[] {
  return form.indicators.flatMap((row, index) => {
    const target = targets[index]
    if (target?.kind !== 'grade') return []
    const others = sisters.flatMap(({ form: sister, names }) => {
      const at = names.get(plainText(row.level3))?.index
      const text = at === undefined ? '' : (sister.indicators[at]?.target ?? '').trim()
      return sameGrades(text, target.grades) ? [text] : []
    })
    const usual = usualSpelling([row.target.trim(), ...others])
    const parameters = { name: row.level3, target: row.target, other: usual }
    return usual === row.target.trim()
      ? []
      : [finding('grades-written-differently', `indicators[${index}].target`, parameters)]
  })
}

function sameGrades(text: string, grades: readonly string[]): boolean {
  const other = parseTarget(text)
  return other.kind === 'grade' && other.grades.toSorted().join('') === grades.toSorted().join('')
}

function usualSpelling(texts: readonly string[]): string {
  const count = (text: string) => texts.filter((it) => it === text).length
  const signs = (text: string) => (/^[=＝]/.test(text) ? 1 : 0)
  const ranked = texts.toSorted((a, b) => count(b) - count(a) || signs(a) - signs(b) || b.length - a.length)
  return ranked[0] ?? ''
}

/** 运维工作日志 and 运维日志工作 are the same letters; one or two edits are the same name. */
function isNear(left: string, right: string): boolean {
  if (Math.min(left.length, right.length) < SHORTEST_NAME) return false
  if (left.length === right.length && sortedLetters(left) === sortedLetters(right)) return true
  const differsOnlyInNumber = left.replace(/\d/g, '') === right.replace(/\d/g, '')
  return !differsOnlyInNumber && withinEdits(left, right, LARGEST_EDITS)
}

function sameIndicator(left: string, right: string, aliases: readonly { names: readonly string[] }[]): boolean {
  if (left === right || isNear(left, right)) return true
  return aliases.some(({ names }) => names.includes(left) && names.includes(right))
}

function sortedLetters(text: string): string {
  return [...text].toSorted().join('')
}
