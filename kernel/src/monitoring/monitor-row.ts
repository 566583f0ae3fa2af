import { compare, type Decimal } from '../decimal.ts'
import type { IndicatorRow } from '../form/form-content.ts'
import { targetOfRow } from '../form/target-of-row.ts'
import type { Light, Lights, RulePack } from '../rule-pack.ts'
import { indicatorLight, qualityLight } from '../scoring/light.ts'
import { readActual } from '../scoring/read-actual.ts'
import { keepsBound } from '../scoring/score-bound.ts'
import { inOneUnit } from '../scoring/units.ts'
import type { Target } from '../target/target.ts'
import { boundOf, compareSoFar, type NotComparable } from './compared-so-far.ts'
import { courseAt, type PlanCurve, plannedAt, suggestCurve } from './plan-curve.ts'

/** What the unit reports of a row at the end of a month. */
export type RowReport = {
  readonly row: Pick<IndicatorRow, 'level1' | 'level2' | 'level3' | 'target'>
  /** Of the form it stands on. */
  readonly year: number | null
  /** 完成值 so far, as written; '' when nothing is reported. */
  readonly soFar: string
  /** A band of the pack, for rows of words. */
  readonly band: string | null
  /** Null takes the curve the target suggests. */
  readonly curve: PlanCurve | null
  /** 全年预计 as written. */
  readonly expected: string
  readonly reason: string
}

/** Lit by the rule of its kind. */
type LitRow = {
  readonly kind: 'lit'
  readonly light: Light
  /** What should stand now, in the target's unit; null for words and bands. */
  readonly planned: Decimal | null
  /** Percent of the plan reached; null where the rule compares. */
  readonly percent: Decimal | null
  /** One more breaks the promise. */
  readonly usedUp: boolean
  /** The unit's own forecast misses the target. */
  readonly missesYear: boolean
}

type RowStanding =
  | LitRow
  | { readonly kind: 'not-due'; readonly fromMonth: number }
  | { readonly kind: 'not-lit'; readonly reason: 'not-reported' | 'nothing-promised' | NotComparable }

export type MonitoredRow = {
  readonly standing: RowStanding
  readonly curve: PlanCurve
  readonly reasonMissing: boolean
}

type MeasuredLights = Extract<Lights, { kind: 'measured' }>

/** What a month is judged by: the pack and its lights. */
type LightRules = { readonly pack: RulePack; readonly lights: MeasuredLights }

/** One indicator at the end of a month (1 to 12): rules.md §3.5. */
export function monitorRow(report: RowReport, month: number, rules: LightRules): MonitoredRow {
  const target = targetOfRow(report.row, report)
  const curve = report.curve ?? suggestCurve(target)
  const standing = standingOf({ report, target, curve, month }, rules)
  const late = standing.kind === 'lit' && (isLate(standing.light) || standing.missesYear)
  return { standing, curve, reasonMissing: late && report.reason.trim() === '' }
}

type Asked = {
  readonly report: RowReport
  readonly target: Target
  readonly curve: PlanCurve
  readonly month: number
}

function standingOf(asked: Asked, rules: LightRules): RowStanding {
  const { report, target, curve, month } = asked
  // rules.md §2.1: 无 with 0 promises nothing.
  const isPlaceholder = target.kind === 'none' || target.notes.includes('not-applicable-row')
  if (isPlaceholder) return { kind: 'not-lit', reason: 'nothing-promised' }
  if (report.band !== null) return byBand(report.band, asked, rules)
  const fromMonth = curve.kind === 'once' ? curve.month : 1
  if (report.soFar.trim() === '') {
    return month < fromMonth ? { kind: 'not-due', fromMonth } : { kind: 'not-lit', reason: 'not-reported' }
  }
  if (curve.kind === 'words') return { kind: 'not-lit', reason: 'needs-band' }
  const compared = compareSoFar(target, readActual(report.soFar, target).actual, month)
  if (typeof compared === 'string') return { kind: 'not-lit', reason: compared }
  const course = compared.course ?? courseAt(curve, month)
  if (course === null) return { kind: 'not-due', fromMonth }
  const { light, value: percent, usedUp } = indicatorLight({ ...compared, month, course }, rules.lights)
  const planned = typeof course === 'object' ? course.planned : plannedAt(curve, compared.target, month)
  return { kind: 'lit', light, percent, usedUp, planned, missesYear: missesYear(asked) }
}

function byBand(band: string, asked: Asked, { pack }: LightRules): RowStanding {
  const light = qualityLight(band, pack)
  if (light === null) return { kind: 'not-lit', reason: 'needs-band' }
  return { kind: 'lit', light, planned: null, percent: null, usedUp: false, missesYear: missesYear(asked) }
}

/** Whether the year's figure the unit itself expects breaks the promise. */
function missesYear({ report, target }: Asked): boolean {
  const bound = boundOf(target)
  const { actual } = readActual(report.expected, target)
  if (bound === null || actual.kind !== 'number' || actual.period !== bound.period) return false
  const measured = inOneUnit(actual, [bound.value], bound.unit)
  if (!measured.ok) return false
  const [promised = bound.value] = measured.value.bounds
  const forecast = measured.value.actual
  if (bound.operator === 'eq') return compare(forecast, promised) < 0
  return !keepsBound({ operator: bound.operator, target: promised, actual: forecast })
}

function isLate(light: Light): boolean {
  return light === 'red' || light === 'yellow'
}
