import type { CockpitReply } from '@shiji/contract/cockpit'
import type { UnitId } from '@shiji/contract/directory'
import { rateOf, sumUp } from '@shiji/kernel/cockpit/sum-up'
import { compare, decimal } from '@shiji/kernel/decimal'
import type { z } from 'zod'
import { findUnit } from '#modules/directory'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { officeDay } from '#platform/office-day'
import { refuse } from '#platform/refusal'
import { type Approved, listApproved } from '../proof/approved-store.ts'
import { countLights } from '../proof/count-lights.ts'
import { loadRows } from '../proof/load-rows.ts'
import { type SaidRow, sayRowState } from '../proof/say-row.ts'
import { listMoney, listStandings, type MoneyOfProject, type Standing } from './cockpit-store.ts'
import { dueInYear } from './due-in-year.ts'

type Reply = z.input<typeof CockpitReply>
type Query = { readonly year: number; readonly unitId?: UnitId | undefined }

/** More declarations than one page reads; the leader chooses a unit. */
const MOST = 300
const MOST_WORST = 12
const MOST_MONEY = 12
const MOST_DEADLINES = 20

/** What needs a leader: lights, money and deadlines of the year, each with the rows it is made of. */
export async function readCockpit(context: Context, { year, unitId }: Query): Promise<Reply> {
  requirePermission(context, 'performance.read')
  return read(context.db, async (reader) => {
    if (unitId !== undefined && (await findUnit(reader, context.actor, unitId)) === undefined) refuse('not-found')
    const found = await listApproved(reader, context.actor, { year, unitId, limit: MOST + 1 })
    const declarations = found.slice(0, MOST)
    const loaded = await loadRows(reader, context, { declarations, year })
    const money = await listMoney(
      reader,
      declarations.map(({ projectId }) => projectId),
      year,
    )
    const standings = await listStandings(
      reader,
      declarations.map(({ id }) => id),
    )
    const projects = loaded.map(({ declaration, rows }) => ({
      declaration,
      rows: rows.map((row) => sayRowState(context, row)),
      money: money.get(declaration.projectId) ?? NOTHING,
    }))
    const { all, units } = sumUp(projects.map(yearOf))
    return {
      year,
      asOf: context.now.toString(),
      all,
      units: units.map(({ unitId: id, ...unit }) => ({ ...unit, unitId: id as UnitId })),
      worst: worstOf(projects),
      money: leastSpent(projects),
      deadlines: deadlinesOf(context, declarations, standings),
      more: found.length > MOST,
    }
  })
}

type Project = { readonly declaration: Approved; readonly rows: readonly SaidRow[]; readonly money: MoneyOfProject }

const NOTHING: MoneyOfProject = { budget: null, executed: decimal('0') }

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
  const due = declarations.flatMap((declaration) =>
    dueInYear(declaration, standings.get(declaration.id)).map(({ kind, dueOn }) => ({
      ...placeOf(declaration),
      ...{ kind, dueOn, days: today.until(Temporal.PlainDate.from(dueOn), { largestUnit: 'days' }).days },
    })),
  )
  return due.toSorted((left, right) => left.days - right.days).slice(0, MOST_DEADLINES)
}

function placeOf({ id, project, unit }: Approved) {
  return { formId: id, project, unit }
}
