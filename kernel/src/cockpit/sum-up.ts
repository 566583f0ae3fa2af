import { add, compare, type Decimal, decimal, divide, isZero, multiply, ZERO } from '../decimal.ts'

/** Rows of approved promises by their light; `unbound` have no record that could speak. */
export type Lights = {
  readonly alarm: number
  readonly watch: number
  readonly fine: number
  readonly notBegun: number
  readonly unbound: number
}

export type Money = {
  /** 元; the budgets that are known. */
  readonly budget: Decimal
  /** 元 paid of the projects whose budget is known. */
  readonly executed: Decimal
  /** In percent to two places; null where no budget is known. */
  readonly rate: Decimal | null
  /** Projects without a budget; their payments are in no rate. */
  readonly without: number
}

export type ProjectYear = {
  readonly unitId: string
  readonly unit: string
  readonly lights: Lights
  /** 元; null when nothing was granted on record. */
  readonly budget: Decimal | null
  readonly executed: Decimal
}

export type Summary = { readonly projects: number; readonly lights: Lights; readonly money: Money }
type UnitSummary = Summary & { readonly unitId: string; readonly unit: string }

/** What a leader sees of the units below: everything together, and unit by unit, the one with most alarms first. */
export function sumUp(projects: readonly ProjectYear[]): { readonly all: Summary; readonly units: UnitSummary[] } {
  const byUnit = [...Map.groupBy(projects, ({ unitId }) => unitId)]
  const units = byUnit.map(([unitId, own]) => ({ unitId, unit: own[0]?.unit ?? '', ...summaryOf(own) }))
  return { all: summaryOf(projects), units: units.toSorted(byNeed) }
}

function summaryOf(projects: readonly ProjectYear[]): Summary {
  const known = projects.filter(({ budget }) => budget !== null)
  const budget = known.reduce((sum, one) => add(sum, one.budget ?? ZERO), ZERO)
  const executed = known.reduce((sum, one) => add(sum, one.executed), ZERO)
  return {
    projects: projects.length,
    lights: projects.reduce((sum, { lights }) => addLights(sum, lights), NO_LIGHTS),
    money: { budget, executed, rate: rateOf(executed, budget), without: projects.length - known.length },
  }
}

const NO_LIGHTS: Lights = { alarm: 0, watch: 0, fine: 0, notBegun: 0, unbound: 0 }

function addLights(one: Lights, other: Lights): Lights {
  return {
    alarm: one.alarm + other.alarm,
    watch: one.watch + other.watch,
    fine: one.fine + other.fine,
    notBegun: one.notBegun + other.notBegun,
    unbound: one.unbound + other.unbound,
  }
}

const HUNDRED = decimal('100')

/** Executed over budget; without a budget there is no rate (rules.md §3.5: never divide by zero). */
export function rateOf(executed: Decimal, budget: Decimal): Decimal | null {
  if (isZero(budget)) return null
  return divide(multiply(executed, HUNDRED), budget, { scale: 2, rounding: 'half-up' })
}

function byNeed(left: UnitSummary, right: UnitSummary): number {
  const alarms = right.lights.alarm - left.lights.alarm || right.lights.watch - left.lights.watch
  if (alarms !== 0) return alarms
  return compare(left.money.rate ?? HUNDRED, right.money.rate ?? HUNDRED) || left.unit.localeCompare(right.unit, 'zh')
}
