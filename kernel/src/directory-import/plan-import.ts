import type { KnownUnit } from './find-unit.ts'
import type { ImportProblem } from './import-problem.ts'
import type { ImportSheets } from './import-sheets.ts'
import { type KnownPerson, type PeoplePlan, planPeople } from './plan-people.ts'
import { planUnits, type UnitsPlan } from './plan-units.ts'

/** Everything outside the file that decides what it means. */
export type ImportGround = {
  readonly units: readonly KnownUnit[]
  readonly people: readonly KnownPerson[]
  /** The unit that stands above whatever names none. */
  readonly topId: string
  readonly kinds: ReadonlyMap<string, string>
  readonly roles: ReadonlyMap<string, string>
  readonly administrators: ReadonlySet<string>
}

export type ImportPlan = {
  readonly units: Pick<UnitsPlan, 'made' | 'changed' | 'unchanged'>
  readonly people: Pick<PeoplePlan, 'made' | 'changed' | 'same'>
  /** In the order of the file. One is enough for nothing to be taken. */
  readonly problems: readonly ImportProblem[]
}

/** What a file of units and people would change, or what is wrong with it. The order of its rows means nothing. */
export function planImport({ units, people }: ImportSheets, ground: ImportGround): ImportPlan {
  const { kinds, roles, administrators, topId } = ground
  const unitsPlan = planUnits(units, { known: ground.units, topId, kinds })
  const peoplePlan = planPeople(people, { known: ground.people, roles, administrators, units: unitsPlan })
  const inOrder = (one: ImportProblem, other: ImportProblem) => one.line - other.line || one.column - other.column
  const problems = [...unitsPlan.problems.toSorted(inOrder), ...peoplePlan.problems.toSorted(inOrder)]
  const { made, changed, unchanged } = unitsPlan
  return { units: { made, changed, unchanged }, people: peoplePlan, problems }
}
