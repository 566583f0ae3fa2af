import type { IndicatorRow } from '../../form/form-content.ts'
import { remember } from '../../remember.ts'
import { finding, type LintFinding } from '../lint-finding.ts'
import { hasAny, isBlankRow, type LintInput } from '../lint-input.ts'

const MOST_LEVELS = 1_000
const LONGEST_LEVEL = 80

/** Where a row stands in the tree, and whether it belongs there. */
export function levels(input: LintInput): LintFinding[] {
  return input.form.indicators.flatMap((row, index) => {
    const where = `indicators[${index}]`
    if (isBlankRow(row)) return []
    if (row.level3.trim() === '') return [finding('indicator-name-missing', `${where}.level3`, { target: row.target })]
    if (row.level1.trim() === '' || row.level2.trim() === '') {
      return [finding('indicator-level-missing', `${where}.level2`, { name: row.level3 })]
    }
    return notInTree(input, row, where) ?? misfiled(input, row, where)
  })
}

/** rules.md §3.10: the tree is template data; aliases of §2.3 are the same level (A003-16). */
function notInTree({ template, words }: LintInput, row: IndicatorRow, where: string): LintFinding[] | null {
  const level1 = template?.tree.find(({ name }) => sameLevel(name, row.level1, words.levelAliases))
  if (template === null || template.tree.length === 0) return null
  const known = level1?.level2.some((name) => sameLevel(name, row.level2, words.levelAliases))
  if (known || (level1 !== undefined && level1.level2.length === 0)) return null
  return [finding('level-not-in-tree', `${where}.level2`, { level1: row.level1, level2: row.level2, name: row.level3 })]
}

/** A002-1-8, A004-A-7, A004-B-2. */
function misfiled({ words }: LintInput, row: IndicatorRow, where: string): LintFinding[] {
  const parameters = { name: row.level3, level2: row.level2 }
  if (`${row.level1}${row.level2}`.includes('满意度') && !hasAny(row.level3, words.satisfaction.words)) {
    return [finding('satisfaction-not-measured', `${where}.level3`, parameters)]
  }
  const fit = words.levelFit.find(
    (it) =>
      hasAny(row.level3, it.words) &&
      !hasAny(row.level3, it.except) &&
      it.misfiledUnder.some((name) => plainLevel(row.level2) === plainLevel(name)) &&
      !plainLevel(row.level1).startsWith(it.dimension),
  )
  return fit === undefined
    ? []
    : [finding('level-misfit', `${where}.level2`, { ...parameters, dimension: fit.dimension })]
}

function sameLevel(left: string, right: string, aliases: readonly { names: readonly string[] }[]): boolean {
  if (plainLevel(left) === plainLevel(right)) return true
  return aliases.some(({ names }) => {
    const plain = names.map(plainLevel)
    return plain.includes(plainLevel(left)) && plain.includes(plainLevel(right))
  })
}

/** 数量 is 数量指标; 服务对象满意度指标 is 服务对象满意度. */
const plainLevel = remember(
  MOST_LEVELS,
  (name: string) => name.replace(/\s/g, '').replace(/指标$|目标$/, ''),
  LONGEST_LEVEL,
)
