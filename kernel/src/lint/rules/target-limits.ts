import { compare, type Decimal, decimal, isZero, multiply, normalize, subtract } from '../../decimal.ts'
import type { IndicatorRow } from '../../form/form-content.ts'
import type { Target } from '../../target/target.ts'
import { hoursOfYear } from '../calendar-day.ts'
import { finding, type LintFinding } from '../lint-finding.ts'
import { hasAny, type LintInput } from '../lint-input.ts'

const HUNDRED = decimal('100')
const PER_HUNDRED = decimal('0.01')
/** Outage that so many faults at their full recovery time would not use up (A000-6: 87.84 h against 8 h). */
const FAULTS_ALLOWED = decimal('5')

/** Promises that cannot be broken, cannot be kept, or do not fit each other. */
export function targetLimits(input: LintInput): LintFinding[] {
  return [
    ...input.form.indicators.flatMap((row, index) => {
      const target = input.targets[index]
      return target === undefined ? [] : ofRow(input, row, { target, where: `indicators[${index}].target` })
    }),
    ...availabilityAgainstRecovery(input),
  ]
}

type PlacedTarget = { readonly target: Target; readonly where: string }

function ofRow(input: LintInput, row: IndicatorRow, { target, where }: PlacedTarget): LintFinding[] {
  const parameters = { name: row.level3, target: row.target }
  return [
    ...ratesInRange(input, row, { target, where }),
    ...unitsFit(input, row, { target, where }),
    ...(hasAny(`${row.remark ?? ''}${row.target}`, input.words.afterYear.words)
      ? [finding('measured-after-year', where, { ...parameters, remark: row.remark ?? row.target })]
      : []),
  ]
}

/** rules.md §2.2 rule 7; A004-A-2, A004-A-4. */
function ratesInRange({ words }: LintInput, row: IndicatorRow, { target, where }: PlacedTarget): LintFinding[] {
  if (target.kind !== 'number' || target.unit !== '%') return []
  if (!hasAny(row.level3, words.rates.words) || hasAny(row.level3, words.exceedableRates.words)) return []
  const parameters = { name: row.level3, target: row.target }
  const against = compare(target.value, HUNDRED)
  if (against > 0 || (against === 0 && target.operator === 'gt')) return [finding('rate-impossible', where, parameters)]
  const satisfaction = against === 0 && hasAny(row.level3, ['满意'])
  if (against === 0 && (target.operator === 'ge' || satisfaction)) return [finding('rate-at-limit', where, parameters)]
  return isZero(target.value) && (target.operator === 'le' || target.operator === 'eq')
    ? [finding('zero-tolerance-rate', where, parameters)]
    : []
}

/** A002-1-5 and A002-4-6. */
function unitsFit({ words }: LintInput, row: IndicatorRow, { target, where }: PlacedTarget): LintFinding[] {
  if (target.kind !== 'number' && target.kind !== 'range') return []
  const parameters = { name: row.level3, target: row.target, unit: target.unit ?? '' }
  if (target.unit === '人次' && hasAny(row.level3, words.headcounts.words) && !row.level3.includes('人次')) {
    return [finding('unit-suspect', where, parameters)]
  }
  const perTime = /(?:\/|每)\s*(?:s|秒|分|小时)|[bB]ps/i.test(row.target)
  const sized = target.unit !== null && target.unit !== '%'
  return sized && !perTime && target.period === null && hasAny(row.level3, words.speeds.words)
    ? [finding('speed-without-time', where, parameters)]
    : []
}

/** A000-6, by the real length of the year. */
function availabilityAgainstRecovery(input: LintInput): LintFinding[] {
  const { form, targets, words } = input
  if (form.year === null) return []
  const hours = decimal(hoursOfYear(form.year))
  const recovery = rowsOf(input, words.recovery.words).find(({ target }) => hoursIn(target) !== null)
  const limit = recovery === undefined ? null : hoursIn(recovery.target)
  if (recovery === undefined || limit === null || isZero(limit)) return []
  return rowsOf({ form, targets }, words.availability.words).flatMap(({ row, index, target }) => {
    if (target.kind !== 'number' || target.unit !== '%') return []
    const outage = multiply(multiply(subtract(HUNDRED, target.value), PER_HUNDRED), hours)
    if (compare(outage, multiply(limit, FAULTS_ALLOWED)) <= 0) return []
    const parameters = { name: row.level3, target: row.target, hours, outage: normalize(outage) }
    const other = { recovery: recovery.row.level3, recoveryTarget: recovery.row.target }
    return [finding('availability-looser-than-recovery', `indicators[${index}].target`, { ...parameters, ...other })]
  })
}

type JudgedRow = { readonly row: IndicatorRow; readonly index: number; readonly target: Target }

function rowsOf({ form, targets }: Pick<LintInput, 'form' | 'targets'>, words: readonly string[]): JudgedRow[] {
  return form.indicators.flatMap((row, index) => {
    const target = targets[index]
    return target !== undefined && hasAny(row.level3, words) ? [{ row, index, target }] : []
  })
}

function hoursIn(target: Target): Decimal | null {
  if (target.kind !== 'number' || (target.operator !== 'lt' && target.operator !== 'le')) return null
  if (target.unit === '小时') return target.value
  return target.unit === '天' || target.unit === '日' ? multiply(target.value, decimal('24')) : null
}
