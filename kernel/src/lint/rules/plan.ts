import { finding, type LintFinding } from '../lint-finding.ts'
import { type LintInput, textOf } from '../lint-input.ts'

/** A002-2-2: 1-2月 and 4~6月 leave out March; an acceptance needs a month. */
export function plan(input: LintInput): LintFinding[] {
  const text = textOf(input, 'plan')
  if (text === null) return []
  return [...missingMonths(text.where, text.text), ...undatedSteps(text.where, text.text)]
}

const MONTHS = /(\d{1,2})(?:\s*[-—–~至到、,，]\s*(\d{1,2}))?\s*月/g
const WHOLE_YEAR = /全年|全年度|每月|1\s*[-—–~至到]\s*12\s*月/
/** A single gap is a slip; a plan of two dates far apart is a plan. */
const LONGEST_GAP = 2

function missingMonths(where: string, text: string): LintFinding[] {
  if (WHOLE_YEAR.test(text)) return []
  const spans = [...text.matchAll(MONTHS)].map(([, from, to]) => [Number(from), Number(to ?? from)] as const)
  const months = new Set(spans.flatMap(([from, to]) => range(from, to)))
  if (spans.length < 2) return []
  const gaps = range(Math.min(...months), Math.max(...months)).filter((month) => !months.has(month))
  return gaps.length > 0 && gaps.length <= LONGEST_GAP
    ? [finding('plan-months-missing', where, { months: gaps.map((month) => `${month}月`).join('、') })]
    : []
}

function undatedSteps(where: string, text: string): LintFinding[] {
  const clauses = text.split(/[，。；;\n]/).filter((clause) => clause.includes('验收'))
  const undated = clauses.find((clause) => !/月|季度|前|底|全年/.test(clause))
  return undated === undefined || !/月/.test(text)
    ? []
    : [finding('plan-step-undated', where, { step: undated.trim() })]
}

function range(from: number, to: number): number[] {
  if (from < 1 || to > 12 || to < from) return []
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}
