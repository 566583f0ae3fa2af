import type { CockpitReply } from '@shiji/contract/cockpit'
import type { UnitId } from '@shiji/contract/directory'
import { rateOf, sumUp } from '@shiji/kernel/cockpit/sum-up'
import { compare, decimal } from '@shiji/kernel/decimal'
import type { z } from 'zod'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { officeDay } from '#platform/office-day'
import type { Approved } from '../proof/approved-store.ts'
import { countLights } from '../proof/count-lights.ts'
import { listStandings, type Standing } from './cockpit-store.ts'
import { dueInYear } from './due-in-year.ts'
import { loadProjects, type Project, type Query } from './load-projects.ts'

type Reply = z.input<typeof CockpitReply>

const MOST_WORST = 12
const MOST_MONEY = 12
const MOST_DEADLINES = 20

/** What needs a leader: lights, money and deadlines of the year, each with the rows it is made of. */
export async function readCockpit(context: Context, query: Query): Promise<Reply> {
  requirePermission(context, 'performance.read')
  const { year } = query
  return read(context.db, async (reader) => {
    const { projects, more } = await loadProjects(reader, context, query)
    const declarations = projects.map(({ declaration }) => declaration)
    const standings = await listStandings(
      reader,
      declarations.map(({ id }) => id),
    )
    const { all, units } = sumUp(projects.map(yearOf))
    return {
      year,
      asOf: context.now.toString(),
      all,
      units: units.map(({ unitId: id, ...unit }) => ({ ...unit, unitId: id as UnitId })),
      worst: worstOf(projects),
      money: leastSpent(projects),
      deadlines: deadlinesOf(context, declarations, standings),
      more,
    }
  })
}

function yearOf({ declaration: { unitId, unit }, rows, money }: Project) {
  return { unitId, unit, lights: countLights(rows), ...money }
}

function worstOf(projects: readonly Project[]): Reply['worst'] {
  const lit = (wanted: 'alarm' | 'watch') =>
    projects.flatMap(({ declaration, rows }) =>
      rows
        .filter(({ light }) => light === wanted)
        .map(({ position, level3, why }) => ({
          ...placeOf(declaration),
          ...{ position, indicator: level3, light: wanted, why },
        })),
    )
  return [...lit('alarm'), ...lit('watch')].slice(0, MOST_WORST)
}

function leastSpent(projects: readonly Project[]): Reply['money'] {
  const rows = projects.map(({ declaration, money: { budget, executed } }) => ({
    ...placeOf(declaration),
    projectId: declaration.projectId,
    ...{ budget, executed, rate: budget === null ? null : rateOf(executed, budget) },
  }))
  const least = rows.toSorted((left, right) => compare(left.rate ?? UNKNOWN, right.rate ?? UNKNOWN))
  return least.slice(0, MOST_MONEY)
}

/** Without a budget there is nothing to fall behind. */
const UNKNOWN = decimal('1000000')

function deadlinesOf(
  { now }: Context,
  declarations: readonly Approved[],
  standings: ReadonlyMap<string, Standing>,
): Reply['deadlines'] {
  const today = officeDay(now)
  const due = declarations.flatMap((declaration) => {
    const standing = standings.get(declaration.id)
    const asked = standing === undefined ? [] : dueInYear(declaration, { standing, today })
    return asked.map(({ kind, dueOn }) => ({
      ...placeOf(declaration),
      ...{ kind, dueOn, days: today.until(Temporal.PlainDate.from(dueOn), { largestUnit: 'days' }).days },
    }))
  })
  return due.toSorted((left, right) => left.days - right.days).slice(0, MOST_DEADLINES)
}

function placeOf({ id, project, unit }: Approved) {
  return { formId: id, project, unit }
}
