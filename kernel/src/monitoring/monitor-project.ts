import { add, compare, type Decimal, decimal, divide, isNegative, isZero, multiply, subtract } from '../decimal.ts'
import type { MonitoringRules, Remedy } from '../life/life-rules.ts'
import type { Light, RulePack } from '../rule-pack.ts'
import { answeredLight, executionLight, type Lit, projectLight } from '../scoring/light.ts'
import { HUNDRED, TWO_PLACES } from '../scoring/points.ts'
import { type MonitoredRow, monitorRow, type RowReport } from './monitor-row.ts'

/** 双监控: what was spent and what was reached by the end of a month. */
export type ProjectReport = {
  /** 1 to 12. */
  readonly month: number
  /** In one money unit. */
  readonly executed: Decimal
  readonly budget: Decimal | null
  readonly rows: readonly RowReport[]
  /** Where the pack asks two questions instead (rules.md §3.5, Hefei). */
  readonly answers: { readonly spending: boolean; readonly goal: boolean } | null
}

/** `paid-ahead`: spending runs ahead of the work, money may lie idle. */
export type Alert = 'execution-low' | 'execution-high' | 'paid-ahead' | 'deviation-large'

export type MonitoredProject = {
  readonly rows: readonly MonitoredRow[]
  /** Null where the pack asks two questions. */
  readonly execution: Lit | null
  readonly goalLight: Light | null
  readonly light: Light | null
  readonly alerts: readonly { readonly code: Alert; readonly row: number | null; readonly value: Decimal }[]
  /** Rows that are late without a reason, by position. */
  readonly missingReasons: readonly number[]
}

/** rules.md §3.5: money beside goals, the worst row wins. */
export function monitorProject(
  report: ProjectReport,
  { pack, rules }: { pack: RulePack; rules: MonitoringRules },
): MonitoredProject {
  const { lights } = pack
  if (lights.kind === 'two-questions') {
    const light = report.answers === null ? null : answeredLight(report.answers, lights)
    return { rows: [], execution: null, goalLight: null, light, alerts: [], missingReasons: [] }
  }
  const { executed, budget, month } = report
  const rows = report.rows.map((row) => monitorRow(row, month, { pack, lights }))
  const execution = executionLight({ executed, budget, month }, lights)
  const lit = rows.flatMap(({ standing }) => (standing.kind === 'lit' ? [standing.light] : []))
  return {
    rows,
    execution,
    goalLight: projectLight(lit),
    light: projectLight([...lit, execution.light]),
    alerts: alertsOf({ report, rows, execution }, rules.alerts),
    missingReasons: rows.flatMap(({ reasonMissing }, index) => (reasonMissing ? [index] : [])),
  }
}

/**
 * What the lights of the months so far call for, newest last; null when nothing does. rules.md §3.5: remind, correct in
 * time, hold payment.
 */
export function remedyFor(lights: readonly (Light | null)[], { remedies }: MonitoringRules): Remedy | null {
  const found = remedies.find(({ light, months }) => {
    const last = lights.slice(-months)
    return last.length === months && last.every((one) => one === 'red' || (light === 'yellow' && one === 'yellow'))
  })
  return found?.remedy ?? null
}

/** Percent of a department's project money that is monitored, and whether that is enough; null where nothing is asked. */
export function moneyCovered(
  projects: readonly { readonly budget: Decimal; readonly monitored: boolean }[],
  { moneyCovered: asked }: MonitoringRules,
): { readonly percent: Decimal; readonly enough: boolean } | null {
  const total = projects.reduce((all, { budget }) => add(all, budget), decimal('0'))
  if (asked === null || isZero(total)) return null
  const covered = projects
    .filter(({ monitored }) => monitored)
    .reduce((all, { budget }) => add(all, budget), decimal('0'))
  const percent = divide(multiply(covered, HUNDRED), total, TWO_PLACES)
  return { percent, enough: compare(multiply(covered, HUNDRED), multiply(asked.fromPercent, total)) >= 0 }
}

type Seen = {
  readonly report: ProjectReport
  readonly rows: readonly MonitoredRow[]
  readonly execution: Lit
}

function alertsOf({ report, rows, execution }: Seen, limits: MonitoringRules['alerts']): MonitoredProject['alerts'] {
  const { value } = execution
  const money =
    value === null || nothingToSpend(report)
      ? []
      : [
          ...(compare(value, limits.executionBelow) < 0 ? [alert('execution-low', null, value)] : []),
          ...(compare(value, limits.executionAbove) > 0 ? [alert('execution-high', null, value)] : []),
        ]
  const deviating = rows.flatMap(({ standing }, index) => {
    if (standing.kind !== 'lit' || standing.percent === null) return []
    const off = subtract(standing.percent, HUNDRED)
    const size = isNegative(off) ? subtract(decimal('0'), off) : off
    return compare(size, limits.deviationAbove) > 0 ? [alert('deviation-large', index, size)] : []
  })
  return [...money, ...paidAhead({ report, rows, execution }, limits), ...deviating]
}

/** rules.md §3.5: payment ahead of work by more than so many points, both in percent of the plan. */
function paidAhead(
  { rows, execution, report }: Seen,
  { paidAheadBy }: MonitoringRules['alerts'],
): MonitoredProject['alerts'] {
  const work = rows.flatMap(({ standing }) => (standing.kind === 'lit' ? (standing.percent ?? []) : []))
  if (work.length === 0 || execution.value === null || nothingToSpend(report)) return []
  const mean = divide(work.reduce(add), decimal(work.length), TWO_PLACES)
  const ahead = subtract(execution.value, mean)
  return compare(ahead, paidAheadBy) > 0 ? [alert('paid-ahead', null, ahead)] : []
}

function nothingToSpend({ budget }: ProjectReport): boolean {
  return budget === null || isZero(budget)
}

function alert(code: Alert, row: number | null, value: Decimal): MonitoredProject['alerts'][number] {
  return { code, row, value }
}
