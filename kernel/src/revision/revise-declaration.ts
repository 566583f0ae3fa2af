import { compare, type Decimal, isNegative, sum, ZERO } from '../decimal.ts'
import type { FormContent, IndicatorRow } from '../form/form-content.ts'
import { targetOfRow } from '../form/target-of-row.ts'
import { plainText } from '../lint/compare-texts.ts'
import { fail, ok, type Result } from '../result.ts'
import type { RulePack } from '../rule-pack.ts'

/** What is written in 修订后指标值 to give a row up. */
export const CANCELLED = '取消'

/** One row of 修订申报表. `hasProof`: a proof file is attached to it. */
export type AskedRevision = {
  /** 一级-二级-三级, as the form says it. */
  readonly indicator: string
  readonly originalTarget: string
  readonly revisedTarget: string
  readonly explanation: string
  readonly hasProof: boolean
}

/** New weights by 一级-二级-三级, for the reason given; needed when a row that weighs something is cancelled. */
export type NewWeights = {
  readonly reason: string
  readonly weights: readonly { readonly indicator: string; readonly weight: Decimal }[]
}

export type RevisionProblemCode =
  | 'nothing-revised'
  | 'row-unknown'
  | 'row-ambiguous'
  | 'row-twice'
  | 'original-differs'
  | 'target-unchanged'
  | 'target-blank'
  | 'target-unreadable'
  | 'explanation-missing'
  | 'proof-missing'
  | 'weights-not-redistributed'
  | 'weights-without-cancelling'
  | 'weight-of-no-row'
  | 'weights-total-differs'
  | 'redistribution-reason-missing'
  | 'every-row-cancelled'

/** `where` is the address on the revision form: `revisions[2].revisedTarget`, `weights`. */
export type RevisionProblem = {
  readonly code: RevisionProblemCode
  readonly where: string
  readonly parameters: Readonly<Record<string, string>>
}

export type Revised = {
  readonly content: FormContent
  readonly changes: readonly {
    readonly indicator: string
    /** Position in the version before. */
    readonly position: number
    readonly was: string
    readonly now: string | typeof CANCELLED
  }[]
}

type Asked = { readonly rows: readonly AskedRevision[]; readonly weights: NewWeights | null }

/** How the revision form names a row: the three levels joined (rules.md §1.5). */
export function indicatorName({ level1, level2, level3 }: Pick<IndicatorRow, 'level1' | 'level2' | 'level3'>): string {
  return [level1, level2, level3].join('-')
}

/**
 * The declaration as it stands after the revision, or everything that is wrong with the revision. Rows nobody names
 * stay to the last character, and the weights keep their total.
 */
export function reviseDeclaration(
  frozen: FormContent,
  asked: Asked,
  rules: Pick<NonNullable<RulePack['revision']>, 'proofPerRow'>,
): Result<Revised, readonly RevisionProblem[]> {
  const problems = [...rowProblems(frozen, asked.rows, rules.proofPerRow), ...weightProblems(frozen, asked)]
  if (problems.length > 0) return fail(problems)
  const byPosition = new Map(asked.rows.map((row) => [positionsOf(frozen, row.indicator)[0] ?? -1, row]))
  const weights = new Map((asked.weights?.weights ?? []).map(({ indicator, weight }) => [plainText(indicator), weight]))
  const indicators = frozen.indicators.flatMap((row, position) => {
    const now = byPosition.get(position)?.revisedTarget.trim() ?? row.target
    if (now === CANCELLED) return []
    return [{ ...row, target: now, weight: weights.get(plainText(indicatorName(row))) ?? row.weight }]
  })
  const changes = [...byPosition].map(([position, row]) => ({
    indicator: row.indicator,
    position,
    was: row.originalTarget,
    now: row.revisedTarget.trim(),
  }))
  return ok({ content: { ...frozen, indicators }, changes: changes.toSorted((a, b) => a.position - b.position) })
}

/** Positions of the rows a name on the revision form may mean. */
function positionsOf({ indicators }: FormContent, indicator: string): number[] {
  const wanted = plainText(indicator)
  return indicators.flatMap((row, position) => (plainText(indicatorName(row)) === wanted ? [position] : []))
}

function rowProblems(frozen: FormContent, rows: readonly AskedRevision[], proofPerRow: boolean): RevisionProblem[] {
  if (rows.length === 0) return [problem('nothing-revised', 'revisions', {})]
  const names = rows.map(({ indicator }) => plainText(indicator))
  const cancelled = rows.filter(isCancelling).length
  const each = rows.flatMap((row, index) => {
    const repeated = names.indexOf(plainText(row.indicator)) < index
    const at = `revisions[${index}]`
    return [
      ...(repeated ? [problem('row-twice', `${at}.indicator`, { indicator: row.indicator })] : []),
      ...againstFrozen(frozen, row, at),
      ...ownProblems(frozen, row, { at, proofPerRow }),
    ]
  })
  const nothingLeft = cancelled >= frozen.indicators.length
  return nothingLeft ? [...each, problem('every-row-cancelled', 'revisions', {})] : each
}

/** rules.md §1.5: the row exists in the declaration and the original value equals the declared one. */
function againstFrozen(frozen: FormContent, row: AskedRevision, at: string): RevisionProblem[] {
  const { indicator } = row
  const [position, ...others] = positionsOf(frozen, indicator)
  const declared = position === undefined ? undefined : frozen.indicators[position]
  if (declared === undefined) return [problem('row-unknown', `${at}.indicator`, { indicator })]
  if (others.length > 0) return [problem('row-ambiguous', `${at}.indicator`, { indicator })]
  if (declared.target.trim() !== row.originalTarget.trim()) {
    const said = { indicator, original: row.originalTarget, declared: declared.target }
    return [problem('original-differs', `${at}.originalTarget`, said)]
  }
  const same = declared.target.trim() === row.revisedTarget.trim()
  return same ? [problem('target-unchanged', `${at}.revisedTarget`, { indicator })] : []
}

type Setting = { readonly at: string; readonly proofPerRow: boolean }

function ownProblems(frozen: FormContent, row: AskedRevision, { at, proofPerRow }: Setting): RevisionProblem[] {
  const { indicator } = row
  const [level1 = '', level2 = '', level3 = indicator] = indicator.split('-')
  const now = { level1, level2, level3, target: row.revisedTarget }
  const target = isCancelling(row) ? null : targetOfRow(now, frozen)
  return [
    ...(target?.kind === 'none' ? [problem('target-blank', `${at}.revisedTarget`, { indicator })] : []),
    ...(target?.kind === 'unreadable'
      ? [problem('target-unreadable', `${at}.revisedTarget`, { indicator, target: row.revisedTarget })]
      : []),
    ...(row.explanation.trim() === '' ? [problem('explanation-missing', `${at}.explanation`, { indicator })] : []),
    ...(proofPerRow && !row.hasProof ? [problem('proof-missing', `${at}.proof`, { indicator })] : []),
  ]
}

/** rules.md §3.4: the weight of a cancelled row is redistributed only with a reason; the total does not change. */
function weightProblems(frozen: FormContent, { rows, weights }: Asked): RevisionProblem[] {
  const cancelled = new Set(rows.filter(isCancelling).flatMap(({ indicator }) => positionsOf(frozen, indicator)))
  const freed = sum(frozen.indicators.flatMap(({ weight }, index) => (cancelled.has(index) ? (weight ?? []) : [])))
  const weighsNothing = compare(freed, ZERO) === 0
  if (weights === null) {
    return weighsNothing ? [] : [problem('weights-not-redistributed', 'weights', { weight: freed })]
  }
  if (weighsNothing) return [problem('weights-without-cancelling', 'weights', {})]
  const given = new Map(weights.weights.map(({ indicator, weight }) => [plainText(indicator), weight]))
  const kept = frozen.indicators.filter((_, index) => !cancelled.has(index))
  const known = new Set(kept.map((row) => plainText(indicatorName(row))))
  const strangers = weights.weights.filter(
    ({ indicator, weight }) => !known.has(plainText(indicator)) || isNegative(weight),
  )
  const after = sum(kept.flatMap((row) => given.get(plainText(indicatorName(row))) ?? row.weight ?? []))
  const before = sum(frozen.indicators.flatMap(({ weight }) => weight ?? []))
  return [
    ...(weights.reason.trim() === '' ? [problem('redistribution-reason-missing', 'weights', {})] : []),
    ...strangers.map(({ indicator }) => problem('weight-of-no-row', 'weights', { indicator })),
    ...(compare(after, before) === 0 ? [] : [problem('weights-total-differs', 'weights', { before, after })]),
  ]
}

function isCancelling({ revisedTarget }: AskedRevision): boolean {
  return revisedTarget.trim() === CANCELLED
}

function problem(
  code: RevisionProblemCode,
  where: string,
  parameters: Readonly<Record<string, string>>,
): RevisionProblem {
  return { code, where, parameters }
}
